// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.trapline.cli.serve.StudyServer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A server of studies in this process, and a client of it. */
final class ServeClient implements AutoCloseable {

	private static final int ROOM = 1 << 22;
	private static final long PATIENCE_SECONDS = 20;

	private final ObjectMapper mapper = new JsonMapper();
	private final PipedOutputStream toServer = new PipedOutputStream();
	private final InputStream fromServer;
	private final Thread server;
	private int last;

	ServeClient() throws IOException {
		PipedInputStream in = new PipedInputStream(toServer, ROOM);
		PipedOutputStream out = new PipedOutputStream();
		fromServer = new PipedInputStream(out, ROOM);
		server = new Thread(() -> {
			try {
				StudyServer.serve(Installed.CATALOG, in, out);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		});
		server.start();
	}

	/** Whether the server ends. */
	boolean ends() throws InterruptedException {
		server.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
		return !server.isAlive();
	}

	/** Ends the client's stream. */
	@Override
	public void close() throws IOException {
		toServer.close();
	}

	/** Sends a notification. */
	void tell(String method, String params) throws IOException {
		send(message(method, params));
	}

	/** Sends a request and returns its id. */
	int request(String method, String params) throws IOException {
		send(message(method, params).put("id", ++last));
		return last;
	}

	private ObjectNode message(String method, String params) throws IOException {
		ObjectNode message = mapper.createObjectNode().put("jsonrpc", "2.0").put("method", method);
		message.set("params", mapper.readTree(params));
		return message;
	}

	private void send(ObjectNode message) throws IOException {
		byte[] body = mapper.writeValueAsBytes(message);
		toServer.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
		toServer.write(body);
		toServer.flush();
	}

	/** The next answer. */
	JsonNode received() throws IOException {
		int length = 0;
		StringBuilder line = new StringBuilder();
		while (true) {
			int c = fromServer.read();
			if (c == '\n') {
				String header = line.toString().strip();
				line.setLength(0);
				if (header.isEmpty()) {
					return mapper.readTree(fromServer.readNBytes(length));
				}
				if (header.startsWith("Content-Length:")) {
					length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
				}
			} else {
				line.append((char) c);
			}
		}
	}

	/** Sends a request and returns its answer. */
	JsonNode call(String method, String params) throws IOException {
		int id = request(method, params);
		JsonNode answer = received();
		if (answer.get("id").asInt() != id) {
			throw new AssertionError("not the answer of " + id + ": " + answer);
		}
		return answer;
	}
}
