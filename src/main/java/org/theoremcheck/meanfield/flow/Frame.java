package org.theoremcheck.meanfield.flow;

import org.theoremcheck.numeric.Vectors;

/** An orthonormal basis V that grows by the directions it is given. */
final class Frame {

    private final Columns basis;

    /** Empty, with room for so many vectors of a length. */
    Frame(int capacity, int length) {
        basis = new Columns(capacity, length);
    }

    int size() {
        return basis.count();
    }

    /** Whether V spans the whole space, so that nothing is left beside it. */
    boolean full() {
        return basis.count() == basis.length();
    }

    /** The vector that came last. */
    Pieces last() {
        return basis.last();
    }

    int capacity() {
        return basis.capacity();
    }

    /** V C. */
    Pieces[] times(double[][] coordinates) {
        return basis.times(coordinates);
    }

    /**
     * Replaces x by its part beside V.
     *
     * @return Vᵀx
     */
    double[] project(Pieces x) {
        double[] coordinates = basis.products(x);
        basis.addCombination(Vectors.scaled(-1, coordinates), x);
        return coordinates;
    }

    /**
     * Extends V so that it spans x too, unless it does so already.
     *
     * <p>By Gram and Schmidt, again whenever the part beside V has lost more than half of its length, so that V stays orthonormal to a few
     * units of rounding however close x is to its span (Daniel, Gragg, Kaufman, Stewart 1976; Giraud, Langou, Rozložník 2005). An x that
     * lies in the span up to rounding may leave rounding errors behind: they make a direction like any other, and the coordinate of x in
     * it is no more than rounding. No tolerance decides, and it ends because each repetition has halved the length.
     *
     * @param x taken over
     * @return the coordinates of x in V as extended: those in what was there, then, if V has grown, the length of what was beside it
     */
    double[] span(Pieces x) {
        double[] coordinates = new double[basis.capacity()];
        double length = Math.sqrt(x.dot(x));
        double before;
        do {
            before = length;
            double[] within = project(x);
            for (int j = 0; j < size(); j++) {
                coordinates[j] += within[j];
            }
            length = Math.sqrt(x.dot(x));
        } while (length < before / 2 && !full());
        if (length > 0 && !full()) {
            coordinates[size()] = length;
            x.scale(1 / length);
            basis.add(x);
        }
        return coordinates;
    }
}
