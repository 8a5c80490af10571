package org.theoremcheck.meanfield.limit;

import java.util.HashMap;
import java.util.Map;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.RandomStream;

/** The reference: the strictly causal scheme by Monte Carlo. */
public final class CausalScheme implements Solver {

    private final Model model;
    private final int samples;
    private final long seed;
    private final Map<Integer, MeanField> solved = new HashMap<>();

    /** Solutions with so many samples each, from a seed. */
    public CausalScheme(Model model, int samples, long seed) {
        this.model = model;
        this.samples = samples;
        this.seed = seed;
    }

    private MeanField solution(int index) {
        return solved.computeIfAbsent(
                index,
                any -> MeanField.sampled(model, Equations.TRUE, samples, RandomStream.key(seed, "solve", index)));
    }

    @Override
    public double[] covariance(int solution, int step) {
        return leading(solution(solution).covariance(), step);
    }

    @Override
    public double[] response(int solution, int step) {
        return leading(solution(solution).response(), step);
    }

    private double[] leading(double[][] rows, int step) {
        int size = (step + 1) * model.loss().units();
        double[] leading = new double[size * size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(rows[i], 0, leading, i * size, Math.min(size, rows[i].length));
        }
        return leading;
    }
}
