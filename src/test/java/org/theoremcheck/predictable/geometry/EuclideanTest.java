package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EuclideanTest {

    @Test
    void theStandardMapHasWeightOne() {
        assertThat(new Euclidean(new Domain.Space())).isEqualTo(new Euclidean(new Domain.Space(), 1));
        assertThat(new Euclidean(new Domain.Space()).modulus()).isEqualTo(1);
        assertThat(new Euclidean(new Domain.Space(), 4).modulus()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aWeightIsPositive(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Euclidean(new Domain.Space(), weight))
                .withMessage("the weight of a geometry is positive, got " + weight);
    }

    @Test
    void aHeavierMapTakesShorterSteps() {
        double[] point = {1};
        new Euclidean(new Domain.Space(), 4).step(point, 0.5, new double[] {8}, point);

        assertThat(point).containsExactly(0);
    }

    @Test
    void onlyTheWholeSpaceHasNoConstraints() {
        assertThat(new Euclidean(new Domain.Space()).affine()).isTrue();
        assertThat(new Euclidean(new Domain.Ball(1)).affine()).isFalse();
        assertThat(new Euclidean(new Domain.Box(-1, 1)).affine()).isFalse();
        assertThat(new Euclidean(new Domain.Simplex()).affine()).isFalse();
        assertThat(new Entropy().affine()).isTrue();
    }

    @Test
    void aLineIsASpace() {
        assertThat(new Euclidean(new Domain.Space()).fits(1)).isTrue();
    }

    @Test
    void onlyTwoPointsAreNotConvex() {
        assertThat(new Euclidean(new Domain.TwoPoints()).convex()).isFalse();
        assertThat(new Euclidean(new Domain.Ball(1)).convex()).isTrue();
        assertThat(new Entropy().convex()).isTrue();
    }
}
