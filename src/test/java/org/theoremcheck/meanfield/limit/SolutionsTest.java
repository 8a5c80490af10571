package org.theoremcheck.meanfield.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.theoremcheck.meanfield.limit.Equations.Term.FORCE;
import static org.theoremcheck.meanfield.limit.Equations.Term.OUTPUT_NOISE;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.meanfield.model.StartLaw;

/** What is read off solutions. */
class SolutionsTest {

    private static final Model COMMITTEE = Model.of(
                    new Loss.Committee(new double[] {1, -0.6}, new double[] {0.5, 1, -1}, 0.3), 2, 0.5, 0.1, 3)
            .from(new StartLaw.Gaussian(0.5), 0);

    @Test
    void covariancesAndOverlapsOfOneUnitAreEntriesOfTheMatrices() {
        MeanField solution = MeanField.sampled(COMMITTEE, Equations.TRUE, SampleBlock.SIZE - 1, 5);

        for (int k = 0; k <= 3; k++) {
            for (int j = 0; j <= 3; j++) {
                assertThat(solution.covariance(k, j)).isEqualTo(solution.covariance()[2 * k][2 * j]);
            }
            for (int teacher = 0; teacher < 3; teacher++) {
                assertThat(solution.overlap(k, 1, teacher)).isEqualTo(solution.fromSignal()[2 * k + 1][teacher]);
            }
        }
        // Without noise in the start the overlap of a first step is that of the outputs: it grows with the signal.
        Model louder =
                new Model(new Loss.Linear(0), 2, 0, 0.1, 1, 0, new StartLaw.Gaussian(0), 3, COMMITTEE.sampling());
        assertThat(MeanField.linear(louder, Equations.TRUE).overlap(1, 0, 0)).isCloseTo(0.1 * 3, within(1e-15));
    }

    @Test
    void theSchemeGivesTheLeadingPartsOfItsSolutions() {
        CausalScheme scheme = new CausalScheme(COMMITTEE, 200, 6);
        double[] covariance = scheme.covariance(1, 3);
        double[] response = scheme.response(1, 3);

        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                assertThat(covariance[8 * i + j]).isEqualTo(covariance[8 * j + i]);
                if (j / 2 >= i / 2) {
                    assertThat(response[8 * i + j]).isZero();
                } else if (j / 2 == i / 2 - 1) {
                    assertThat(response[8 * i + j]).isEqualTo(i % 2 == j % 2 ? 1 : 0);
                } else {
                    assertThat(response[8 * i + j]).isNotZero();
                }
                if (i < 4 && j < 4) {
                    assertThat(scheme.covariance(1, 1)[4 * i + j]).isEqualTo(covariance[8 * i + j]);
                    assertThat(scheme.response(1, 1)[4 * i + j]).isEqualTo(response[8 * i + j]);
                }
            }
        }
        // A start of variance ½, in each of the two units.
        assertThat(scheme.covariance(1, 0)).containsExactly(0.5, 0, 0, 0.5);
        assertThat(scheme.covariance(0, 3)).isNotEqualTo(covariance);
        assertThat(new CausalScheme(COMMITTEE, 200, 6).covariance(1, 3)).isEqualTo(covariance);
        assertThat(new CausalScheme(COMMITTEE, 200, 7).covariance(1, 3)).isNotEqualTo(covariance);
    }

    @Test
    void onlyTheLinearLossIsSolvedExactly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanField.linear(COMMITTEE.with(new Loss.Logistic()), Equations.TRUE))
                .withMessage("only the linear loss has an exact solution, got Logistic[]");
    }

    @Test
    void equationsAreNamedByTheirCoefficients() {
        assertThat(Equations.TRUE.text()).isEqualTo("the equations");
        assertThat(Equations.TRUE.with(OUTPUT_NOISE, 0).with(FORCE, 0.5).text())
                .isEqualTo("the equations with force × 0.5, output noise × 0");
    }

    /** As w_0 = 0 and a w_1 that is a multiple of w* are. */
    @Test
    void aRowThatItsPastDeterminesIsThatCombinationOfIt() {
        WhitenedProcess process = new WhitenedProcess(4);
        double[] first = process.extend(new double[] {4}, new double[] {0.25});
        double[] zero = process.extend(new double[] {0, 0}, new double[] {0.1, 1});
        double[] multiple = process.extend(new double[] {6, 0, 9 + 0x1p-40}, new double[] {0.2, -0.3, 1});
        double[] free = process.extend(new double[] {0, 0, 0, 1e-6}, new double[] {0, 0, 0, 1});

        assertThat(first).containsExactly(4);
        assertThat(zero).containsExactly(0, 0);
        assertThat(multiple).containsExactly(6, 0, 0);
        assertThat(free).usingComparatorWithPrecision(1e-15).containsExactly(0, 0, 0, 1e-3);
        assertThat(Arrays.stream(free).limit(3)).containsOnly(0.0);
    }
}
