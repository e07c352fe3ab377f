// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** Writes files completely or not at all; an error says why. */
public final class WholeFile {

	private WholeFile() {
	}

	/**
	 * Writes or replaces a file. On failure the old file is unchanged, and no other file is left in its folder, which must exist.
	 *
	 * @throws IOException with the file's path and the reason
	 */
	public static void write(Path file, byte[] contents) throws IOException {
		replace(file, temporary -> Files.write(temporary, contents, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
	}

	/** Writes the text of a file. */
	public interface Contents {
		/** @param out is neither flushed nor closed */
		void write(Appendable out) throws IOException;
	}

	/**
	 * Writes a text file as {@link #write(Path, byte[])} does, without keeping its text in memory.
	 *
	 * @throws IOException with the file's path and the reason
	 */
	public static void write(Path file, Contents contents) throws IOException {
		replace(file, temporary -> {
			try (BufferedWriter out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
				contents.write(out);
			}
		});
	}

	private interface Writing {
		void to(Path temporary) throws IOException;
	}

	private static void replace(Path file, Writing writing) throws IOException {
		// What a link leads to is replaced, not the link.
		Path target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
		Path folder = target.getParent();
		if (folder == null || Files.isDirectory(target)) {
			throw cannotWrite(file, "it is a folder", null);
		}
		if (!Files.isDirectory(folder)) {
			throw cannotWrite(file, Files.exists(folder) ? folder + " is not a folder" : "there is no folder " + folder, null);
		}
		// not Files.createTempFile: only its owner may read such a file, and the result would keep that
		Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
		try {
			writing.to(temporary);
			keepPermissions(target, temporary);
			sync(temporary, StandardOpenOption.WRITE);
			move(temporary, target);
			syncFolder(folder);
		} catch (IOException | RuntimeException e) {
			try {
				Files.deleteIfExists(temporary);
			} catch (IOException left) {
				e.addSuppressed(left);
			}
			throw cannotWrite(file, reason(e), e);
		}
	}

	private static void keepPermissions(Path old, Path written) throws IOException {
		if (Files.exists(old) && Files.getFileAttributeView(old, PosixFileAttributeView.class) != null) {
			Files.setPosixFilePermissions(written, Files.getPosixFilePermissions(old));
		}
	}

	/** Waits until a file is on the disk: a power failure after the renaming must not leave an empty file. */
	private static void sync(Path file, StandardOpenOption access) throws IOException {
		try (FileChannel channel = FileChannel.open(file, access)) {
			channel.force(true);
		}
	}

	private static void syncFolder(Path folder) {
		try {
			sync(folder, StandardOpenOption.READ);
		} catch (IOException e) {
			// Not every system can: there the renaming is on the disk a little later.
		}
	}

	private static void move(Path from, Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		} catch (AtomicMoveNotSupportedException e) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static IOException cannotWrite(Path file, String reason, Exception cause) {
		return new IOException("cannot write " + file + ": " + reason, cause);
	}

	/** The reason of a failure, for a message. */
	public static String reason(Exception e) {
		return switch (e) {
		case FileAlreadyExistsException exists -> "there is a file of that name";
		case AccessDeniedException denied -> "permission denied";
		case NoSuchFileException missing -> "there is no folder to write to";
		case FileSystemException failed when failed.getReason() != null -> failed.getReason();
		default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
		};
	}
}
