package org.theoremcheck.guard.steprule;

import static org.theoremcheck.guard.steprule.StepClaim.method;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.numeric.Vectors;

/**
 * Muon: x⁺ = x − η √max(1, rows/columns) NS(U), U = (1 − μ)g + μb, b = μb + (1 − μ)g, for a matrix row by row. NS brings the singular values
 * of U/(‖U‖ + 10⁻⁷) near 1 by five turns of s ↦ 3.4445 s − 4.7750 s³ + 2.0315 s⁵.
 *
 * @param rate η
 * @param momentum μ
 * @param rows rows of the matrix
 * @param columns its columns
 */
public record Muon(double rate, double momentum, int rows, int columns) implements StepRule {

    private static final double LINEAR = 3.4445;
    private static final double CUBIC = -4.7750;
    private static final double QUINTIC = 2.0315;
    private static final int TURNS = 5;
    private static final double CUSHION = 1e-7;

    /** Beyond it nothing that is left of U could be told from rounding anyway. */
    private static final double MOST_CANCELLED = 0x1p20;

    static final Theorem<Course, Stepper, Step> THEOREM = StepClaim.of(
                    "step-muon",
                    "Muon moves by the orthogonalized momentum",
                    "Jordan, Jin, Boza, You, Cesista, Newhouse, Bernstein: Muon: An optimizer for hidden layers in neural networks. 2024",
                    in -> in.integer("rows", 1, 3) * in.integer("columns", 1, 3),
                    (in, dimension) -> new Muon(
                            StepClaim.rate(in),
                            StepClaim.kept(in, "momentum"),
                            in.integer("rows", 1, 3),
                            dimension / in.integer("rows", 1, 3)))
            .control(
                    "muon-normalized",
                    "normalizes, and does not orthogonalize",
                    method(Muon.class, rule -> dimension -> rule.with(true, rule.scale(), 0)))
            .control(
                    "muon-no-look-ahead",
                    "orthogonalizes b",
                    method(Muon.class, rule -> dimension -> rule.with(false, rule.scale(), TURNS)))
            .control(
                    "muon-unscaled",
                    "without √max(1, rows/columns)",
                    method(Muon.class, rule -> dimension -> rule.with(true, 1, TURNS)))
            .control(
                    "muon-four-turns",
                    "four turns",
                    method(Muon.class, rule -> dimension -> rule.with(true, rule.scale(), TURNS - 1)));

    private double scale() {
        return Math.sqrt(Math.max(1, (double) rows / columns));
    }

    private Memory with(boolean lookAhead, double scale, int turns) {
        double[] buffer = new double[rows * columns];
        double[] sizes = new double[buffer.length];
        return (point, gradient) -> {
            double[] update = new double[buffer.length];
            for (int i = 0; i < buffer.length; i++) {
                buffer[i] = momentum * buffer[i] + (1 - momentum) * gradient[i];
                sizes[i] = momentum * sizes[i] + (1 - momentum) * Math.abs(gradient[i]);
                update[i] = lookAhead ? (1 - momentum) * gradient[i] + momentum * buffer[i] : buffer[i];
            }
            double left = Vectors.norm(update);
            double cancellation = left == 0 ? 1 : Math.min(MOST_CANCELLED, 1 + 2 * Vectors.norm(sizes) / left);
            DMatrixRMaj orthogonal = orthogonalized(DMatrixRMaj.wrap(rows, columns, update), turns);
            Move[] moves = new Move[buffer.length];
            for (int i = 0; i < moves.length; i++) {
                moves[i] = new Move(-rate * scale * orthogonal.data[i], rate * scale * cancellation);
            }
            return moves;
        };
    }

    private static DMatrixRMaj orthogonalized(DMatrixRMaj update, int turns) {
        boolean tall = update.numRows > update.numCols;
        DMatrixRMaj x = tall ? CommonOps_DDRM.transpose(update, null) : update.copy();
        CommonOps_DDRM.divide(x, NormOps_DDRM.normF(x) + CUSHION);
        for (int turn = 0; turn < turns; turn++) {
            DMatrixRMaj gram = new DMatrixRMaj(x.numRows, x.numRows);
            DMatrixRMaj factor = new DMatrixRMaj(x.numRows, x.numRows);
            DMatrixRMaj next = new DMatrixRMaj(x.numRows, x.numCols);
            CommonOps_DDRM.multTransB(x, x, gram);
            CommonOps_DDRM.mult(QUINTIC, gram, gram, factor);
            CommonOps_DDRM.addEquals(factor, CUBIC, gram);
            CommonOps_DDRM.mult(factor, x, next);
            CommonOps_DDRM.addEquals(next, LINEAR, x);
            x = next;
        }
        return tall ? CommonOps_DDRM.transpose(x, null) : x;
    }

    @Override
    public Memory begin(int dimension) {
        return with(true, scale(), TURNS);
    }

    /**
     * Relative to singular values near 1, times what cancels in U: |g| in place of g makes the sum larger so many times. A turn multiplies
     * what came before by 4 at most, where |s| ≤ 1.2, and adds the roundings of three products of matrices with entries below 1.2 and
     * coefficients below 5.
     */
    @Override
    public double roundings(int t) {
        return (6.0 * t + 8 + 32.0 * (rows + columns)) * 0x1p10;
    }
}
