package org.theoremcheck.meanfield.agreement;

import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.meanfield.limit.Equations.Term.REACTION;

import java.util.Arrays;
import java.util.List;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Test;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.meanfield.flow.Experiment;
import org.theoremcheck.meanfield.flow.Flow;
import org.theoremcheck.meanfield.limit.Equations;
import org.theoremcheck.meanfield.limit.MeanField;
import org.theoremcheck.numeric.RandomStream;

/**
 * The law of the outputs on the samples.
 *
 * <p><b>Setting.</b> One of the runs of {@code dmft-agreement-logistic} and {@code -tanh}.
 *
 * <p><b>Algorithm.</b> The n = 32768 products y r of labels and outputs at t = 4, against 40,000 samples of the effective process.
 *
 * <p><b>Claim.</b> The empirical law of (r, y) over the samples converges to that of the effective process; here that of y r. It is not that of the
 * outputs on new samples, N(0, C): samples that were trained on are remembered.
 *
 * <p><b>Constant.</b> None.
 *
 * <p><b>Hypotheses.</b> As in {@code dmft-agreement-logistic}.
 *
 * <p><b>Test.</b> The two-sample statistic D of Kolmogorov and Smirnov is at most the sum of those of both to their law, and each exceeds
 * √(ln(4/α)/(2N)) with probability at most α/2 (Dvoretzky, Kiefer, Wolfowitz; Massart's constant). Samples of one run share θ, and those of one solution
 * its kernels: a factor √1.5 is allowed for that.
 *
 * <p><b>Tightness.</b> An equality in the limit.
 *
 * <p><b>References.</b> Massart: The tight constant in the Dvoretzky-Kiefer-Wolfowitz inequality. Ann. Probab. 18(3), 1990.
 */
final class ResidualLaw {

    private static final int SAMPLES = 40_000;
    private static final double DEPENDENCE = 1.5;

    static final Theorem<Experiment, Flow, Ensemble> THEOREM = Theorem.theorem(
                    "residual-law",
                    "Outputs on the samples have the law of the effective process",
                    Agreement.SOURCE,
                    Agreement.setting("law of the outputs", Agreement.Large.LOGISTIC)
                            .first(List.of(Agreement.Large.TANH)),
                    test(Equations.TRUE),
                    Tightness.NONE)
            .control(
                    "mf-residual-no-reaction",
                    "no Onsager term: outputs as on new samples",
                    on(Agreement.Large.COARSE_LOGISTIC, Agreement.Large.TANH),
                    wrong(Equations.TRUE.with(REACTION, 0)))
            .control(
                    "mf-residual-shuffled",
                    "outputs of other samples than the labels",
                    on(
                            Experiments.of("logistic-shuffled", Experiments.LOGISTIC, 4096, 2),
                            Experiments.of("tanh-shuffled", Experiments.TANH, 4096, 2)),
                    subject(Slips.SHUFFLED));

    private ResidualLaw() {}

    private static Alteration<Experiment, Flow, Ensemble> wrong(Equations equations) {
        return claim -> claim.saying(test(equations));
    }

    private static Test<Ensemble> test(Equations equations) {
        return Shares.test(
                "D of Kolmogorov and Smirnov, in units of its bound, against " + equations.text(), ensemble -> {
                    double[] simulated = ensemble.margins();
                    double[] predicted = MeanField.margins(
                            ensemble.model(),
                            equations,
                            SAMPLES,
                            RandomStream.key(ensemble.experiment().seed(), "margins", 0));
                    double deviation = Math.sqrt(DEPENDENCE * StrictMath.log(4 / Shares.FALSE_ALARM) / 2);
                    double bound = deviation * (1 / Math.sqrt(simulated.length) + 1 / Math.sqrt(predicted.length));
                    return Shares.score(distance(simulated, predicted), bound);
                });
    }

    /** The largest difference of two empirical distribution functions. */
    private static double distance(double[] sample, double[] other) {
        double[] a = sample.clone();
        double[] b = other.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double x = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= x) {
                i++;
            }
            while (j < b.length && b[j] <= x) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return largest;
    }
}
