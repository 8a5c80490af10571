package org.theoremcheck.dualspace.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.dualspace.preconditioner.Blockwise.Partition;
import org.theoremcheck.dualspace.preconditioner.Diagonal;
import org.theoremcheck.dualspace.preconditioner.HalfSquaredNorm;
import org.theoremcheck.dualspace.preconditioner.Preconditioner;
import org.theoremcheck.dualspace.preconditioner.Profile;
import org.theoremcheck.dualspace.preconditioner.Profile.Shape;
import org.theoremcheck.dualspace.preconditioner.Spectral;
import org.theoremcheck.dualspace.preconditioner.Symmetry;

/** The preconditioners that families draw, with widths that suit a gradient: wide enough for κ_K to stay moderate, and narrow enough to matter. */
public enum Kind {
    GRADIENT_DESCENT(Symmetry.ISOTROPIC, Partition.WHOLE, Shape.SQUARE),
    SMOOTHED_NORMALIZATION(Symmetry.ISOTROPIC, Partition.WHOLE, Shape.HYPOTENUSE),
    SOFT_NORMALIZATION(Symmetry.ISOTROPIC, Partition.WHOLE, Shape.SOFT),
    CLIPPING_BY_NORM(Symmetry.ISOTROPIC, Partition.WHOLE, Shape.HUBER),
    LOG_COSH(Symmetry.ISOTROPIC, Partition.WHOLE, Shape.LOG_COSH),
    NORMALIZATION(Symmetry.ISOTROPIC, Partition.WHOLE, Shape.ABSOLUTE),
    SPECTRAL(Symmetry.SPAN_PRESERVING, Partition.WHOLE, Shape.HYPOTENUSE) {
        @Override
        public Preconditioner draw(Draw in, DMatrixRMaj gradient) {
            return new Spectral(width(in, Matrices.norm(gradient)));
        }
    },
    COLUMN_NORMALIZATION(Symmetry.SPAN_PRESERVING, Partition.COLUMNS, Shape.HYPOTENUSE),
    COLUMN_CLIPPING(Symmetry.SPAN_PRESERVING, Partition.COLUMNS, Shape.HUBER),
    RIGHT_MULTIPLICATION(Symmetry.SPAN_PRESERVING, Partition.WHOLE, Shape.SQUARE) {
        @Override
        public Preconditioner draw(Draw in, DMatrixRMaj gradient) {
            return Problems.rightMultiplication(in, gradient.numCols);
        }
    },
    SOFT_SIGN(Symmetry.NEITHER, Partition.ENTRIES, Shape.SOFT),
    SMOOTH_SIGN(Symmetry.NEITHER, Partition.ENTRIES, Shape.HYPOTENUSE),
    CLIPPING_BY_VALUE(Symmetry.NEITHER, Partition.ENTRIES, Shape.HUBER),
    ROW_NORMALIZATION(Symmetry.NEITHER, Partition.ROWS, Shape.SOFT),
    SQUARED_NORM(Symmetry.NEITHER, Partition.WHOLE, Shape.SQUARE) {
        @Override
        public Preconditioner draw(Draw in, DMatrixRMaj gradient) {
            return new HalfSquaredNorm(in.integer("doublings", 2, 3));
        }
    },
    DIAGONAL(Symmetry.NEITHER, Partition.WHOLE, Shape.SQUARE) {
        @Override
        public Preconditioner draw(Draw in, DMatrixRMaj gradient) {
            double[] weights = new double[gradient.numRows];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = StrictMath.exp(in.uniforms("weight", i, 1, 0, 2.3)[0]);
            }
            return new Diagonal(weights);
        }
    };

    private final Symmetry symmetry;
    private final Partition partition;
    private final Shape shape;

    Kind(Symmetry symmetry, Partition partition, Shape shape) {
        this.symmetry = symmetry;
        this.partition = partition;
        this.shape = shape;
    }

    /** The kinds of one class, where gradients have several columns. */
    public static List<Kind> of(Symmetry symmetry) {
        return Arrays.stream(values()).filter(kind -> kind.symmetry == symmetry).toList();
    }

    /** All kinds whose ∇K is Lipschitz. */
    public static List<Kind> smooth() {
        return Arrays.stream(values()).filter(kind -> kind != NORMALIZATION).toList();
    }

    /** The name in families: clipping-by-norm. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A preconditioner of this kind for a run whose first gradient is given. */
    public Preconditioner draw(Draw in, DMatrixRMaj gradient) {
        double size = Matrices.norm(gradient) / Math.sqrt(partition == Partition.ENTRIES ? gradient.data.length : 1);
        return new Blockwise(partition, new Profile(shape, width(in, size)));
    }

    /** A tenth to the whole of a size that is not 0. */
    private static double width(Draw in, double size) {
        return in.logUniform("width", 0.1, 1) * Math.max(size, 1e-3);
    }
}
