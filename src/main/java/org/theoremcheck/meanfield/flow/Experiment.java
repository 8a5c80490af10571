package org.theoremcheck.meanfield.flow;

import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.RandomStream;

/**
 * Independent runs of a model at a finite size.
 *
 * @param model what is run
 * @param entries law of the entries of X
 * @param dimension d ≥ 1; there are n = round(δd) samples
 * @param runs how many runs
 * @param seed what everything random is drawn from
 */
public record Experiment(Model model, EntryLaw entries, int dimension, int runs, long seed) {

    /**
     * An experiment.
     *
     * @throws IllegalArgumentException if there are no runs, coordinates or samples
     */
    public Experiment {
        if (runs < 1 || dimension < 1 || Math.rint(model.ratio() * dimension) < 1) {
            throw new IllegalArgumentException(
                    "an experiment has at least one run, coordinate and sample, got %d runs, d = %d, n = %s"
                            .formatted(runs, dimension, model.ratio() * dimension));
        }
    }

    /** n = round(δd). */
    public int samples() {
        return (int) Math.rint(model.ratio() * dimension);
    }

    /** The same experiment with another model. */
    public Experiment with(Model other) {
        return new Experiment(other, entries, dimension, runs, seed);
    }

    /** One of the runs, independent of all others. */
    public Experiment run(int index) {
        return new Experiment(model, entries, dimension, 1, RandomStream.key(RandomStream.mix(seed), "run", index));
    }

    /** A row of X. */
    double[] row(int sample) {
        return entries.row(stream("design", sample), dimension);
    }

    /** The stream of a part of a run, such as the design or the noise of a step. */
    long stream(String part, int index) {
        return RandomStream.key(RandomStream.mix(seed), part, index);
    }
}
