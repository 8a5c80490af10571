package org.theoremcheck.predictable.rank;

/**
 * A log and what happens to it when it is put in another order.
 *
 * @param gradients g₀, …, g_T
 * @param order a permutation of 0, …, T − 1 for increments, of 0, …, T for gradients
 * @param what what is permuted
 * @param epsilon ε of r*(ε), in [0, 1)
 */
record Reordering(double[][] gradients, int[] order, What what, double epsilon) {

    enum What {
        INCREMENTS,
        GRADIENTS
    }

    Reordering {
        Log.requireSequence(gradients);
        Log.requireShare(epsilon);
        int expected = what == What.INCREMENTS ? gradients.length - 1 : gradients.length;
        boolean[] seen = new boolean[expected];
        boolean permutation = order.length == expected;
        for (int t = 0; permutation && t < expected; t++) {
            permutation = order[t] >= 0 && order[t] < expected && !seen[order[t]];
            if (permutation) {
                seen[order[t]] = true;
            }
        }
        if (!permutation) {
            throw new IllegalArgumentException("the order is a permutation of 0 to " + (expected - 1));
        }
    }

    /** The gradients of the second log. */
    double[][] reordered() {
        double[][] rows = new double[gradients.length][];
        if (what == What.GRADIENTS) {
            for (int t = 0; t < rows.length; t++) {
                rows[t] = gradients[order[t]];
            }
            return rows;
        }
        rows[0] = gradients[0];
        for (int t = 0; t < order.length; t++) {
            rows[t + 1] = new double[rows[0].length];
            for (int i = 0; i < rows[0].length; i++) {
                rows[t + 1][i] = rows[t][i] + (gradients[order[t] + 1][i] - gradients[order[t]][i]);
            }
        }
        return rows;
    }
}
