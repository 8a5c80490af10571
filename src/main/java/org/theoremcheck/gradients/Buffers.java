package org.theoremcheck.gradients;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What all panels of a log are read through, one after the other, so that a long log makes no garbage. */
final class Buffers {

    private final Plan plan;
    private final double[][] tile;
    private final Queue<double[][]> idle = new ConcurrentLinkedQueue<>();

    Buffers(Plan plan) {
        this.plan = plan;
        this.tile = plan.ranked() ? new double[plan.tile()][plan.panel()] : new double[0][];
    }

    /** The rows of a tile; none where no rank is asked for. */
    double[][] tile() {
        return tile;
    }

    /** A block for one thread, until it is given back. */
    double[][] lend() {
        double[][] block = idle.poll();
        return block == null ? new double[plan.block()][plan.part()] : block;
    }

    void giveBack(double[][] block) {
        idle.add(block);
    }
}
