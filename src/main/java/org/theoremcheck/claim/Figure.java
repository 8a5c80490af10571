package org.theoremcheck.claim;

import java.util.List;

/**
 * A plot that belongs to a paper: curves over a common axis. It shows and proves nothing; what can be judged is a claim.
 *
 * @param id unique within the page, in the manner of a claim's id
 * @param title a line
 * @param caption what is to be seen, with the instance and its parameters
 * @param across the horizontal axis
 * @param up the vertical axis
 * @param series the curves, in the order of the legend
 */
public record Figure(String id, String title, String caption, Axis across, Axis up, List<Series> series) {

    public Figure {
        series = List.copyOf(series);
    }

    /**
     * An axis.
     *
     * @param label with the unit, if there is one
     * @param logarithmic whether equal ratios, and not equal differences, are equally far apart
     */
    public record Axis(String label, boolean logarithmic) {}

    /**
     * A curve, perhaps within a band.
     *
     * @param name in the legend
     * @param x increasing
     * @param y as many; where it is NaN, or not positive on a logarithmic axis, the curve has a gap
     * @param band how far the band reaches to either side of y; as many, or none at all for no band
     */
    public record Series(String name, double[] x, double[] y, double[] band) {
        public Series {
            if (x.length != y.length || (band.length != 0 && band.length != x.length)) {
                throw new IllegalArgumentException("%s: %d abscissas but %d ordinates%s"
                        .formatted(name, x.length, y.length, band.length == 0 ? "" : " and a band at " + band.length));
            }
        }

        /** A curve without a band. */
        public Series(String name, double[] x, double[] y) {
            this(name, x, y, new double[0]);
        }
    }
}
