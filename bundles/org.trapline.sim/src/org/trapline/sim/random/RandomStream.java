// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A named source of random numbers, which is a pure function of a seed and a path of names: it depends neither on the other
 * streams nor on the order in which they are made or used. So a new component, another number of threads, or a part of the
 * points of an experiment alone changes no number elsewhere.
 *
 * <pre>
 * RandomStream point = RandomStream.of(seed).child("memcached/stack=Nested/rate=10000");
 * RandomGenerator arrivals = point.child("client0").child("arrivals").generator();
 * </pre>
 *
 * <p>
 * Seeds are SHA-256 of the path, so that streams are independent whatever the names; the generator is the JDK's L64X128MixRandom. Immutable.
 *
 * @since 0.2.0
 */
public final class RandomStream {

	private static final String ALGORITHM = "L64X128MixRandom";

	private final byte[] digest;

	private RandomStream(byte[] digest) {
		this.digest = digest;
	}

	/** The root of all streams of a seed. */
	public static RandomStream of(long seed) {
		return new RandomStream(sha256(new byte[0], ByteBuffer.allocate(Long.BYTES).putLong(seed).array()));
	}

	/**
	 * The stream of that name below this one.
	 *
	 * @param name any text; for a point of an experiment, the point's key
	 */
	public RandomStream child(String name) {
		return new RandomStream(sha256(digest, name.getBytes(StandardCharsets.UTF_8)));
	}

	/** A number that identifies this stream: the seed of a point, for the record. {@link #of} makes a different stream from it. */
	public long seed() {
		return ByteBuffer.wrap(digest).getLong();
	}

	/** A new generator, at the start of the stream. */
	public RandomGenerator generator() {
		return RandomGeneratorFactory.of(ALGORITHM).create(digest);
	}

	private static byte[] sha256(byte[] parent, byte[] name) {
		try {
			MessageDigest sha = MessageDigest.getInstance("SHA-256");
			// The parent has a fixed length, so that no two paths run together.
			sha.update(parent);
			return sha.digest(name);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof RandomStream that && MessageDigest.isEqual(digest, that.digest);
	}

	@Override
	public int hashCode() {
		return Long.hashCode(seed());
	}

	/** The start of its SHA-256, in hexadecimal. */
	@Override
	public String toString() {
		return "stream " + HexFormat.of().toHexDigits(seed());
	}
}
