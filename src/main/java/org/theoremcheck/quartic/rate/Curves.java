package org.theoremcheck.quartic.rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Figure;
import org.theoremcheck.claim.Figure.Axis;
import org.theoremcheck.claim.Figure.Series;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.quartic.descent.Descender;
import org.theoremcheck.quartic.descent.GDPolyak;
import org.theoremcheck.quartic.descent.GradientMethod;
import org.theoremcheck.quartic.descent.Landscape;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.descent.Rollout;
import org.theoremcheck.quartic.objective.Separable;

/** The figures of the paper: gaps of the three methods, the growth of the long step, and the stall. */
public final class Curves {

    private static final int POINTS = 150;

    /** Of the draws of the figures. */
    private static final long SEED = 2409;

    private Curves() {}

    /** All figures. */
    public static List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (Landscape landscape : Landscape.values()) {
            figures.add(gaps(landscape));
        }
        figures.add(longSteps());
        figures.add(stall());
        return figures;
    }

    /** As in the paper, with the best gap so far. */
    private static Figure gaps(Landscape landscape) {
        Problem problem = landscape.problem(new Draw(SEED, "figure/" + landscape.label(), 0));
        HittingTimes times = new HittingReferee().play(problem, GDPolyak::begin);
        int updates = (int) (times.last() + times.last() / 4);
        return new Figure(
                "gaps-" + landscape.label(),
                "Gap against gradient evaluations: " + landscape.label(),
                "Best f − f* so far, relative to the start; GDPolyak with K = %d, η = %s"
                        .formatted(problem.shortSteps(), String.format(Locale.ROOT, "%.3g", problem.step())),
                new Axis("gradient evaluations", false),
                new Axis("gap", true),
                List.of(
                        best("GDPolyak", problem, GDPolyak::begin, updates),
                        best("gradient descent", problem, GradientMethod::gradientDescent, updates),
                        best("Polyak", problem, GradientMethod::polyak, updates)));
    }

    private static Series best(String name, Problem problem, Subject<Problem, Descender> subject, int updates) {
        double[] best = Vectors.filled(updates + 1, Double.NaN);
        Rollout.play(problem, subject, (update, point, gap, gradient) -> {
            int t = (int) update;
            best[t] = t == 0 ? gap : Math.min(best[t - 1], gap);
            return t < updates;
        });
        double[] at = new double[POINTS];
        double[] shown = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            int t = (int) ((long) updates * k / (POINTS - 1));
            at[k] = t;
            shown[k] = best[t] / best[0];
        }
        return new Series(name, at, shown);
    }

    private static Figure longSteps() {
        List<Series> series = new ArrayList<>();
        for (double power : new double[] {3, 4, 6}) {
            Problem problem = Problem.of(Separable.ravine(2, 1, power), new double[] {0.5, 0.4}, 0.25, 60, 30);
            double[] lengths = new double[problem.epochs()];
            Rollout.epochs(
                    problem,
                    GDPolyak::begin,
                    (epoch, before, gap, gradient, after) -> lengths[epoch] = GradientMethod.polyakStep(gap, gradient));
            series.add(new Series("x² + |y|^%d".formatted((int) power), epochs(lengths.length), lengths));
        }
        return new Figure(
                "long-steps",
                "The long step grows",
                "Polyak's length α in each epoch; it grows by 3/2, 16/9 and 2.07. K = 60, η = 1/4",
                new Axis("epoch", false),
                new Axis("α", true),
                series);
    }

    private static Figure stall() {
        List<Series> series = new ArrayList<>();
        for (int shortSteps : new int[] {20, 40, 60, 100}) {
            double[] gaps = PreciseRosenbrock.gaps(10, 0.0125, new double[] {0.7, 0.6}, shortSteps, 0, 90);
            for (int i = 1; i < gaps.length; i++) {
                gaps[i] = Math.min(gaps[i], gaps[i - 1]);
            }
            series.add(new Series("K = " + shortSteps, epochs(gaps.length), gaps));
        }
        return new Figure(
                "stall",
                "A fixed number of short steps stalls",
                "Best gap before long steps on x⁴ + 10(y − x²)² from (0.7, 0.6), η = 1/80, in sixty digits",
                new Axis("epoch", false),
                new Axis("gap", true),
                series);
    }

    private static double[] epochs(int count) {
        double[] epochs = new double[count];
        Arrays.setAll(epochs, i -> i);
        return epochs;
    }
}
