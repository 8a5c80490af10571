package org.theoremcheck.dualspace;

import org.apache.commons.math3.fraction.BigFraction;

/** Descent with entries clipped at ½ for x = (1, 2), y = 1 from 0, in exact fractions: the oracle of N6 and N7. */
public final class Fractions {

    private static final BigFraction HALF = new BigFraction(1, 2);

    private Fractions() {}

    /** The limit: once no entry is clipped, what is left is gradient descent, which ends in w − x⁺r. */
    public static BigFraction[] limit(BigFraction step) {
        BigFraction[] w = {BigFraction.ZERO, BigFraction.ZERO};
        while (true) {
            BigFraction residual = w[0].add(w[1].multiply(2)).subtract(1);
            BigFraction[] gradient = {residual, residual.multiply(2)};
            if (gradient[1].abs().compareTo(HALF) <= 0) {
                BigFraction fifth = residual.divide(5);
                return new BigFraction[] {w[0].subtract(fifth), w[1].subtract(fifth.multiply(2))};
            }
            for (int i = 0; i < 2; i++) {
                BigFraction clipped = gradient[i].abs().compareTo(HALF) <= 0
                        ? gradient[i]
                        : HALF.multiply(gradient[i].compareTo(BigFraction.ZERO) < 0 ? -1 : 1);
                w[i] = w[i].subtract(step.multiply(clipped));
            }
        }
    }
}
