package org.theoremcheck.quartic.rate;

import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;

/**
 * GDPolyak on x⁴ + a(y − x²)² in sixty decimal digits (Commons Math's Dfp). Below gaps of 10⁻²⁹ the difference y − x², which is near
 * (4/a)x⁴, has lost all its digits in doubles, and a stall there would be that of the arithmetic.
 */
final class PreciseRosenbrock {

    private static final DfpField SIXTY_DIGITS = new DfpField(60);

    private PreciseRosenbrock() {}

    /**
     * The gaps before the long steps, in doubles.
     *
     * @param shortSteps K₀; epoch i has growth · i more
     */
    static double[] gaps(double stiffness, double step, double[] start, int shortSteps, int growth, int epochs) {
        Dfp a = SIXTY_DIGITS.newDfp(stiffness);
        Dfp eta = SIXTY_DIGITS.newDfp(step);
        Dfp x = SIXTY_DIGITS.newDfp(start[0]);
        Dfp y = SIXTY_DIGITS.newDfp(start[1]);
        double[] gaps = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++) {
            int left = shortSteps + growth * epoch;
            for (int update = 0; update <= left; update++) {
                Dfp square = x.multiply(x);
                Dfp normal = y.subtract(square);
                Dfp pull = a.multiply(normal);
                Dfp alongX = x.multiply(4).multiply(square.subtract(pull));
                Dfp alongY = pull.multiply(2);
                Dfp length = eta;
                if (update == left) {
                    Dfp gap = square.multiply(square).add(pull.multiply(normal));
                    gaps[epoch] = gap.toDouble();
                    length = gap.divide(alongX.multiply(alongX).add(alongY.multiply(alongY)));
                }
                x = x.subtract(length.multiply(alongX));
                y = y.subtract(length.multiply(alongY));
            }
        }
        return gaps;
    }
}
