package org.theoremcheck.quartic.descent;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.quartic.objective.BalancedFactorization;
import org.theoremcheck.quartic.objective.Measurements;
import org.theoremcheck.quartic.objective.Objective;
import org.theoremcheck.quartic.objective.RavinePolynomial;
import org.theoremcheck.quartic.objective.RidgeSum;
import org.theoremcheck.quartic.objective.Rosenbrock;
import org.theoremcheck.quartic.objective.Sensing;
import org.theoremcheck.quartic.objective.Separable;
import org.theoremcheck.quartic.objective.SymmetricFactorization;
import org.theoremcheck.quartic.objective.TwoNeurons;

/** Random functions with a ravine, with steps and schedules for which GDPolyak is nearly linear over sixteen decades of the gap. */
public enum Landscape {
    /** F1: ½ax² + y⁴. */
    SEPARABLE,
    /** F2: x⁴ + a(y − x²)². */
    ROSENBROCK,
    /** F3: ½‖Bz‖² + ¼ Σ⟨aᵢ, z⟩⁴. */
    RIDGES,
    /** F4: quadratic sensing. */
    SENSING,
    /** F5: symmetric factorization. */
    SYMMETRIC,
    /** F6: asymmetric factorization with a balance term. */
    BALANCED,
    /** F7: two neurons that learn one. */
    NEURONS,
    /** Any polynomial whose derivatives at 0 meet the criterion of fourth-order growth. */
    POLYNOMIAL;

    /** By when sixteen decades are reached. */
    private static final int EPOCHS = 60;

    /** The name in small letters. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A function, a start, a step and a schedule. */
    public Problem problem(Draw in) {
        return switch (this) {
            case SEPARABLE -> separable(in);
            case ROSENBROCK -> rosenbrock(in);
            case RIDGES -> ridges(in);
            case SENSING -> sensing(in);
            case SYMMETRIC -> symmetric(in);
            case BALANCED -> balanced(in);
            case NEURONS -> neurons(in);
            case POLYNOMIAL -> polynomial(in);
        };
    }

    /** 4ηy₀² ≤ ½: near 1 a single short step would end the run along the ravine. */
    private static Problem separable(Draw in) {
        double curvature = in.uniform("curvature", 1, 6);
        double step = in.uniform("relative-step", 0.3, 0.9) / curvature;
        double[] signs = in.signs("side", 0, 2);
        double across = in.uniform("across", 0.15, 0.7);
        double along = in.uniform("along", 0.15, Math.min(0.7, Math.sqrt(1 / (8 * step))));
        return Problem.of(
                Separable.ravine(curvature, 1, 4),
                new double[] {signs[0] * across, signs[1] * along},
                step,
                60,
                EPOCHS);
    }

    private static Problem rosenbrock(Draw in) {
        double stiffness = in.uniform("stiffness", 1, 15);
        double step = in.uniform("relative-step", 0.2, 0.45) / (2 * stiffness);
        double x = in.signs("side", 0, 1)[0] * in.uniform("along", 0.3, 0.7);
        double normal = in.uniform("normal", -0.2, 0.2);
        return Problem.of(new Rosenbrock(stiffness), new double[] {x, x * x + normal}, step, 120, EPOCHS);
    }

    /** The condition number κ of BBᵀ is planted, and K = 43 κ. The null space has three dimensions, in which the long step is shorter. */
    private static Problem ridges(Draw in) {
        int flat = 3;
        int dimension = 6;
        int count = 12;
        double[] squares = in.uniforms("square", 0, flat, 2, 8);
        double[][] basis = orthonormal(in, "basis", flat, dimension);
        double[][] rows = new double[flat + count][];
        double[] quadratic = new double[rows.length];
        double[] quartic = new double[rows.length];
        for (int j = 0; j < flat; j++) {
            rows[j] = basis[j];
            quadratic[j] = squares[j];
        }
        for (int j = flat; j < rows.length; j++) {
            rows[j] = Vectors.scaled(1 / Math.sqrt(dimension), in.gaussians("ridge", j, dimension));
            quartic[j] = 1;
        }
        RidgeSum objective = new RidgeSum(rows, quadratic, new double[rows.length], quartic);
        double[] extremes = objective.curvatures();
        return Problem.of(
                objective,
                in.uniforms("start", 0, dimension, -0.3, 0.3),
                0.7 / extremes[1],
                (int) Math.rint(43 * extremes[1] / extremes[0]),
                100);
    }

    /** Random measurements have random curvatures: K is at least 20/ln(1/μ). */
    private static Problem sensing(Draw in) {
        int dimension = 6;
        int measurements = 60;
        double[][] plus = new double[dimension][];
        double[][] minus = new double[dimension][];
        for (int j = 0; j < dimension; j++) {
            plus[j] = in.gaussians("plus", j, measurements);
            minus[j] = in.gaussians("minus", j, measurements);
        }
        Objective objective =
                Sensing.of(new Measurements(plus), new Measurements(minus), column(in, "planted", dimension), 2);
        double[] extremes = objective.curvatures();
        double step = Math.min(0.02, 1 / extremes[1]);
        double decay = -StrictMath.log(Math.max(Math.abs(1 - step * extremes[1]), 1 - step * extremes[0]));
        Problem problem = near(in, objective, 0.1, step);
        return problem.scheduled(Math.max(problem.shortSteps(), (int) Math.rint(20 / decay)), 0, EPOCHS);
    }

    private static Problem symmetric(Draw in) {
        return near(in, new SymmetricFactorization(column(in, "planted", 6), 3), 0.2, 0.4);
    }

    private static Problem balanced(Draw in) {
        Objective objective = new BalancedFactorization(column(in, "left", 6), column(in, "right", 6), 3);
        return near(in, objective, 0.2, 0.3);
    }

    private static Problem near(Draw in, Objective objective, double noise, double step) {
        double[] start = objective.solution();
        double[] off = in.gaussians("start", 0, start.length);
        for (int i = 0; i < start.length; i++) {
            start[i] += noise * off[i];
        }
        return Problem.of(objective, start, step, 150, EPOCHS);
    }

    private static Problem neurons(Draw in) {
        int dimension = 8;
        double[] target = unit(in.gaussians("target", 0, dimension));
        double[] off = in.gaussians("start", 0, 2 * dimension);
        double[] start = new double[2 * dimension];
        for (int i = 0; i < start.length; i++) {
            start[i] = (i < dimension ? 0.6 : 0.4) * target[i % dimension] + 0.3 / Math.sqrt(dimension) * off[i];
        }
        return Problem.of(new TwoNeurons(target), start, 1, 100, EPOCHS);
    }

    private static Problem polynomial(Draw in) {
        int normal = 2;
        int tangent = 2;
        double[] stiffness = in.uniforms("stiffness", 0, normal, 1, 4);
        double[][][] bends = new double[normal][][];
        double[][] tilts = new double[normal][];
        double[][] twists = new double[normal][];
        for (int i = 0; i < normal; i++) {
            double[] bend = in.uniforms("bend", i, 3, -1, 1);
            bends[i] = new double[][] {{bend[0], bend[1]}, {bend[1], bend[2]}};
            tilts[i] = in.uniforms("tilt", i, tangent, -0.5, 0.5);
            twists[i] = in.uniforms("twist", i, tangent, -0.5, 0.5);
        }
        double[] ridge = in.uniforms("ridge", 0, 4, 0.7, 1.2);
        double[][] ridges = {{ridge[0], 0}, {0, ridge[1]}, {ridge[2] / 2, ridge[3] / 2}};
        double[] along = in.uniforms("along", 0, tangent, 0.15, 0.4);
        double[] across = in.uniforms("across", 0, normal, -0.2, 0.2);
        double[] signs = in.signs("side", 0, tangent);
        double[] start = {across[0], across[1], signs[0] * along[0], signs[1] * along[1]};
        RavinePolynomial objective = new RavinePolynomial(stiffness, bends, tilts, twists, ridges);
        return Problem.of(objective, start, 0.6 / objective.curvatures()[1], 140, EPOCHS);
    }

    /** A unit vector as a matrix of one column. */
    private static double[][] column(Draw in, String name, int dimension) {
        double[] unit = unit(in.gaussians(name, 0, dimension));
        double[][] column = new double[dimension][1];
        for (int i = 0; i < dimension; i++) {
            column[i][0] = unit[i];
        }
        return column;
    }

    /** v/‖v‖, and a coordinate vector for 0, which search and shrinking may ask for. */
    private static double[] unit(double[] v) {
        double size = Vectors.norm(v);
        double[] unit = Vectors.scaled(size == 0 ? 0 : 1 / size, v);
        unit[0] = size == 0 ? 1 : unit[0];
        return unit;
    }

    private static double[][] orthonormal(Draw in, String name, int count, int dimension) {
        DMatrixRMaj columns = new DMatrixRMaj(dimension, count);
        for (int c = 0; c < count; c++) {
            double[] column = in.gaussians(name, c, dimension);
            for (int r = 0; r < dimension; r++) {
                columns.set(r, c, column[r]);
            }
        }
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(dimension, count);
        qr.decompose(columns);
        DMatrixRMaj q = qr.getQ(null, true);
        double[][] rows = new double[count][dimension];
        for (int c = 0; c < count; c++) {
            for (int r = 0; r < dimension; r++) {
                rows[c][r] = q.get(r, c);
            }
        }
        return rows;
    }
}
