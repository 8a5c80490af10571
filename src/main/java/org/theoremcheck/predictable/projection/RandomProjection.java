package org.theoremcheck.predictable.projection;

import org.theoremcheck.numeric.RandomStream;

/** The reference: k rows of independent entries, drawn once. */
final class RandomProjection implements Projection {

    private final double[] matrix;
    private final int dimension;

    RandomProjection(Sketch sketch) {
        this(sketch, 1);
    }

    /** Entries times a factor. */
    RandomProjection(Sketch sketch, double factor) {
        dimension = sketch.dimension();
        matrix = new double[sketch.target() * dimension];
        double scale = factor / Math.sqrt(sketch.target());
        long key = RandomStream.key(sketch.seed(), "entries", 0);
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = scale * sketch.law().entry(key, i);
        }
    }

    @Override
    public double[] project(double[] vector) {
        double[] image = new double[matrix.length / dimension];
        for (int i = 0; i < image.length; i++) {
            double sum = 0;
            for (int j = 0; j < dimension; j++) {
                sum += matrix[i * dimension + j] * vector[j];
            }
            image[i] = sum;
        }
        return image;
    }
}
