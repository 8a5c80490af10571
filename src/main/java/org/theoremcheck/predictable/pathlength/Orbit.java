package org.theoremcheck.predictable.pathlength;

import java.util.function.Consumer;
import org.theoremcheck.numeric.Vectors;

/** All arrangements of the rows of a log that are to be averaged over. */
enum Orbit {
    /** Every row with either sign: 2ⁿ. */
    SIGNS {
        @Override
        void each(double[][] rows, Consumer<double[][]> visit) {
            for (int signs = 0; signs < 1 << rows.length; signs++) {
                int chosen = signs;
                visit.accept(Logs.rows(rows.length, t -> Vectors.scaled((chosen >> t & 1) == 0 ? 1 : -1, rows[t])));
            }
        }
    },
    /** Every order in time: n!. */
    ORDERS {
        @Override
        void each(double[][] rows, Consumer<double[][]> visit) {
            permute(rows.clone(), 0, visit);
        }

        private void permute(double[][] rows, int fixed, Consumer<double[][]> visit) {
            if (fixed == rows.length) {
                visit.accept(rows.clone());
            }
            for (int next = fixed; next < rows.length; next++) {
                swap(rows, fixed, next);
                permute(rows, fixed + 1, visit);
                swap(rows, fixed, next);
            }
        }

        private void swap(double[][] rows, int i, int j) {
            double[] row = rows[i];
            rows[i] = rows[j];
            rows[j] = row;
        }
    };

    /** Shows every arrangement once. The rows must not be written to. */
    abstract void each(double[][] rows, Consumer<double[][]> visit);
}
