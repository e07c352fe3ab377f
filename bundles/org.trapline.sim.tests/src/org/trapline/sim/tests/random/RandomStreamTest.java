// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.random;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.junit.Test;
import org.trapline.sim.random.RandomStream;

/** A stream is a function of seed and names, and of nothing else. */
public class RandomStreamTest {

	private static List<Long> numbers(RandomStream stream) {
		return stream.generator().longs(5).boxed().toList();
	}

	@Test
	public void theSameSeedAndNamesGiveTheSameNumbers() {
		assertEquals(numbers(RandomStream.of(7).child("client0").child("arrivals")), numbers(RandomStream.of(7).child("client0").child("arrivals")));
	}

	@Test
	public void theNumbersAreTheseOnEveryMachine() {
		assertEquals(List.of(6535791675009279830L, -7305402407135923162L, 3948567536226101209L, -661953071201666171L, -5340363739001179453L),
				numbers(RandomStream.of(7).child("client0")));
	}

	@Test
	public void otherStreamsChangeNothing() {
		RandomStream root = RandomStream.of(7);
		List<Long> alone = numbers(root.child("b"));
		root.child("a").generator().longs(100).sum();
		root.generator().nextLong();
		assertEquals(alone, numbers(root.child("b")));
	}

	@Test
	public void everySeedNameAndPathHasItsOwnNumbers() {
		Set<Long> firsts = new HashSet<>();
		int streams = 0;
		for (long seed = -50; seed < 50; seed++) {
			RandomStream root = RandomStream.of(seed);
			for (RandomStream stream : List.of(root, root.child(""), root.child("a"), root.child("b"), root.child("ab"), root.child("a").child("b"),
					root.child("b").child("a"))) {
				firsts.add(stream.generator().nextLong());
				streams++;
			}
		}
		assertEquals(streams, firsts.size());
	}

	@Test
	public void neighboursAreIndependent() {
		RandomStream root = RandomStream.of(1);
		RandomGenerator one = root.child("client0").generator();
		RandomGenerator other = root.child("client1").generator();
		int count = 100_000;
		double products = 0;
		for (int i = 0; i < count; i++) {
			products += (one.nextDouble() - 0.5) * (other.nextDouble() - 0.5);
		}
		// The correlation of independent streams has a standard deviation of 1 / sqrt(count); the variance of each is 1 / 12.
		assertEquals(0, products / count * 12, 4 / Math.sqrt(count));
	}

	@Test
	public void theSeedOfAPointIsAFunctionOfItsKey() {
		RandomStream root = RandomStream.of(1);
		assertEquals(root.child("stack=Nested/rate=10").seed(), root.child("stack=Nested/rate=10").seed());
		assertNotEquals(root.child("stack=Nested/rate=10").seed(), root.child("stack=Nested/rate=11").seed());
		assertEquals(root.child("x"), root.child("x"));
		assertNotEquals(root.child("x"), root.child("y"));
	}
}
