package org.theoremcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    xₜ₋₁           | <i>x</i><sub><i>t</i>−1</sub>
                    y_N            | <i>y</i><sub><i>N</i></sub>
                    R^d            | <i>R</i><sup><i>d</i></sup>
                    10⁻¹³          | 10<sup>−13</sup>
                    Σ_{t≥1}        | Σ<sub><i>t</i>≥1</sub>
                    ‖g‖²_*         | ‖<i>g</i>‖<span class="scripts"><sup>2</sup><sub>*</sub></span>
                    ‖g‖_∞          | ‖<i>g</i>‖<sub>∞</sub>
                    min Φ          | min Φ
                    1e-6 D₀        | 10<sup>−6</sup> <i>D</i><sub>0</sub>
                    Welch’s t      | Welch’s <i>t</i>
                    x1e-6 + e-6    | <i>x</i>1<i>e</i>-6</span> <span class="term">+ <i>e</i>-6
                    √(2D²P/λ)      | <span class="root">√<span>2<i>D</i><sup>2</sup><i>P</i>/<i>λ</i></span></span>
                    √(P(M))        | <span class="root">√<span><i>P</i>(<i>M</i>)</span></span>
                    √P             | <span class="root">√<span><i>P</i></span></span>
                    """)
    void symbolsAreTypeset(String formula, String html) {
        assertThat(Formula.html(formula)).isEqualTo("<span class=\"term\">" + html + "</span>");
    }

    @Test
    void linesBreakBeforeOuterOperatorsOnly() {
        assertThat(Formula.html("‖x − y‖ + (1 + 2) ≤ 3"))
                .isEqualTo("<span class=\"term\">‖<i>x</i> − <i>y</i>‖</span> <span class=\"term\">+ (1 + 2)</span> "
                        + "<span class=\"term\">≤ 3</span>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    attained on R^d by u = y_N | attained on R<sup>d</sup> by u = y<sub>N</sub>
                    √ (P_T*(M)) and D²         | √ (P<sub>T</sub>*(M)) and D<sup>2</sup>
                    a_name, x_12 and _this     | a_name, x_12 and _this
                    at most 2.5e+12 of it      | at most 2.5 × 10<sup>12</sup> of it
                    xₜ₊₁ = prox of xₜ          | x<sub>t+1</sub> = prox of x<sub>t</sub>
                    """)
    void proseKeepsItsWords(String sentence, String html) {
        assertThat(Formula.prose(sentence)).isEqualTo(html.replace("=", "&#x3D;"));
    }

    @Test
    void markupIsEscapedEverywhere() {
        assertThat(Formula.html("a<b>&_{<i>}^{\"}√(<u>)"))
                .doesNotContain("<b>", "<u>", "{<")
                .contains("&lt;", "&amp;", "&quot;");
        assertThat(Formula.prose("<script>x²_{<b>}</script>"))
                .doesNotContain("<script", "<b>")
                .contains("&lt;script&gt;");
    }

    @ParameterizedTest
    @CsvSource({"√", "√(", "x_", "_", "^", "x_{", "‖", ")"})
    void unfinishedFormulasAreShownAsTheyAre(String formula) {
        assertThat(Formula.html(formula).replaceAll("<[^>]*>", "")).isEqualTo(formula);
    }
}
