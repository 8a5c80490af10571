package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Figure.Series;

class FigureTest {

    @Test
    void aCurveHasAnOrdinateForEachAbscissaAndABandOfAsManyOrNone() {
        assertThat(new Series("loss", new double[2], new double[2]).band()).isEmpty();
        assertThat(new Series("loss", new double[2], new double[2], new double[2]).band())
                .hasSize(2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Series("loss", new double[2], new double[3]))
                .withMessage("loss: 2 abscissas but 3 ordinates");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Series("loss", new double[2], new double[2], new double[1]))
                .withMessage("loss: 2 abscissas but 2 ordinates and a band at 1");
    }
}
