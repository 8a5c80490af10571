package org.theoremcheck.quartic.ravine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Family;
import org.theoremcheck.quartic.objective.RavinePolynomial;

class PlacesTest {

    private static final Family<Place> SOFT =
            RavineDecomposition.THEOREM.claim().setting().families().get(1);

    /** ∂_uu f/λ is ½ in half of them, and anything up to 3/2 in the others. */
    @Test
    void halfOfTheSoftPlacesAreAsSoftAsTheyMayBe() {
        double[] softness = IntStream.range(0, 400)
                .mapToObj(index -> SOFT.draw(1, index))
                .mapToDouble(place -> {
                    RavinePolynomial polynomial = place.polynomial();
                    return polynomial.stiffnessAt(place.tangent())[0]
                            / polynomial.stiffness()[0];
                })
                .sorted()
                .toArray();

        assertThat(softness[0]).isGreaterThanOrEqualTo(0.5);
        assertThat(softness[399]).isBetween(1.4, 1.5);
        assertThat(softness[150]).isCloseTo(0.5, within(1e-13));
        assertThat(softness[250]).isGreaterThan(0.51);
    }

    @Test
    void aPlaceIsOfTheDimensionOfItsFunction() {
        Place place = SOFT.draw(1, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Place(place.polynomial(), new double[3]))
                .withMessage("the point has dimension 3, expected 2");
        assertThat(place.above(new double[] {7})).containsExactly(7, place.tangent()[0]);
        assertThat(place.normal()).containsExactly(place.point()[0]);
    }

    /** By hand: f = 5 above the ravine, g = −2, and q₄ = 3 − 8/8. */
    @Test
    void numbersThatCancelCountInFullForTheirMagnitude() {
        RavineDecomposition.Shape shape = new RavineDecomposition.Shape(5, -2, 0.5, 3, 8, 0, 0, 0);

        assertThat(shape.magnitude()).isEqualTo(7.5);
        assertThat(shape.quarticMagnitude()).isEqualTo(13);
        assertThat(shape.offQuartic()).isEqualTo(4);
        assertThat(shape.offDirect()).isEqualTo(5);
    }
}
