package org.theoremcheck.dualspace.descent;

import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.DualSpaceDescent;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * A step of dual-space preconditioned descent is a function of the gradient at hand.
 *
 * <p><b>Setting.</b> Two histories of one gradient each, and the same gradient after them.
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − η ∇K(Gₜ), which is fed those gradients.
 *
 * <p><b>Claim.</b>
 * <pre>
 *   (W₂ − W₁) − (W₂′ − W₁′)  =  0
 * </pre>
 * Adam, whose averages remember, is not of that form for any K; only g/(√(g²) + ε) is, Adam with β₁ = β₂ = 0.
 *
 * <p><b>Constant.</b> By definition.
 *
 * <p><b>Hypotheses.</b> None.
 *
 * <p><b>Rounding.</b> Each point is rounded once, and each difference once: four roundings of the points.
 *
 * <p><b>Tightness.</b> An equality.
 *
 * <p><b>References.</b> Kingma, Ba: Adam. ICLR 2015.
 */
final class Memoryless {

    private static final String ID = "memoryless";

    /** A problem, of which only the start, the step and K matter, and the gradients. */
    record Histories(Problem problem, double[] first, double[] other, double[] last) {}

    private record Steps(double difference, double points, double rounding, double magnitude) {}

    static final Theorem<Histories, Optimizer, ?> THEOREM = theorem();

    private Memoryless() {}

    private static Theorem<Histories, Optimizer, Steps> theorem() {
        Compare<Steps> statement = Compare.compare(term("difference", "‖(W₂ − W₁) − (W₂′ − W₁′)‖", Steps::difference))
                .equalTo(term("none", "0", any -> 0))
                .within(1e-12, "four roundings of the points", Steps::rounding, Steps::magnitude);
        List<Family<Histories>> families = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            families.add(Family.drawn(ID + "/" + kind.label(), "drawn", in -> {
                Problem problem =
                        Problems.draw(in, Problems.Size.SMALL, kind, Problems::convergent, List.of(Loss.values()));
                int entries = problem.dimension() * problem.outputs();
                return new Histories(
                        problem,
                        in.gaussians("first", 0, entries),
                        in.gaussians("other", 0, entries),
                        in.gaussians("last", 0, entries));
            }));
        }
        return Theorem.theorem(
                        ID,
                        "A step is a function of the gradient at hand",
                        DescentSetting.SOURCE.at("Abstract, 'preconditioners of the form ∇K'"),
                        new Setting<>(
                                ID,
                                "One optimizer begun twice and fed G₁ and G, and G₁′ and G",
                                Histories.class,
                                Optimizer.class,
                                families,
                                List.of(),
                                histories -> new DualSpaceDescent(histories.problem()),
                                Memoryless::play,
                                Optional.of(Memoryless::enclosed)),
                        statement,
                        Tightness.NONE)
                .control(
                        "memoryless-points",
                        "the points are functions of the last gradient too",
                        swap("difference", term("points", "‖W₂ − W₂′‖", Steps::points)),
                        witness(one()))
                .control(
                        "memoryless-momentum",
                        "heavy-ball momentum",
                        subject(histories -> new Momentum(histories.problem())),
                        witness(one()))
                .refuted(
                        "memoryless-adam-is-adam",
                        "Adam is preconditioned descent along ∇K",
                        Source.literally(
                                "Adam is among the optimizers whose update is ∇K of the gradient", "memoryless"),
                        subject(histories -> new Adam(histories.problem())),
                        witness(one()));
    }

    /** G₁ = 1 or 2, then 1. */
    private static Histories one() {
        return new Histories(
                Problems.line(1, 0, 1, Loss.SQUARED, Blockwise.gradientDescent(), 0.5, 2),
                new double[] {1},
                new double[] {2},
                new double[] {1});
    }

    /** W₁ and W₂. */
    private static double[][] points(Histories histories, Subject<Histories, Optimizer> subject, double[] before) {
        Optimizer optimizer = subject.begin(histories);
        int entries = histories.last.length;
        double[] first = Misplay.unlessVector(optimizer.step(before.clone()), entries, "the first point")
                .clone();
        double[] second = Misplay.unlessVector(optimizer.step(histories.last.clone()), entries, "the second point")
                .clone();
        return new double[][] {first, second};
    }

    private static Steps play(Histories histories, Subject<Histories, Optimizer> subject) {
        double[][] one = points(histories, subject, histories.first);
        double[][] other = points(histories, subject, histories.other);
        double[] step = Vectors.difference(one[1], one[0]);
        double[] otherStep = Vectors.difference(other[1], other[0]);
        double sizes = Vectors.norm(one[0]) + Vectors.norm(one[1]) + Vectors.norm(other[0]) + Vectors.norm(other[1]);
        return new Steps(
                Math.sqrt(Vectors.squaredDistance(step, otherStep)),
                Math.sqrt(Vectors.squaredDistance(one[1], other[1])),
                Rounding.gamma(4) * sizes,
                sizes);
    }

    private static Map<String, Enclosure> enclosed(Histories histories, Subject<Histories, Optimizer> subject) {
        double[][] one = points(histories, subject, histories.first);
        double[][] other = points(histories, subject, histories.other);
        return Map.of(
                "none", Enclosure.ZERO,
                "difference",
                        Enclosures.squaredDistance(
                                        Enclosures.difference(one[1], one[0]),
                                        Enclosures.difference(other[1], other[0]))
                                .sqrt(),
                "points",
                        Enclosures.squaredNorm(Enclosures.difference(one[1], other[1]))
                                .sqrt());
    }

    /** m ← .9 m + .1 g, v ← .999 v + .001 g², W ← W − η m̂/(√v̂ + 10⁻⁸) with m̂ = m/(1 − .9ᵗ), v̂ = v/(1 − .999ᵗ). */
    static final class Adam implements Optimizer {

        private final Problem problem;
        private final double[] point;
        private final double[] mean;
        private final double[] square;
        private double firstDecay = 1;
        private double secondDecay = 1;

        Adam(Problem problem) {
            this.problem = problem;
            point = problem.initial().point().data.clone();
            mean = new double[point.length];
            square = new double[point.length];
        }

        @Override
        public double[] step(double[] gradient) {
            firstDecay *= 0.9;
            secondDecay *= 0.999;
            for (int i = 0; i < point.length; i++) {
                mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
                square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
                point[i] -= problem.step(0)
                        * (mean[i] / (1 - firstDecay))
                        / (Math.sqrt(square[i] / (1 - secondDecay)) + 1e-8);
            }
            return point.clone();
        }
    }

    /** V ← ½V + G, W ← W − ηV. */
    private static final class Momentum implements Optimizer {

        private final Problem problem;
        private final double[] point;
        private final double[] velocity;

        Momentum(Problem problem) {
            this.problem = problem;
            point = problem.initial().point().data.clone();
            velocity = new double[point.length];
        }

        @Override
        public double[] step(double[] gradient) {
            for (int i = 0; i < point.length; i++) {
                velocity[i] = velocity[i] / 2 + gradient[i];
                point[i] -= problem.step(0) * velocity[i];
            }
            return point.clone();
        }
    }
}
