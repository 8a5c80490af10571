package org.theoremcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Figure;
import org.theoremcheck.claim.Paper;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.predictable.PredictableGradients;

class CurvesTest {

    @Test
    void aPointThatTheAxesCannotShowIsAGapInTheCurve() {
        Curves curves = Curves.of(figure(new double[] {0, 1, 2, 3}, new double[] {1, 0, Double.NaN, 1e-20}));

        assertThat(curves.curves().get(0).points())
                .containsExactly(
                        new Curves.Point("0", "1", ""),
                        new Curves.Point("1", "", ""),
                        new Curves.Point("2", "", ""),
                        new Curves.Point("3", "1e-20", ""));
    }

    @Test
    void eachAbscissaHasItsOrdinate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figure(new double[] {1, 2}, new double[] {1}))
                .withMessage("gap: 2 abscissas but 1 ordinates");
    }

    @Test
    void aBandReachesToEitherSideOfACurve() {
        Figure figure = new Figure(
                "band",
                "Band",
                "",
                new Figure.Axis("t", false),
                new Figure.Axis("x", false),
                List.of(
                        new Figure.Series("sure", new double[] {0, 1}, new double[] {3, 4}),
                        new Figure.Series(
                                "unsure", new double[] {0, 1}, new double[] {3, Double.NaN}, new double[] {0.5, 1})));

        Curves curves = Curves.of(figure);

        assertThat(curves.banded()).isTrue();
        assertThat(curves.curves().get(0).points())
                .extracting(Curves.Point::band)
                .containsExactly("", "");
        assertThat(curves.curves().get(1).points())
                .extracting(Curves.Point::band)
                .containsExactly("0.5", "");
    }

    @Test
    void aBandIsAsLongAsItsCurve() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Figure.Series("x", new double[2], new double[2], new double[1]))
                .withMessage("x: 2 abscissas but 2 ordinates and a band at 1");
    }

    @Test
    void theFiguresOfAPaperStandInItsSectionOfThePageUnderItsTitle() {
        Paper paper = new Paper() {
            @Override
            public String title() {
                return "Gaps & <ravines>";
            }

            @Override
            public List<Theorem<?, ?, ?>> theorems() {
                return new PredictableGradients().theorems().subList(0, 1);
            }

            @Override
            public List<Figure> figures() {
                return List.of(figure(new double[] {1}, new double[] {0.5}));
            }
        };
        String theorem = paper.theorems().get(0).claims().get(0).id();

        assertThat(Page.html(Ledgers.of(Ledgers.theorem(theorem, "HOLDS")), Map.of(), List.of(paper), Selection.ALL))
                .contains(
                        "<h2 id=\"paper-1-heading\">Gaps &amp; &lt;ravines&gt;</h2>",
                        "id=\"figure-gaps\"",
                        "data-log-y",
                        "<td>1</td>");
        assertThat(Page.html(Ledgers.of(Ledgers.theorem("another", "HOLDS")), Map.of(), List.of(paper), Selection.ALL))
                .doesNotContain("figure-gaps");
    }

    private static Figure figure(double[] x, double[] y) {
        return new Figure(
                "gaps",
                "Gap over steps",
                "Both axes as in the paper",
                new Figure.Axis("steps", false),
                new Figure.Axis("gap", true),
                List.of(new Figure.Series("gap", x, y)));
    }
}
