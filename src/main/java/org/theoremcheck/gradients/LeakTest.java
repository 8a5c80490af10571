package org.theoremcheck.gradients;

import java.util.function.IntFunction;
import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.numeric.Vectors;

/**
 * Whether predictors see only what is past: on white noise, which has no past worth knowing, a κ below its expectation is a leak.
 *
 * <p>With k independent standard normal coordinates and N rows, P = Σ Wₛₜ⟨gₛ, gₜ⟩ has mean k tr W and variance 2k‖W‖²_F. The noise is
 * the same at every run, so the answer tells of the code alone.
 */
final class LeakTest {

    private static final int ROWS = 257;
    private static final int COLUMNS = 256;

    /** Standard deviations, beyond which a leak-free predictor is by chance with probability below 1e-8 (2e-9 if P were normal). */
    private static final double CLEAR = 6;

    private LeakTest() {}

    /** The answer of this program, found when it is first asked for. */
    private static final class Once {
        static final boolean PASSED = run();
    }

    static boolean passed() {
        return Once.PASSED;
    }

    private static boolean run() {
        IntFunction<double[]> noise = RankNull.noise(RandomStream.key(260104270, "leak test", 0), COLUMNS);
        Coordinates coordinates = new Coordinates(COLUMNS, 1);
        double[] energy = new double[1];
        double[][] gradient = new double[1][];
        for (int t = 0; t < ROWS; t++) {
            gradient[0] = noise.apply(t);
            coordinates.observe(gradient, 0, 1, energy, 0);
        }
        coordinates.close(0);
        WindowErrors errors = coordinates.sums().errors();
        for (HistoryPredictor predictor : HistoryPredictor.values()) {
            QuadraticForm form = predictor.form(ROWS);
            double squares = form.squares() + Vectors.squaredNorm(form.diagonal());
            double deviation = Math.sqrt(2 * COLUMNS * squares);
            double excess = errors.of(predictor)[0] - COLUMNS * form.trace();
            if (predictor != HistoryPredictor.ZERO && Math.abs(excess) > CLEAR * deviation) {
                return false;
            }
        }
        return true;
    }
}
