package org.theoremcheck.dualspace.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.dualspace.Sizes;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.DualSpaceDescent;
import org.theoremcheck.dualspace.model.EachStep;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.model.Rollout;
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.dualspace.preconditioner.Diagonal;
import org.theoremcheck.dualspace.preconditioner.Preconditioner;
import org.theoremcheck.dualspace.preconditioner.Profile;
import org.theoremcheck.dualspace.preconditioner.Profile.Shape;
import org.theoremcheck.dualspace.preconditioner.RightMultiplication;
import org.theoremcheck.numeric.Rounding;

/** What the referees see of a point, and their bounds on rounding, in other units and at other sizes. */
class BiasMeterTest {

    /** Features in units of a, labels in units of b, and ∇K in units of p. */
    private static Problem problem(Preconditioner preconditioner, double a, double b, double p) {
        return new Problem(
                new double[][] {{a, 0.5 * a, -0.25 * a}, {0.3 * a, -a, 0.7 * a}},
                0.9 * a,
                1.4 * a,
                new double[][] {{b, -2 * b}, {0.3 * b, 1.7 * b}},
                new double[][] {{b / a, 0}, {-b / a, 0.6 * b / a}, {0.1 * b / a, b / a}},
                Loss.SQUARED,
                preconditioner,
                new double[] {0.25 / (a * a * p)},
                3);
    }

    private static <E> List<E> run(EachStep.Meter<E> meter, Problem problem) {
        List<E> seen = new ArrayList<>();
        Rollout.play(problem, DualSpaceDescent::new, problem, step -> seen.add(meter.read(step)));
        return seen;
    }

    private static List<double[]> spans(double a, double b, double p) {
        Problem problem = problem(new RightMultiplication(new double[][] {{2 * p, p}, {p, 2 * p}}, p, 3 * p), a, b, p);
        return run(new BiasMeter(problem), problem).stream()
                .map(point -> new double[] {
                    point.moved(),
                    point.distance(),
                    point.residual(),
                    point.fromLeastNorm(),
                    point.magnitude(),
                    point.budgets().drift(),
                    point.budgets().orthogonal(),
                    point.budgets().distance(),
                    point.budgets().mismatch()
                })
                .toList();
    }

    private static List<double[]> oblique(double a, double b, double p) {
        Problem problem = problem(new Diagonal(new double[] {p, 3 * p, 2 * p}), a, b, p);
        return run(halved(problem, 1 / a, 0x1p-40, 4), problem).stream()
                .map(point -> new double[] {
                    point.moved(),
                    point.projected(),
                    point.mismatch(),
                    point.mismatchRounding(),
                    point.distanceRounding(),
                    point.magnitude()
                })
                .toList();
    }

    /** With R → R/(2a), in as many rows as there are features, for B. */
    private static EachStep.Meter<Oblique> halved(Problem problem, double norm, double error, double condition) {
        return Oblique.meter(
                problem,
                new Oblique.RightInverse(
                        change -> {
                            DMatrixRMaj way = new DMatrixRMaj(problem.dimension(), problem.outputs());
                            for (int i = 0; i < change.data.length; i++) {
                                way.data[i] = change.data[i] * norm / 2;
                            }
                            return way;
                        },
                        norm,
                        error),
                condition);
    }

    @Test
    void inOtherUnitsEverythingIsTheSameLength() {
        for (double[] units : new double[][] {{8, 1, 1}, {1, 0x1p-5, 1}, {1, 1, 16}, {0.25, 4, 2}}) {
            assertScaled(spans(1, 1, 1), spans(units[0], units[1], units[2]), units[1] / units[0]);
            assertScaled(oblique(1, 1, 1), oblique(units[0], units[1], units[2]), units[1] / units[0]);
        }
    }

    private static void assertScaled(List<double[]> one, List<double[]> other, double factor) {
        for (int t = 0; t < one.size(); t++) {
            for (int i = 0; i < one.get(t).length; i++) {
                double expected = one.get(t)[i] * factor;
                assertThat(other.get(t)[i]).as("%d at %d", i, t).isCloseTo(expected, within(1e-9 * expected));
            }
        }
    }

    @Test
    void noBoundOnRoundingShrinksWhereWhatIsRoundedGrows() {
        for (int dimension = 1; dimension <= 2; dimension++) {
            int features = dimension;
            Sizes.assertNoneShrinks(400, sizes -> ofSpans(features, sizes));
            Sizes.assertNoneShrinks(400, sizes -> ofOblique(features, sizes, 4));
        }
    }

    private static double[] ofSpans(int dimension, double[] sizes) {
        Problem problem = Sizes.problem(1, dimension, 1, sizes);
        Bias point = new BiasMeter(problem).read(Sizes.step(problem, sizes));
        Bias.Budgets budgets = point.budgets();
        return new double[] {
            budgets.drift(), budgets.orthogonal(), budgets.distance(), budgets.mismatch(), point.magnitude()
        };
    }

    private static double[] ofOblique(int dimension, double[] sizes, double condition) {
        double[] opposite = sizes.clone();
        // Of the other sign than R after, so that R − R₀ grows with it.
        opposite[1] *= -1;
        Problem problem = Sizes.problem(1, dimension, 1, opposite);
        Oblique point = halved(problem, 3, 0x1p-50, condition).read(Sizes.step(problem, sizes));
        return new double[] {point.mismatchRounding(), point.distanceRounding(), point.magnitude()};
    }

    @Test
    void everyPartIsRounded() {
        // η, S and G before, and W after make the drift; Y and R after are what X⁺ is applied to.
        for (int bound = 0; bound < 4; bound++) {
            int which = bound;
            Sizes.assertGrowsWith(sizes -> ofSpans(1, sizes)[which], 0, 4, 5, 6);
        }
        for (int bound = 2; bound < 4; bound++) {
            int which = bound;
            Sizes.assertGrowsWith(sizes -> ofSpans(1, sizes)[which], 1, 7);
        }
        Sizes.assertGrowsWith(sizes -> ofOblique(1, sizes, 4)[0], 0, 1, 4, 5, 6, 7);
        Sizes.assertGrowsWith(sizes -> ofOblique(1, sizes, 4)[1], 0, 4, 5, 6);
    }

    /** The oblique projection on the range of B along the row space is as long as the condition of P is large. */
    @Test
    void aWorseConditionedPreconditionerEnlargesTheDrift() {
        double[] sizes = new double[Sizes.PARTS];
        Arrays.fill(sizes, 0x1p-30);
        sizes[0] = 1;
        sizes[5] = 1;

        assertThat(ofOblique(1, sizes, 64)[1]).isGreaterThan(4 * ofOblique(1, sizes, 4)[1]);
        assertThat(ofOblique(1, sizes, 64)[1]).isLessThan(64 * ofOblique(1, sizes, 4)[1]);
    }

    /** Normalization makes a direction of length 1 of a gradient of any. */
    @Test
    void aTinyGradientThatIsNormalizedIsRoundedAsItsDirectionIs() {
        double[] sizes = new double[Sizes.PARTS];
        Arrays.fill(sizes, 0x1p-60);
        sizes[0] = 1;
        Problem problem = Sizes.problem(1, 1, 1, sizes).with(Blockwise.isotropic(Profile.of(Shape.ABSOLUTE)));

        assertThat(halved(problem, 3, 0x1p-50, 1)
                        .read(Sizes.step(problem, sizes))
                        .mismatchRounding())
                .isBetween(Rounding.UNIT, 1000 * Rounding.UNIT);
    }

    /** From a solution but for its rounding, in short steps: X⁺ enlarges the rounding of residuals by 1/σₙ. */
    @Test
    void whereOneSingularValueIsSmallTheMismatchIsWithinItsBoundAndFarAboveOneRounding() {
        double largest = 0;
        for (int index = 0; index < 10; index++) {
            Problem open = Problems.drawn(
                    new Draw(3, "ill-conditioned", index),
                    new Problems.Size(4, 6, 2, 0x1p20, 3),
                    Kind.NORMALIZATION,
                    (in, rounds) -> new double[] {0x1p-10},
                    List.of(Loss.SQUARED));
            DMatrixRMaj labels = new DMatrixRMaj(4, 2);
            CommonOps_DDRM.mult(new DMatrixRMaj(open.design()), new DMatrixRMaj(open.start()), labels);
            double[][] fitted = new double[4][2];
            for (int i = 0; i < labels.data.length; i++) {
                fitted[i / 2][i % 2] = Math.nextUp(labels.data[i]);
            }
            Problem problem = new Problem(
                    open.design(),
                    open.smallest(),
                    open.largest(),
                    fitted,
                    open.start(),
                    open.loss(),
                    open.preconditioner(),
                    open.steps(),
                    open.rounds());
            for (Bias point : run(new BiasMeter(problem), problem)) {
                assertThat(point.mismatch())
                        .isLessThanOrEqualTo(point.budgets().mismatch())
                        .isLessThanOrEqualTo(point.budgets().distance());
                largest = Math.max(largest, point.mismatch());
            }
        }
        assertThat(largest).isGreaterThan(0x1p16 * Rounding.UNIT);
    }
}
