package org.theoremcheck.report;

import java.util.ArrayList;
import java.util.List;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Figure;

/**
 * A figure as a table of its points, from which the page draws it.
 *
 * @param figure what is drawn
 * @param curves its series
 */
record Curves(Figure figure, List<Curve> curves) {

    /**
     * A series.
     *
     * @param name in the legend
     * @param points those that the axes can show
     */
    record Curve(String name, List<Point> points) {}

    /**
     * A point as text.
     *
     * @param x abscissa
     * @param y ordinate, or empty for a gap
     * @param band how far the band reaches to either side, or empty for none
     */
    record Point(String x, String y, String band) {}

    /** What it shows, typeset. */
    String caption() {
        return Formula.prose(figure.caption());
    }

    /** Whether any of the curves has a band. */
    boolean banded() {
        return figure.series().stream().anyMatch(series -> series.band().length > 0);
    }

    static Curves of(Figure figure) {
        return new Curves(
                figure,
                figure.series().stream()
                        .map(series -> new Curve(series.name(), points(figure, series)))
                        .toList());
    }

    private static List<Point> points(Figure figure, Figure.Series series) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < series.x().length; i++) {
            if (shows(figure.across(), series.x()[i])) {
                boolean shown = shows(figure.up(), series.y()[i]);
                points.add(new Point(
                        Codec.number(series.x()[i]),
                        shown ? Codec.number(series.y()[i]) : "",
                        shown && series.band().length > 0 ? Codec.number(series.band()[i]) : ""));
            }
        }
        return points;
    }

    private static boolean shows(Figure.Axis axis, double value) {
        return Double.isFinite(value) && (value > 0 || !axis.logarithmic());
    }
}
