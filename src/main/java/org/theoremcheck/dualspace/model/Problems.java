package org.theoremcheck.dualspace.model;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.dualspace.preconditioner.Preconditioner;
import org.theoremcheck.dualspace.preconditioner.RightMultiplication;
import org.theoremcheck.numeric.Vectors;

/** Problems: random ones with a planted spectrum, and small ones made by hand. */
public final class Problems {

    /** Bounds of a planted spectrum leave room for the rounding of U diag(s) Vᵀ and of a check: a few u σ₁, and 30 σₙ ≥ σ₁. */
    private static final double ROOM = 0x1p-42;

    private Problems() {}

    /**
     * How large random problems are.
     *
     * @param samples largest n
     * @param dimension largest d
     * @param outputs largest k
     * @param condition largest κ_X
     * @param rounds largest T
     */
    public record Size(int samples, int dimension, int outputs, double condition, int rounds) {

        /** Small enough for enclosed arithmetic to follow. */
        public static final Size SMALL = new Size(3, 6, 2, 8, 16);
    }

    /** The steps of a problem, in units of 1/(β β_ℓ σ₁²). */
    public interface Schedule {
        /** θ₀, θ₁, …. */
        double[] draw(Draw in, int rounds);
    }

    /** Constant, θ in (0, 1.9]. */
    public static double[] convergent(Draw in, int rounds) {
        return new double[] {in.uniform("theta", 0.1, 1.9)};
    }

    /** Constant, θ in (0, 1]. */
    public static double[] cautious(Draw in, int rounds) {
        return new double[] {in.uniform("theta", 0.1, 1)};
    }

    /** Anything: constant, too long, or each step a new one of either sign. */
    public static double[] any(Draw in, int rounds) {
        return switch (in.oneOf("steps", List.of(0, 1, 2))) {
            case 0 -> convergent(in, rounds);
            case 1 -> new double[] {in.uniform("theta", 2, 4)};
            default -> in.uniforms("thetas", 0, rounds, -1, 3);
        };
    }

    /** A random problem. */
    public static Problem draw(Draw in, Size size, Kind kind, Schedule schedule, List<Loss> losses) {
        int samples = in.integer("samples", 1, size.samples());
        int dimension = in.integer("dimension", samples + 1, size.dimension());
        int outputs = in.integer("outputs", 1, size.outputs());
        int rounds = in.integer("rounds", 1, size.rounds());
        double condition = in.logUniform("condition", 1, size.condition());
        return drawn(in, new Size(samples, dimension, outputs, condition, rounds), kind, schedule, losses);
    }

    /** A random problem of that size and condition exactly. */
    public static Problem drawn(Draw in, Size size, Kind kind, Schedule schedule, List<Loss> losses) {
        double[] spectrum = spectrum(in, size.samples(), 1 / size.condition());
        Problem open = new Problem(
                design(in, spectrum, size.dimension()),
                spectrum[spectrum.length - 1] - ROOM,
                spectrum[0] + ROOM,
                rows(in, "labels", size.samples(), size.outputs()),
                rows(in, "start", size.dimension(), size.outputs()),
                in.oneOf("loss", losses),
                Blockwise.gradientDescent(),
                new double[] {1},
                size.rounds());
        Problem problem = open.with(kind.draw(in, open.initial().gradient()));
        return problem.with(scaled(problem, schedule.draw(in, size.rounds())));
    }

    /** So many random problems that search and shrinking leave alone, for their runs are long: what they draw is not seen. */
    public static Family<Problem> unsearched(String name, String group, int members, Function<Draw, Problem> sampler) {
        return new Family<>(name, group, members, in -> sampler.apply(new Draw(260310485, name, in.index())));
    }

    /** η = θ/(β β_ℓ σ₁²), with the larger β; where nothing moves, θ. */
    private static double[] scaled(Problem problem, double[] thetas) {
        double unit = problem.constants().lipschitzStep(problem.with(1));
        double[] steps = new double[thetas.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = unit > 0 ? thetas[i] / unit : thetas[i];
        }
        return steps;
    }

    /** 1 = s₁ ≥ … ≥ sₙ = 1/κ, those between log-uniform. */
    private static double[] spectrum(Draw in, int count, double least) {
        double[] spectrum = new double[count];
        for (int i = 0; i < count; i++) {
            spectrum[i] =
                    i == 0 ? 1 : i == count - 1 ? least : StrictMath.pow(least, in.uniforms("between", i, 1, 0, 1)[0]);
        }
        return spectrum;
    }

    /** U diag(s) Vᵀ with random orthonormal U and V. */
    private static double[][] design(Draw in, double[] spectrum, int dimension) {
        int samples = spectrum.length;
        DMatrixRMaj left = orthonormal(rows(in, "left", samples, samples));
        DMatrixRMaj right = orthonormal(transposed(rows(in, "right", samples, dimension)));
        CommonOps_DDRM.multCols(left, spectrum);
        DMatrixRMaj design = new DMatrixRMaj(samples, dimension);
        CommonOps_DDRM.multTransB(left, right, design);
        return rows(design);
    }

    /** Q of the QR decomposition: its columns are orthonormal whatever the matrix is. */
    private static DMatrixRMaj orthonormal(double[][] matrix) {
        var qr = DecompositionFactory_DDRM.qr(matrix.length, matrix[0].length);
        // False where a column is 0: its reflection is left out, and Q is orthonormal all the same.
        boolean unused = qr.decompose(new DMatrixRMaj(matrix));
        return qr.getQ(null, true);
    }

    /** Q diag(p) Qᵀ with eigenvalues in [1, 8]. */
    static Preconditioner rightMultiplication(Draw in, int columns) {
        DMatrixRMaj basis = orthonormal(rows(in, "basis", columns, columns));
        double[] eigenvalues = new double[columns];
        double smallest = Double.MAX_VALUE;
        double largest = 0;
        for (int i = 0; i < columns; i++) {
            eigenvalues[i] = StrictMath.exp(in.uniforms("eigenvalue", i, 1, 0, 2)[0]);
            smallest = Math.min(smallest, eigenvalues[i]);
            largest = Math.max(largest, eigenvalues[i]);
        }
        double[][] matrix = new double[columns][columns];
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                for (int l = 0; l < columns; l++) {
                    matrix[i][j] += basis.get(i, l) * eigenvalues[l] * basis.get(j, l);
                }
                matrix[j][i] = matrix[i][j];
            }
        }
        return new RightMultiplication(matrix, smallest * (1 - ROOM), largest * (1 + ROOM));
    }

    private static double[][] rows(Draw in, String name, int rows, int columns) {
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = in.gaussians(name, i, columns);
        }
        return matrix;
    }

    private static double[][] rows(DMatrixRMaj matrix) {
        double[][] rows = new double[matrix.numRows][matrix.numCols];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(matrix.data, i * matrix.numCols, rows[i], 0, matrix.numCols);
        }
        return rows;
    }

    private static double[][] transposed(double[][] rows) {
        DMatrixRMaj transposed = new DMatrixRMaj(rows[0].length, rows.length);
        return rows(CommonOps_DDRM.transpose(new DMatrixRMaj(rows), transposed));
    }

    /** The problem x w = y on the line, from w₀: exact bounds of the only singular value |x|. */
    public static Problem line(
            double x, double y, double start, Loss loss, Preconditioner preconditioner, double step, int rounds) {
        return new Problem(
                new double[][] {{x}},
                Math.abs(x),
                Math.abs(x),
                new double[][] {{y}},
                new double[][] {{start}},
                loss,
                preconditioner,
                new double[] {step},
                rounds);
    }

    /** One sample, one output, squared loss, from 0. */
    public static Problem sample(double[] x, double y, Preconditioner preconditioner, double step, int rounds) {
        double norm = Vectors.norm(x);
        return new Problem(
                new double[][] {x},
                norm * (1 - ROOM),
                norm * (1 + ROOM),
                new double[][] {{y}},
                new double[x.length][1],
                Loss.SQUARED,
                preconditioner,
                new double[] {step},
                rounds);
    }

    /** The singular values of X lie within their bounds; with it, X has full row rank. */
    public static Hypothesis<Problem> singularValues(String claim, Problem broken) {
        return hypothesis(claim, "singular values", Problems::singularMargin, broken);
    }

    private static double singularMargin(Problem problem) {
        if (problem.samples() > problem.dimension()) {
            return -1;
        }
        var svd = DecompositionFactory_DDRM.svd(problem.samples(), problem.dimension(), false, false, false);
        if (!svd.decompose(new DMatrixRMaj(problem.design()))) {
            return Double.NaN;
        }
        double smallest = Double.MAX_VALUE;
        double largest = 0;
        double[] values = svd.getSingularValues();
        for (int i = 0; i < problem.samples(); i++) {
            smallest = Math.min(smallest, values[i]);
            largest = Math.max(largest, values[i]);
        }
        return Math.min(problem.largest() - largest, smallest - problem.smallest()) / problem.largest();
    }

    /** ∇K is Lipschitz with the constant that the preconditioner states. */
    public static Hypothesis<Problem> lipschitz(String claim, Problem broken) {
        return hypothesis(
                claim, "Lipschitz gradient", problem -> problem.preconditioner().smooth() ? 0 : -1, broken);
    }

    /** 0 &lt; θ ≤ bound for one θ of all rounds. */
    public static Hypothesis<Problem> step(String claim, double bound, Problem broken) {
        return hypothesis(
                claim,
                "step at most %s/(β β_ℓ σ₁²)".formatted(Codec.number(bound)),
                problem -> {
                    double theta = problem.constants().lipschitzStep(problem);
                    return theta > 0 && problem.steps().length == 1 ? bound - theta : -1;
                },
                broken);
    }

    /** A hypothesis, with a problem that breaks it alone, and the claim with it. */
    public static Hypothesis<Problem> hypothesis(
            String claim, String name, ToDoubleFunction<Problem> margin, Problem broken) {
        return new Hypothesis<>(name, margin, Family.of("broken/" + claim + "/" + name, "broken", broken));
    }
}
