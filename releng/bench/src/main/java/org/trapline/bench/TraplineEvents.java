// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trapline.sim.event.Event;
import org.trapline.sim.event.EventKernel;
import org.trapline.sim.event.EventPriority;

/** The hold model on Trapline's event kernel. */
@State(Scope.Thread)
public class TraplineEvents {

    static final int BATCH = 10_000;

    @Param({"1", "10", "100", "10000"})
    public int pending;

    @Param({"RANDOM", "BURSTS", "TICKS"})
    public HoldModel.Times times;

    private HoldModel model;
    private EventKernel kernel;

    @Setup
    public void start() {
        model = new HoldModel(pending, times);
        kernel = new EventKernel();
        Component[] components = new Component[model.events()];
        for (int i = 0; i < components.length; i++) {
            components[i] = switch (model.classOf(i)) {
                case 0 -> new Device(model, kernel);
                case 1 -> new Timer(model, kernel);
                case 2 -> new Vcpu(model, kernel);
                default -> new Client(model, kernel);
            };
        }
        for (int i = 0; i < components.length; i++) {
            components[i].successor = components[model.successor(i)];
        }
        for (int i = 0; i < pending; i++) {
            components[i].scheduleAfter(model.increment());
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long events(CpuTime time) {
        time.invocations++;
        model.expect(BATCH);
        kernel.run();
        return kernel.now();
    }

    private abstract static class Component extends Event {

        final HoldModel model;
        final EventKernel kernel;
        Event successor;

        Component(HoldModel model, EventKernel kernel) {
            super(kernel, "component", "happens", EventPriority.VCPU);
            this.model = model;
            this.kernel = kernel;
        }
    }

    private static final class Device extends Component {

        Device(HoldModel model, EventKernel kernel) {
            super(model, kernel);
        }

        @Override
        protected void happen(long payload) {
            model.work[0]++;
            successor.scheduleAfter(model.increment());
            if (model.isLast()) {
                kernel.stop();
            }
        }
    }

    private static final class Timer extends Component {

        Timer(HoldModel model, EventKernel kernel) {
            super(model, kernel);
        }

        @Override
        protected void happen(long payload) {
            model.work[1]++;
            successor.scheduleAfter(model.increment());
            if (model.isLast()) {
                kernel.stop();
            }
        }
    }

    private static final class Vcpu extends Component {

        Vcpu(HoldModel model, EventKernel kernel) {
            super(model, kernel);
        }

        @Override
        protected void happen(long payload) {
            model.work[2]++;
            successor.scheduleAfter(model.increment());
            if (model.isLast()) {
                kernel.stop();
            }
        }
    }

    private static final class Client extends Component {

        Client(HoldModel model, EventKernel kernel) {
            super(model, kernel);
        }

        @Override
        protected void happen(long payload) {
            model.work[3]++;
            successor.scheduleAfter(model.increment());
            if (model.isLast()) {
                kernel.stop();
            }
        }
    }
}
