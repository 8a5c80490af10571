package org.theoremcheck.gradients;

/** Σ hₜhₜᵀ of the increments hₜ = gₜ − gₜ₋₁ of gradients that pass in order. */
final class Increments {

    /** So many increments are added at once: enough for all threads to be busy. */
    private static final int TOGETHER = 1 << 10;

    private final Gram gram;
    private final Workers workers;
    private final double[] last;
    private final double[][] steps;
    private int waiting;
    private boolean begun;

    Increments(int width, Workers workers) {
        this.gram = new Gram(width);
        this.workers = workers;
        this.last = new double[width];
        this.steps = new double[TOGETHER][width];
    }

    /** Takes the next gradient. */
    void add(double[] gradient) {
        double[] step = steps[waiting];
        for (int i = 0; i < step.length; i++) {
            step[i] = gradient[i] - last[i];
        }
        System.arraycopy(gradient, 0, last, 0, last.length);
        if (begun) {
            waiting++;
        }
        begun = true;
        if (waiting == TOGETHER) {
            flush();
        }
    }

    /** Of all that have passed. */
    Gram gram() {
        flush();
        return gram;
    }

    private void flush() {
        gram.add(steps, waiting, workers);
        waiting = 0;
    }
}
