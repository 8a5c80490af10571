package org.theoremcheck.predictable.projection;

import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.numeric.Vectors;

/**
 * An experiment: vectors, and random maps to project all of them with, one after another.
 *
 * @param law of the entries
 * @param target k ≥ 1, the numbers in a sketch
 * @param rows the vectors, all of one length
 * @param seed what the maps are drawn from
 * @param maps how many maps, each with all of the vectors
 */
public record Sketch(EntryLaw law, int target, double[][] rows, long seed, int maps) {

    /**
     * An experiment.
     *
     * @throws IllegalArgumentException if the parts make none
     */
    public Sketch {
        if (target < 1 || maps < 1) {
            throw new IllegalArgumentException(
                    "an experiment has at least one map to at least one number, got %d to %d".formatted(maps, target));
        }
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException("an experiment has at least one vector of at least one number");
        }
        for (double[] row : rows) {
            if (row.length != rows[0].length || !Vectors.finite(row)) {
                throw new IllegalArgumentException("vectors are rows of one length with finite numbers");
            }
        }
    }

    int dimension() {
        return rows[0].length;
    }

    /** The experiment with one map, independent of that for any other index. */
    Sketch map(int index) {
        return new Sketch(law, target, rows, RandomStream.key(RandomStream.mix(seed), "map", index), 1);
    }
}
