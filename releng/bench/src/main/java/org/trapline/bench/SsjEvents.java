// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.util.function.Supplier;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.DoublyLinked;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.RedblackTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** The hold model on SSJ's simulator, with each of its event lists. */
@State(Scope.Thread)
public class SsjEvents {

    /** SSJ's event lists, by the names of their classes. */
    public enum List {
        SplayTree(SplayTree::new),
        BinaryTree(BinaryTree::new),
        Henriksen(Henriksen::new),
        DoublyLinked(DoublyLinked::new),
        RedblackTree(RedblackTree::new);

        private final Supplier<EventList> constructor;

        List(Supplier<EventList> constructor) {
            this.constructor = constructor;
        }
    }

    @Param({"1", "10", "100", "10000"})
    public int pending;

    @Param({"RANDOM", "BURSTS", "TICKS"})
    public HoldModel.Times times;

    @Param({"SplayTree", "BinaryTree", "Henriksen", "DoublyLinked", "RedblackTree"})
    public List list;

    private HoldModel model;
    private Simulator simulator;

    @Setup
    public void start() {
        model = new HoldModel(pending, times);
        simulator = new Simulator(list.constructor.get());
        simulator.init();
        Component[] components = new Component[model.events()];
        for (int i = 0; i < components.length; i++) {
            components[i] = switch (model.classOf(i)) {
                case 0 -> new Device(model, simulator);
                case 1 -> new Timer(model, simulator);
                case 2 -> new Vcpu(model, simulator);
                default -> new Client(model, simulator);
            };
        }
        for (int i = 0; i < components.length; i++) {
            components[i].successor = components[model.successor(i)];
        }
        for (int i = 0; i < pending; i++) {
            components[i].schedule(model.doubleIncrement());
        }
    }

    @Benchmark
    @OperationsPerInvocation(TraplineEvents.BATCH)
    public double events(CpuTime time) {
        time.invocations++;
        model.expect(TraplineEvents.BATCH);
        simulator.start();
        return simulator.time();
    }

    private abstract static class Component extends Event {

        final HoldModel model;
        Event successor;

        Component(HoldModel model, Simulator simulator) {
            super(simulator);
            this.model = model;
        }
    }

    private static final class Device extends Component {

        Device(HoldModel model, Simulator simulator) {
            super(model, simulator);
        }

        @Override
        public void actions() {
            model.work[0]++;
            successor.schedule(model.doubleIncrement());
            if (model.isLast()) {
                sim.stop();
            }
        }
    }

    private static final class Timer extends Component {

        Timer(HoldModel model, Simulator simulator) {
            super(model, simulator);
        }

        @Override
        public void actions() {
            model.work[1]++;
            successor.schedule(model.doubleIncrement());
            if (model.isLast()) {
                sim.stop();
            }
        }
    }

    private static final class Vcpu extends Component {

        Vcpu(HoldModel model, Simulator simulator) {
            super(model, simulator);
        }

        @Override
        public void actions() {
            model.work[2]++;
            successor.schedule(model.doubleIncrement());
            if (model.isLast()) {
                sim.stop();
            }
        }
    }

    private static final class Client extends Component {

        Client(HoldModel model, Simulator simulator) {
            super(model, simulator);
        }

        @Override
        public void actions() {
            model.work[3]++;
            successor.schedule(model.doubleIncrement());
            if (model.isLast()) {
                sim.stop();
            }
        }
    }
}
