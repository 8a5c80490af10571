package org.theoremcheck.dualspace.preconditioner;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.dualspace.preconditioner.Profile.Shape;
import org.theoremcheck.numeric.Enclosure;

/**
 * K(G) = Σ h(‖G_b‖) over the blocks of a partition; ∇K scales each block by h′(s)/s at its norm s. With one block it is isotropic: gradient
 * descent, normalized and clipped gradient descent; with a block for each entry it is Adam without memory, sign descent, or clipping by value.
 *
 * @param partition the blocks
 * @param profile h
 */
public record Blockwise(Partition partition, Profile profile) implements Preconditioner {

    /** How entries are put together. */
    public enum Partition {
        /** All in one block. */
        WHOLE,
        /** A block for each output. */
        COLUMNS,
        /** A block for each feature. */
        ROWS,
        /** A block for each entry. */
        ENTRIES;

        private int count(int rows, int columns) {
            return switch (this) {
                case WHOLE -> 1;
                case COLUMNS -> columns;
                case ROWS -> rows;
                case ENTRIES -> rows * columns;
            };
        }

        private int block(int row, int column, int columns) {
            return switch (this) {
                case WHOLE -> 0;
                case COLUMNS -> column;
                case ROWS -> row;
                case ENTRIES -> row * columns + column;
            };
        }
    }

    /** Scales the gradient as a whole. */
    public static Blockwise isotropic(Profile profile) {
        return new Blockwise(Partition.WHOLE, profile);
    }

    /** Scales each entry by itself. */
    public static Blockwise elementwise(Profile profile) {
        return new Blockwise(Partition.ENTRIES, profile);
    }

    /** K(G) = ½‖G‖². */
    public static Blockwise gradientDescent() {
        return isotropic(Profile.of(Shape.SQUARE));
    }

    /** The same function on other blocks. */
    public Blockwise over(Partition other) {
        return new Blockwise(other, profile);
    }

    private double[] norms(DMatrixRMaj gradient) {
        double[] norms = new double[partition.count(gradient.numRows, gradient.numCols)];
        for (int i = 0; i < gradient.data.length; i++) {
            norms[block(i, gradient.numCols)] += gradient.data[i] * gradient.data[i];
        }
        for (int b = 0; b < norms.length; b++) {
            norms[b] = Math.sqrt(norms[b]);
        }
        return norms;
    }

    private int block(int index, int columns) {
        return partition.block(index / columns, index % columns, columns);
    }

    @Override
    public double value(DMatrixRMaj gradient) {
        double sum = 0;
        for (double norm : norms(gradient)) {
            sum += profile.value(norm);
        }
        return sum;
    }

    @Override
    public DMatrixRMaj gradient(DMatrixRMaj gradient) {
        double[] slopes = norms(gradient);
        for (int b = 0; b < slopes.length; b++) {
            slopes[b] = profile.slope(slopes[b]);
        }
        DMatrixRMaj scaled = gradient.copy();
        for (int i = 0; i < scaled.data.length; i++) {
            scaled.data[i] *= slopes[block(i, scaled.numCols)];
        }
        return scaled;
    }

    @Override
    public Symmetry symmetry(int columns) {
        if (profile.shape() == Shape.SQUARE || partition == Partition.WHOLE) {
            return Symmetry.ISOTROPIC;
        }
        if (partition == Partition.COLUMNS) {
            return columns == 1 ? Symmetry.ISOTROPIC : Symmetry.SPAN_PRESERVING;
        }
        return Symmetry.NEITHER;
    }

    @Override
    public boolean smooth() {
        return profile.smooth();
    }

    @Override
    public boolean uniqueMinimizer() {
        return profile.shape() != Shape.DEAD_ZONE;
    }

    @Override
    public double lipschitz() {
        return profile.lipschitz();
    }

    /** No block is larger than the whole, and secants flatten. */
    @Override
    public double lowerSecant(double radius, int entries) {
        return profile.shape() == Shape.DEAD_ZONE ? 0 : profile.slope(radius) * (1 - 0x1p-44);
    }

    @Override
    public boolean homogeneous() {
        return switch (profile.shape()) {
            case SQUARE, ABSOLUTE, THREE_HALVES -> true;
            default -> false;
        };
    }

    @Override
    public double amplification(DMatrixRMaj gradient) {
        double largest = 0;
        for (double norm : norms(gradient)) {
            largest = Math.max(largest, profile.slope(norm));
        }
        return largest;
    }

    @Override
    public double roundings(DMatrixRMaj gradient) {
        return Profile.ERROR + 2.0 * gradient.data.length;
    }

    @Override
    public Enclosure exactValue(Enclosure[][] gradient) {
        Enclosure sum = Enclosure.ZERO;
        for (Enclosure norm : exactNorms(gradient)) {
            sum = sum.plus(profile.exactValue(norm));
        }
        return sum;
    }

    @Override
    public Enclosure[][] exactGradient(Enclosure[][] gradient) {
        Enclosure[] norms = exactNorms(gradient);
        Enclosure[][] scaled = new Enclosure[gradient.length][gradient[0].length];
        for (int i = 0; i < scaled.length; i++) {
            for (int j = 0; j < scaled[i].length; j++) {
                scaled[i][j] = gradient[i][j].times(profile.exactSlope(norms[partition.block(i, j, scaled[i].length)]));
            }
        }
        return scaled;
    }

    private Enclosure[] exactNorms(Enclosure[][] gradient) {
        int columns = gradient[0].length;
        Enclosure[] norms = new Enclosure[partition.count(gradient.length, columns)];
        Arrays.fill(norms, Enclosure.ZERO);
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < columns; j++) {
                int block = partition.block(i, j, columns);
                norms[block] = norms[block].plus(gradient[i][j].squared());
            }
        }
        for (int b = 0; b < norms.length; b++) {
            norms[b] = norms[b].sqrt();
        }
        return norms;
    }
}
