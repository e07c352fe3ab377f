// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.util.Locale;
import java.util.Random;

/**
 * The hold model, in which the benchmarks of both kernels share all but the kernel: as many events are pending all the time
 * as said; each that happens does a little work and schedules its successor after the next increment of a table.
 */
public final class HoldModel {

    /** What the times of events look like. */
    public enum Times {
        /** Exponentially distributed increments: hardly two events at the same time. */
        RANDOM,
        /** Increments of 1 to 4 ticks: a quarter or more of all events are at each time. */
        BURSTS,
        /** Increments of 1 tick: all events are at the same time. */
        TICKS;

        /** For people. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Classes of handlers: more than a call site of the JVM tells apart. */
    static final int CLASSES = 4;

    private static final int INCREMENTS = 1 << 16;
    private static final long TICK = 1_000_000;

    /** How often handlers of each class ran. */
    final long[] work = new long[CLASSES];
    private final long[] increments = new long[INCREMENTS];
    private final double[] doubleIncrements = new double[INCREMENTS];
    private final int[] classes;
    private final int pending;
    private int next;
    private int left;

    HoldModel(int pending, Times times) {
        Random random = new Random(1);
        this.pending = pending;
        this.classes = new int[Math.max(pending, CLASSES)];
        for (int i = 0; i < classes.length; i++) {
            // With few events, each class has one.
            classes[i] = i < CLASSES ? i : random.nextInt(CLASSES);
        }
        for (int i = 0; i < INCREMENTS; i++) {
            increments[i] = switch (times) {
                case RANDOM -> Math.round(-Math.log(1 - random.nextDouble()) * TICK);
                case BURSTS -> TICK * (1 + random.nextInt(4));
                case TICKS -> TICK;
            };
            // The same number: doubles hold it exactly.
            doubleIncrements[i] = increments[i];
        }
    }

    /** How many events there are: those that are pending, but one of each class at least. */
    int events() {
        return classes.length;
    }

    /** The class of an event's handler. */
    int classOf(int event) {
        return classes[event];
    }

    /** The event that an event schedules: itself, or one of another class where fewer are pending than there are classes. */
    int successor(int event) {
        return (event + pending) % classes.length;
    }

    /** The next increment, for a kernel that counts time in whole numbers. */
    long increment() {
        return increments[next++ & INCREMENTS - 1];
    }

    /** The next increment, for a kernel that counts time in floating point. */
    double doubleIncrement() {
        return doubleIncrements[next++ & INCREMENTS - 1];
    }

    /** Starts a batch. */
    void expect(int events) {
        left = events;
    }

    /** Counts an event; true at the end of the batch. */
    boolean isLast() {
        return --left == 0;
    }
}
