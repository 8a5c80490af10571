package org.theoremcheck.meanfield.agreement;

import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.util.FastMath;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Test;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.meanfield.flow.Experiment;
import org.theoremcheck.meanfield.flow.Flow;
import org.theoremcheck.meanfield.flow.StochasticGradientFlow;
import org.theoremcheck.meanfield.limit.CoordinateLaw;
import org.theoremcheck.meanfield.limit.Equations;
import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.numeric.Vectors;

/**
 * How fast the law of the coordinates converges.
 *
 * <p><b>Setting.</b> Logistic regression at τ = 1 in steps of 0.2, d = 512, 2048, 8192 and 32768.
 *
 * <p><b>Algorithm.</b> {@link StochasticGradientFlow}, 64 runs at the two smaller d, 32 and 16 at the larger.
 *
 * <p><b>Claim.</b> The mean over runs of W₂ between the coordinates at t = 4 and the mean-field law falls at least like d^(−0.4): a least-squares line
 * through its logarithms has a slope of at most −0.4.
 *
 * <p><b>Constant.</b> For independent Gaussians the slope is −0.48 at these d, as √(ln ln d) is still growing, and −½ in the limit; runs do the same. A law that is
 * off by any fixed amount bends the line to 0.
 *
 * <p><b>Hypotheses.</b> As in {@code dmft-agreement-logistic}.
 *
 * <p><b>Test.</b> One-sided, by the slope's standard error from the spread of the runs, and Student's t.
 *
 * <p><b>Tightness.</b> −½ asymptotically.
 *
 * <p><b>References.</b> Bobkov, Ledoux: One-dimensional empirical measures, order statistics, and Kantorovich transport distances. Memoirs AMS 2019.
 */
final class WassersteinDecay {

    private static final int RUNGS = 4;
    private static final int LARGEST = 32768;
    private static final double SLOPE = -0.4;

    /**
     * Distances in units of the law's deviation, by run, for the dimensions in increasing order.
     *
     * @param dimensions d
     * @param distances W₂/s
     */
    record Decay(double[] dimensions, List<double[]> distances) {

        /** How far the slope lies above −0.4 if each distance is changed so. */
        double score(DoubleUnaryOperator change) {
            double[] logs = Vectors.map(dimensions, FastMath::log);
            double center = Arrays.stream(logs).average().orElseThrow();
            double squares =
                    Arrays.stream(logs).map(x -> (x - center) * (x - center)).sum();
            double slope = 0;
            double variance = 0;
            int degrees = 0;
            for (int i = 0; i < logs.length; i++) {
                double[] changed = Arrays.stream(distances.get(i)).map(change).toArray();
                Sample sample = Sample.of(Arrays.stream(changed)
                        .mapToObj(value -> new double[] {value})
                        .toList());
                double weight = (logs[i] - center) / squares;
                slope += weight * FastMath.log(sample.mean()[0]);
                variance += weight * weight * sample.variance()[0] / (sample.mean()[0] * sample.mean()[0]);
                degrees += changed.length - 1;
            }
            return slope <= SLOPE
                    ? 0
                    : Shares.score(Shares.ofMean(slope - SLOPE, variance, degrees, 1, Shares.OF_MEANS), 1);
        }
    }

    static final Theorem<Experiment, Flow, Decay> THEOREM = Theorem.theorem(
                    "wasserstein-decay",
                    "The distance of the coordinates to their law falls like d^(−½), up to logarithms",
                    Agreement.SOURCE,
                    setting(),
                    test("t of (slope of log W₂ + 0.4)", distance -> distance),
                    Tightness.NONE)
            .control(
                    "mf-decay-shifted",
                    "a law that is off by a tenth of its deviation",
                    claim -> claim.saying(test(
                            "t of (slope of log √(W₂² + s²/100) + 0.4)",
                            distance -> Math.sqrt(distance * distance + 0.01))))
            .control(
                    "mf-decay-hotter",
                    "runs at one and a half times τ",
                    on(Experiments.of("ladder-hotter", Experiments.COARSE_LOGISTIC.at(3), 4096, 32)),
                    subject(Slips.HOTTER));

    private WassersteinDecay() {}

    private static Test<Decay> test(String statistic, DoubleUnaryOperator change) {
        return Shares.test(statistic, decay -> decay.score(change));
    }

    private static Setting<Experiment, Flow, Decay> setting() {
        Family<Experiment> family = Experiments.of("ladder", Experiments.COARSE_LOGISTIC, LARGEST, 64);
        return new Setting<>(
                "distance to the mean-field law as d grows",
                "Independent runs of stochastic gradient flow in d = 512, 2048, 8192, 32768, against solutions of its mean-field equations",
                Experiment.class,
                Flow.class,
                List.of(family),
                List.of(),
                StochasticGradientFlow::lazy,
                WassersteinDecay::play,
                Optional.empty());
    }

    static Decay play(Experiment experiment, Subject<Experiment, Flow> subject) {
        int last = experiment.model().steps();
        CoordinateLaw law =
                CoordinateLaw.gaussian(Solves.of(
                                experiment.model(),
                                Equations.TRUE,
                                Solves.SOME,
                                RandomStream.key(experiment.seed(), "solves", 0))
                        .stream()
                        .mapToDouble(solution -> solution.covariance(last, last))
                        .average()
                        .orElseThrow());
        double[] dimensions = new double[RUNGS];
        List<double[]> distances = new ArrayList<>();
        for (int rung = 0; rung < RUNGS; rung++) {
            int d = experiment.dimension() >> (2 * (RUNGS - 1 - rung));
            dimensions[rung] = d;
            double[] ofRuns = new double[experiment.runs() >> Math.max(0, rung - 1)];
            for (int r = 0; r < ofRuns.length; r++) {
                Experiment run = new Experiment(
                                experiment.model(),
                                experiment.entries(),
                                d,
                                experiment.runs(),
                                experiment.seed() + rung)
                        .run(r);
                double[] weights =
                        Misplay.unlessVector(subject.begin(run).weights(last), d, "the weights after the last step");
                Arrays.sort(weights);
                ofRuns[r] = law.distance(weights) / law.deviation();
            }
            distances.add(ofRuns);
        }
        return new Decay(dimensions, distances);
    }
}
