// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.trapline.lang.ide.StudyCommands;

import com.google.gson.JsonPrimitive;

/** Executes the commands of {@link StudyCommands} for clients. */
final class CommandService {

	/** The commands that clients may execute. */
	static final List<String> COMMANDS = List.of(StudyCommands.RUN, StudyCommands.EXPLAIN);

	private final StudyCommands commands;
	private final UriExtensions uris;

	CommandService(StudyCommands commands, UriExtensions uris) {
		this.commands = commands;
		this.uris = uris;
	}

	/**
	 * Executes a command and returns its answer, a text.
	 *
	 * @param texts of editors, by file
	 * @throws ResponseErrorException with a message for users when it cannot be executed
	 */
	String execute(ExecuteCommandParams params, Map<Path, String> texts, BooleanSupplier cancelled) {
		StudyCommands.Study study = new StudyCommands.Study(file(params), texts);
		try {
			return switch (params.getCommand()) {
			case StudyCommands.RUN -> commands.run(study, argument(params, 1), cancelled);
			case StudyCommands.EXPLAIN -> commands.explain(study, required(params, 1, "the name of a stack"), required(params, 2, "the name of a workload"));
			default -> throw failed(ResponseErrorCode.InvalidParams, "there is no command " + params.getCommand() + "; there are " + String.join(", ", COMMANDS));
			};
		} catch (StudyCommands.Refused e) {
			throw failed(ResponseErrorCode.RequestFailed, e.getMessage());
		}
	}

	private Path file(ExecuteCommandParams params) {
		URI uri = uris.toUri(required(params, 0, "the URI of a file"));
		if (!uri.isFile()) {
			throw failed(ResponseErrorCode.InvalidParams, uri + " is not a file: a study has to be a file");
		}
		return Path.of(uri.toFileString());
	}

	private static String required(ExecuteCommandParams params, int index, String what) {
		return argument(params, index)
				.orElseThrow(() -> failed(ResponseErrorCode.InvalidParams, params.getCommand() + ": argument " + (index + 1) + " is missing: " + what));
	}

	/** An argument is JSON from another process, and an object from this one. */
	private static Optional<String> argument(ExecuteCommandParams params, int index) {
		if (params.getArguments() == null || params.getArguments().size() <= index) {
			return Optional.empty();
		}
		return switch (params.getArguments().get(index)) {
		case String text -> Optional.of(text);
		case JsonPrimitive text when text.isString() -> Optional.of(text.getAsString());
		case null, default -> Optional.empty();
		};
	}

	private static ResponseErrorException failed(ResponseErrorCode code, String message) {
		return new ResponseErrorException(new ResponseError(code, message, null));
	}
}
