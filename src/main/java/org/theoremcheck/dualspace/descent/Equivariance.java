package org.theoremcheck.dualspace.descent;

import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Term.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.DualSpaceDescent;
import org.theoremcheck.dualspace.model.ExactState;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.model.Matrices;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Rollout;
import org.theoremcheck.dualspace.model.Slips;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Vectors;

/**
 * What descent does not see: a rotation of the features where K is isotropic, the order of the samples always.
 *
 * <p><b>Setting.</b> A problem and a change of it: (i) X → XQᵀ, W₀ → QW₀ with Q orthogonal and K isotropic or span-preserving; (ii) X → ΠX, Y →
 * ΠY with a permutation Π of the samples, any K.
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − η ∇K(Gₜ), twice.
 *
 * <p><b>Claim.</b> With Q = I in (ii), at the last of a few rounds,
 * <pre>
 *   QW_T − W′_T  =  0
 * </pre>
 *
 * <p><b>Constant.</b> G → QG in (i), and ∇K(QG) = Q∇K(G); G stays in (ii).
 *
 * <p><b>Hypotheses.</b> None beyond the setting, which holds by construction: Q = I − ½11ᵀ on four features, and X, Y, W₀ of so few bits that
 * products with Q are exact.
 *
 * <p><b>Rounding.</b> Both runs' steps, each enlarged by the steps after it: W → W − η∇K(∇L(W)) is Lipschitz with 1 + θ.
 *
 * <p><b>Tightness.</b> An equality.
 *
 * <p><b>References.</b> Derived.
 */
final class Equivariance {

    private static final String ID = "equivariance";

    /** A problem, and whether its features are rotated or its samples reversed. */
    record Twins(Problem problem, boolean rotated) {

        Problem twin() {
            return rotated
                    ? with(rows(problem.design()), problem.labels(), columns(problem.start()))
                    : with(reversed(problem.design()), reversed(problem.labels()), problem.start());
        }

        private Problem with(double[][] design, double[][] labels, double[][] start) {
            return new Problem(
                    design,
                    problem.smallest(),
                    problem.largest(),
                    labels,
                    start,
                    problem.loss(),
                    problem.preconditioner(),
                    problem.steps(),
                    problem.rounds());
        }

        /** Qᵀ on every row. */
        private static double[][] rows(double[][] matrix) {
            double[][] rotated = new double[matrix.length][];
            for (int i = 0; i < matrix.length; i++) {
                rotated[i] = reflected(matrix[i]);
            }
            return rotated;
        }

        /** Q on every column. */
        private static double[][] columns(double[][] matrix) {
            double[][] rotated = new double[matrix.length][matrix[0].length];
            for (int j = 0; j < matrix[0].length; j++) {
                double[] column = new double[matrix.length];
                for (int i = 0; i < column.length; i++) {
                    column[i] = matrix[i][j];
                }
                column = reflected(column);
                for (int i = 0; i < column.length; i++) {
                    rotated[i][j] = column[i];
                }
            }
            return rotated;
        }

        private static double[][] reversed(double[][] rows) {
            double[][] reversed = new double[rows.length][];
            for (int i = 0; i < rows.length; i++) {
                reversed[i] = rows[rows.length - 1 - i];
            }
            return reversed;
        }
    }

    private record Gap(double gap, double unrotated, double rounding, double magnitude) {}

    static final Theorem<Twins, Optimizer, ?> THEOREM = theorem();

    private Equivariance() {}

    private static Theorem<Twins, Optimizer, Gap> theorem() {
        return Theorem.theorem(
                        ID,
                        "Isotropic descent does not see rotations, and none sees the order of the samples",
                        DescentSetting.SOURCE.at("Derived: symmetries of the update"),
                        new Setting<>(
                                ID,
                                "A problem and the same with rotated features or reordered samples, each descended from its start",
                                Twins.class,
                                Optimizer.class,
                                families(),
                                List.of(),
                                twins -> new DualSpaceDescent(twins.problem()),
                                Equivariance::play,
                                Optional.of(Equivariance::enclosed)),
                        Compare.compare(term("gap", "‖QW_T − W′_T‖", Gap::gap))
                                .equalTo(term("none", "0", any -> 0))
                                .within(
                                        1e-8,
                                        "the rounding of both runs' steps, enlarged by 1 + θ for each later one",
                                        Gap::rounding,
                                        Gap::magnitude),
                        Tightness.NONE)
                .control(
                        "equivariance-unrotated",
                        "W_T itself stays where the features are rotated",
                        swap("gap", term("unrotated", "‖W_T − W′_T‖", Gap::unrotated)))
                .control(
                        "equivariance-entries",
                        "entries smoothed by themselves see rotations",
                        on(family("equivariance-entries", Kind.SMOOTH_SIGN, true)))
                .control(
                        "equivariance-elementwise",
                        "entries clipped in place of the norm",
                        subject(twins -> Slips.elementwise(twins.problem())));
    }

    private static List<Family<Twins>> families() {
        List<Family<Twins>> families = new ArrayList<>();
        for (Kind kind : Kind.smooth()) {
            families.add(family(ID + "/reordered", kind, false));
        }
        for (Kind kind : List.of(
                Kind.GRADIENT_DESCENT,
                Kind.SMOOTHED_NORMALIZATION,
                Kind.CLIPPING_BY_NORM,
                Kind.SPECTRAL,
                Kind.COLUMN_NORMALIZATION)) {
            families.add(family(ID + "/rotated", kind, true));
        }
        return families;
    }

    private static Family<Twins> family(String name, Kind kind, boolean rotated) {
        return Family.drawn(
                name + "/" + kind.label(),
                rotated ? "rotated" : "reordered",
                in -> new Twins(problem(in, kind), rotated));
    }

    /** Two or three samples of four to six features, as multiples of 2⁻¹⁰; σ₁ ≤ ‖X‖_F, and σₙ is of no use here. */
    private static Problem problem(Draw in, Kind kind) {
        int samples = in.integer("samples", 2, 3);
        int dimension = in.integer("dimension", 4, 6);
        int outputs = in.integer("outputs", 1, 2);
        double[][] design = coarse(in, "design", samples, dimension);
        double largest = Matrices.norm(new DMatrixRMaj(design)) * (1 + 0x1p-40) + 0x1p-40;
        Problem open = new Problem(
                design,
                largest,
                largest,
                coarse(in, "labels", samples, outputs),
                coarse(in, "start", dimension, outputs),
                in.oneOf("loss", List.of(Loss.SQUARED, Loss.LOG_COSH, Loss.PSEUDO_HUBER)),
                org.theoremcheck.dualspace.preconditioner.Blockwise.gradientDescent(),
                new double[] {1},
                in.integer("rounds", 1, 8));
        Problem problem = open.with(kind.draw(in, open.initial().gradient()));
        return problem.with(
                in.uniform("theta", 0.1, 1.9) / problem.with(1).constants().lipschitzStep(problem.with(1)));
    }

    private static double[][] coarse(Draw in, String name, int rows, int columns) {
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = Vectors.map(in.gaussians(name, i, columns), x -> Math.rint(x * 0x1p10) * 0x1p-10);
        }
        return matrix;
    }

    /** (I − ½11ᵀ) on the first four entries: symmetric, orthogonal, and of powers of two. */
    private static double[] reflected(double[] v) {
        double half = (v[0] + v[1] + v[2] + v[3]) / 2;
        double[] image = v.clone();
        for (int i = 0; i < 4; i++) {
            image[i] -= half;
        }
        return image;
    }

    /** A run: its last point, and how far rounding may have taken it. */
    private record Run(DMatrixRMaj end, double error) {}

    private static Run run(Problem problem, Subject<Twins, Optimizer> subject, Twins twins) {
        double growth = 1 + problem.constants().lipschitzStep(problem);
        DescentMeter meter = new DescentMeter(problem);
        Run[] run = {new Run(problem.initial().point(), 0)};
        Rollout.play(problem, subject, twins, step -> {
            run[0] = new Run(
                    step.after().point(),
                    run[0].error * growth + meter.read(step).stepRounding());
            return true;
        });
        return run[0];
    }

    private static Gap play(Twins twins, Subject<Twins, Optimizer> subject) {
        Problem twin = twins.twin();
        Run one = run(twins.problem(), subject, twins);
        Run other = run(twin, subject, new Twins(twin, twins.rotated));
        DMatrixRMaj image = twins.rotated ? rotated(one.end) : one.end;
        double sizes = Matrices.norm(one.end) + Matrices.norm(other.end);
        return new Gap(
                Matrices.distance(image, other.end),
                Matrices.distance(one.end, other.end),
                one.error + other.error + 16 * org.theoremcheck.numeric.Rounding.UNIT * sizes,
                sizes + Matrices.norm(new DMatrixRMaj(twin.start())));
    }

    private static DMatrixRMaj rotated(DMatrixRMaj point) {
        double[][] rows = new double[point.numRows][point.numCols];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = point.get(i, j);
            }
        }
        return new DMatrixRMaj(Twins.columns(rows));
    }

    private static Map<String, Enclosure> enclosed(Twins twins, Subject<Twins, Optimizer> subject) {
        Problem twin = twins.twin();
        Enclosure[][] one = ExactState.of(run(twins.problem(), subject, twins).end);
        Enclosure[][] other = ExactState.of(run(twin, subject, new Twins(twin, twins.rotated)).end);
        Enclosure[][] image = one.clone();
        for (int i = 0; twins.rotated && i < 4; i++) {
            image[i] = one[i].clone();
            for (int j = 0; j < image[i].length; j++) {
                for (int l = 0; l < 4; l++) {
                    image[i][j] = image[i][j].minus(one[l][j].over(Enclosure.of(2)));
                }
            }
        }
        return Map.of(
                "none", Enclosure.ZERO,
                "gap", ExactState.norm(ExactState.minus(image, other)),
                "unrotated", ExactState.norm(ExactState.minus(one, other)));
    }
}
