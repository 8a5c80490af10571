package org.theoremcheck.predictable.regret;

import org.theoremcheck.numeric.Vectors;

/** Step sizes ηₜ. */
public sealed interface Steps {

    /** ηₜ of round t = 0, 1, …. */
    double at(int round);

    /** η in every round. */
    record Constant(double step) implements Steps {
        public Constant {
            if (!Double.isFinite(step)) {
                throw new IllegalArgumentException("a step is a finite number, got " + step);
            }
        }

        @Override
        public double at(int round) {
            return step;
        }
    }

    /** The steps listed; the last one is kept from then on. */
    record Listed(double[] steps) implements Steps {
        public Listed {
            if (steps.length == 0 || !Vectors.finite(steps)) {
                throw new IllegalArgumentException("listed steps are at least one finite number");
            }
        }

        @Override
        public double at(int round) {
            return steps[Math.min(round, steps.length - 1)];
        }
    }
}
