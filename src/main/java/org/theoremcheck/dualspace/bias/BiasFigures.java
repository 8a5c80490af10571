package org.theoremcheck.dualspace.bias;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Figure;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.DualSpaceDescent;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.model.Matrices;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.model.Rollout;
import org.theoremcheck.dualspace.model.RowSpace;

/** Where preconditioners end: the distance to the solution of gradient descent over the steps, and over the learning rate. */
public final class BiasFigures {

    private static final int POINTS = 60;

    private static final Problems.Size SIZE = new Problems.Size(6, 18, 3, 4, 3000);

    private BiasFigures() {}

    /** Both figures. */
    public static List<Figure> figures() {
        return List.of(overSteps(), overLearningRates());
    }

    /** One problem, preconditioned in all ways, with θ = 1. */
    private static Problem problem(Kind kind, double theta) {
        return Problems.drawn(
                new Draw(260310485, "figure", 0),
                SIZE,
                kind,
                (in, rounds) -> new double[] {theta},
                List.of(Loss.SQUARED));
    }

    private static Figure overSteps() {
        List<Figure.Series> series = new ArrayList<>();
        for (Kind kind : Kind.smooth()) {
            Map<Integer, Double> distances = distances(problem(kind, 1));
            series.add(new Figure.Series(
                    kind.label().replace('-', ' '),
                    distances.keySet().stream()
                            .mapToDouble(Integer::doubleValue)
                            .toArray(),
                    distances.values().stream().mapToDouble(Double::doubleValue).toArray()));
        }
        return new Figure(
                "dual-space-distance",
                "Distance to the solution of gradient descent",
                "‖Wₜ − W_GD‖/‖W₀ − W_GD‖ for one problem with n = 6, d = 18, k = 3, κ_X = 4, squared loss and η = 1/(β σ₁²). Preconditioners that "
                        + "preserve spans go down to rounding; the others end elsewhere, some eleven orders of magnitude above.",
                new Figure.Axis("step t", true),
                new Figure.Axis("relative distance", true),
                series);
    }

    /** The relative distance at about equal ratios of t. */
    private static Map<Integer, Double> distances(Problem problem) {
        DMatrixRMaj way = RowSpace.of(problem).pseudoInverse(problem.initial().residual());
        DMatrixRMaj solution = Matrices.minus(problem.initial().point(), way);
        double unit = Matrices.norm(way);
        double ratio = StrictMath.pow(problem.rounds(), 1.0 / POINTS);
        double[] next = {1};
        Map<Integer, Double> distances = new LinkedHashMap<>();
        Rollout.play(problem, DualSpaceDescent::new, problem, step -> {
            int t = step.round() + 1;
            if (t >= next[0]) {
                distances.put(t, Matrices.distance(step.after().point(), solution) / unit);
                next[0] = Math.max(t + 1, next[0] * ratio);
            }
            return true;
        });
        return distances;
    }

    private static Figure overLearningRates() {
        List<Figure.Series> series = new ArrayList<>();
        for (Kind kind : List.of(
                Kind.CLIPPING_BY_NORM,
                Kind.SPECTRAL,
                Kind.DIAGONAL,
                Kind.SOFT_SIGN,
                Kind.SMOOTH_SIGN,
                Kind.CLIPPING_BY_VALUE,
                Kind.ROW_NORMALIZATION)) {
            // Below θ = 0.4 the slowest of these runs end before their limit.
            double[] thetas = new double[7];
            double[] moved = new double[thetas.length];
            DMatrixRMaj first = end(problem(kind, 1.75));
            for (int i = 0; i < thetas.length; i++) {
                thetas[i] = 0.4 + 0.2 * i;
                moved[i] = Matrices.distance(end(problem(kind, thetas[i])), first) / Matrices.norm(first);
            }
            series.add(new Figure.Series(kind.label().replace('-', ' '), thetas, moved));
        }
        return new Figure(
                "dual-space-learning-rate",
                "The solution found, against the learning rate",
                "‖W_∞(θ) − W_∞(1.75)‖/‖W_∞(1.75)‖ on the problem of the other figure, θ = η β σ₁². It stays at rounding for preconditioners that preserve "
                        + "spans and for a fixed diagonal one, and moves for those that act on entries or rows.",
                new Figure.Axis("θ", false),
                new Figure.Axis("relative distance of the limits", true),
                series);
    }

    /** Where a run ends whose residual is rounding. */
    private static DMatrixRMaj end(Problem problem) {
        double enough = 1e-12 * Matrices.norm(problem.initial().residual());
        DMatrixRMaj[] end = {problem.initial().point()};
        Rollout.play(problem, DualSpaceDescent::new, problem, step -> {
            end[0] = step.after().point();
            return Matrices.norm(step.after().residual()) > enough;
        });
        return end[0];
    }
}
