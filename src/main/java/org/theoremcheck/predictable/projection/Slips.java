package org.theoremcheck.predictable.projection;

import java.util.Arrays;
import org.theoremcheck.claim.Subject;

/** Projections with one thing wrong. */
final class Slips {

    /** Entries of variance 1/(k + 1). */
    static final Subject<Sketch, Projection> ONE_TOO_MANY =
            sketch -> new RandomProjection(sketch, Math.sqrt(sketch.target() / (sketch.target() + 1.0)));

    /** Entries of variance 1: the factor 1/√k forgotten. */
    static final Subject<Sketch, Projection> UNSCALED =
            sketch -> new RandomProjection(sketch, Math.sqrt(sketch.target()));

    /** One random row, k times: each entry has its law, but they are not independent. */
    static final Subject<Sketch, Projection> ONE_ROW = sketch -> {
        Projection map = new RandomProjection(sketch);
        return vector -> {
            double[] image = map.project(vector);
            Arrays.fill(image, image[0]);
            return image;
        };
    };

    private Slips() {}

    /** A new R for each vector. */
    static final class Redrawn implements Projection {

        private final Sketch sketch;
        private int drawn;

        Redrawn(Sketch sketch) {
            this.sketch = sketch;
        }

        @Override
        public double[] project(double[] vector) {
            return new RandomProjection(sketch.map(drawn++)).project(vector);
        }
    }
}
