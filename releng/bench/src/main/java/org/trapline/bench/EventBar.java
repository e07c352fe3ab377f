// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.openjdk.jmh.runner.RunnerException;
import org.trapline.bench.Jmh.Measured;

/**
 * The event kernel allocates nothing, and with as many pending events as shipped models have, it is at least as fast as SSJ with the best of its event
 * lists. With many more the times stand beside each other without a promise: the kernel's queue is the simplest that serves the models well.
 *
 * @param pending how many events are pending
 * @param times   what their times look like
 */
record EventBar(int pending, HoldModel.Times times) implements Bar {

    /** More than any shipped model has pending at once. */
    private static final int OF_MODELS = 100;
    /** Lists that take so many times as long as the best one are not measured again. */
    private static final double HOPELESS = 1.5;

    @Override
    public String id() {
        return "events/" + pending + "/" + times.label();
    }

    @Override
    public String promise() {
        return isCompared() ? "at least as fast as SSJ's best list, 0 bytes per event" : "0 bytes per event";
    }

    private boolean isCompared() {
        return pending <= OF_MODELS;
    }

    @Override
    public Result measure(Jmh jmh, int rounds, Progress progress) throws RunnerException {
        Map<String, Object> model = Map.of("pending", pending, "times", times);
        Map<SsjEvents.List, Measured> lists = new EnumMap<>(SsjEvents.List.class);
        Measured own = null;
        for (int round = 1; round <= rounds; round++) {
            progress.at("Trapline" + of(round, rounds));
            Measured again = jmh.run(TraplineEvents.class, "events", TraplineEvents.BATCH, model);
            own = own == null ? again : own.plus(again);
            for (SsjEvents.List list : SsjEvents.List.values()) {
                if (round == 1 || lists.get(list).nanosecondsPerOperation() < HOPELESS * best(lists)) {
                    progress.at("SSJ " + list + of(round, rounds));
                    Map<String, Object> parameters = new LinkedHashMap<>(model);
                    parameters.put("list", list);
                    lists.merge(list, jmh.run(SsjEvents.class, "events", TraplineEvents.BATCH, parameters), Measured::plus);
                }
            }
        }
        Map<String, Double> others = new LinkedHashMap<>();
        lists.forEach((list, measured) -> others.put(list.name(), measured.nanosecondsPerOperation()));
        double value = own.nanosecondsPerOperation();
        return new Result(this, value, "ns/event", Optional.of(own.bytesPerOperation()), others,
            (!isCompared() || value <= best(lists)) && own.bytesPerOperation() < NO_BYTES);
    }

    private static double best(Map<SsjEvents.List, Measured> lists) {
        return lists.values().stream().mapToDouble(Measured::nanosecondsPerOperation).min().orElseThrow();
    }

    private static String of(int round, int rounds) {
        return rounds == 1 ? "" : " (" + round + " of " + rounds + ")";
    }
}
