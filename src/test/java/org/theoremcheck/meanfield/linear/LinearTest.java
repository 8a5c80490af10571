package org.theoremcheck.meanfield.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.theoremcheck.meanfield.limit.Equations.Term.CROSS;
import static org.theoremcheck.meanfield.limit.Equations.Term.CURVATURE;
import static org.theoremcheck.meanfield.limit.Equations.Term.FORCE;
import static org.theoremcheck.meanfield.limit.Equations.Term.MEMORY;
import static org.theoremcheck.meanfield.limit.Equations.Term.OUTPUT_NOISE;
import static org.theoremcheck.meanfield.limit.Equations.Term.REACTION;
import static org.theoremcheck.meanfield.limit.Equations.Term.WEIGHT_NOISE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.meanfield.limit.Equations;
import org.theoremcheck.meanfield.limit.MeanField;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.meanfield.model.StartLaw;

/** The linear loss against numbers of independent programs, and the two roads against each other. */
class LinearTest {

    private static final Recursion GOLDEN = new Recursion(LinearModels.standard(0.1, 40));

    @ParameterizedTest
    @CsvSource({
        "1, 0.87875, 1.048125",
        "5, 0.584309690813, 0.610571438526",
        "10, 0.415875683391, 0.399326321437",
        "40, 0.239255997383, 0.196951200385"
    })
    void distanceAndErrorAreTheGoldenOnes(int step, double distance, double error) {
        assertThat(GOLDEN.distances()[step]).isCloseTo(distance, within(1e-11));
        assertThat(GOLDEN.trainingErrors()[step]).isCloseTo(error, within(1e-11));
    }

    @Test
    void covariancesAndResponsesAreTheGoldenOnes() {
        MeanField solution = GOLDEN.solution();
        double ofDistances = solution.covariance(10, 40) - solution.overlap(10, 0, 0) - solution.overlap(40, 0, 0) + 1;

        assertThat(ofDistances).isCloseTo(0.180824909914, within(1e-11));
        assertThat(solution.force()[10][9]).isCloseTo(0.181035369929, within(1e-11));
        assertThat(solution.response()[40][0]).isCloseTo(0.130773639270, within(1e-11));
    }

    @ParameterizedTest
    @CsvSource({"2, 1e-12", "3, 1e-12", "1, 1e-11", "0.5, 1e-11"})
    void recursionAndSpectrumAgreeOverFortySteps(double ratio, double tolerance) {
        Model model = LinearModels.standard(0.1, 40).with(ratio);
        Recursion recursion = new Recursion(model);
        Volterra volterra = Volterra.of(model);

        assertThat(recursion.distances()).containsExactly(volterra.distance(), within(tolerance));
        assertThat(recursion.trainingErrors()).containsExactly(volterra.error(), within(tolerance));
    }

    @Test
    void aShiftOfTheWeightsByTheSignalChangesNothing() {
        Model fromZero = LinearModels.standard(0.1, 20);
        Model fromAfar = new Model(
                fromZero.loss(), 2, 0.5, 0.1, 20, 0, new StartLaw.Gaussian(1 - 1e-9), 1e-9, fromZero.sampling());

        assertThat(new Recursion(fromAfar).distances())
                .containsExactly(new Recursion(fromZero).distances(), within(1e-12));
    }

    @Test
    void enclosedAndRoundedSpectraAgree() {
        Model model = LinearModels.standard(0.1, 6).with(0.7);
        Volterra rounded = Volterra.of(model);
        ExactVolterra exact = ExactVolterra.of(model);

        for (int k = 0; k <= 6; k++) {
            assertThat(rounded.distance()[k]).isCloseTo(exact.distance()[k].middle(), within(1e-14));
            assertThat(rounded.error()[k]).isCloseTo(exact.error()[k].middle(), within(1e-14));
        }
    }

    @Test
    void momentsOfTheSpectrumAreThoseOfMarchenkoAndPastur() {
        double[] powers = new MarchenkoPastur(0.7).powers(0.3, 3);
        double second = 0.7 * 0.7 + 0.7;
        double third = 0.7 * 0.7 * 0.7 + 3 * 0.7 * 0.7 + 0.7;

        assertThat(powers[0]).isCloseTo(0.7, within(1e-15));
        assertThat(powers[1]).isCloseTo(0.7 - 0.3 * second, within(1e-15));
        assertThat(powers[2]).isCloseTo(0.7 - 0.6 * second + 0.09 * third, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"0.2, 1.688", "0.1, 1.847", "0.05, 1.924"})
    void theLargestTemperatureIsThePublishedOne(double step, double temperature) {
        assertThat(new MarchenkoPastur(2).largestTemperature(step)).isCloseTo(temperature, within(5e-4));
    }

    /** At δ = 1 the largest eigenvalue is 4. */
    @Test
    void noTemperatureIsStableWhereDescentItselfIsNot() {
        assertThat(new MarchenkoPastur(1).largestTemperature(0.5)).isZero();
        assertThat(new MarchenkoPastur(1).largestTemperature(0.6)).isZero();
        assertThat(new MarchenkoPastur(1).largestTemperature(0.499)).isBetween(0.5, 0.6);
    }

    @ParameterizedTest
    @CsvSource({"1.83, true", "1.86, false"})
    void theErrorSettlesBelowTheLargestTemperatureAndGrowsAboveIt(double temperature, boolean settles) {
        double[] errors = new Recursion(LinearModels.standard(0.1, 300).at(temperature)).trainingErrors();

        assertThat(errors[300] - errors[250] < errors[250] - errors[200]).isEqualTo(settles);
    }

    @Test
    void stepsAndTemperaturesOutOfRangeAreRefusedWithTheirBounds() {
        Model model = Model.of(new Loss.Linear(0), 2, 1.86, 0.1, 10);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stability.require(model))
                .withMessage(
                        "the temperature τ is below 1.84729, where the linear loss diverges at the step 0.1, got 1.86");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stability.require(model.in(1, 10)))
                .withMessage("the step Δt is below 0.686292, where gradient descent diverges, got 1.0");
        Stability.require(model.at(1.83));
    }

    /** λ₊/δ = 4 at δ = 1, times the curvature: 2/4, 2/(4/4 + 1), 2/(4 + 1). */
    @Test
    void theLongestStepIsThatOfTheSteepestDirectionWithItsRidge() {
        StartLaw start = new StartLaw.Gaussian(0);
        Model linear = Model.of(new Loss.Linear(0), 1, 0, 0.5, 10);
        Model logistic = Model.of(new Loss.Logistic(), 1, 0, 1, 10).from(start, 1);

        for (Model longest : new Model[] {linear, logistic, linear.in(0.4, 10).from(start, 1)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Stability.require(longest));
            Stability.require(longest.in(longest.step() * (1 - 1e-12), 10));
        }
        Model hottest = linear.in(0.1, 10).at(new MarchenkoPastur(1).largestTemperature(0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Stability.require(hottest));
        Stability.require(hottest.from(start, 1e-9));
        Stability.require(hottest.with(new Loss.Logistic()));
    }

    @Test
    void everyTermOfTheEquationsMatters() {
        double[] right = GOLDEN.distances();
        for (Equations wrong : new Equations[] {
            Equations.TRUE.with(CROSS, 0),
            Equations.TRUE.with(WEIGHT_NOISE, 0),
            Equations.TRUE.with(OUTPUT_NOISE, 0),
            Equations.TRUE.with(MEMORY, 0),
            Equations.TRUE.with(CURVATURE, 0.5),
            Equations.TRUE.with(FORCE, 2),
            Equations.TRUE.with(REACTION, 2)
        }) {
            double off = new Recursion(LinearModels.standard(0.1, 40), wrong).distances()[40] / right[40] - 1;

            assertThat(Math.abs(off)).as(wrong.toString()).isGreaterThan(0.08);
        }
    }

    @ParameterizedTest
    @CsvSource({"cross, 0.408, 0.242", "memory, -0.536, -0.040", "weight noise, -0.411, -0.289"})
    void slipsAreAsFarOffAsAnotherProgramFound(String term, double distance, double error) {
        Equations wrong = switch (term) {
            case "cross" -> Equations.TRUE.with(CROSS, 0);
            case "memory" -> Equations.TRUE.with(MEMORY, 0);
            default -> Equations.TRUE.with(WEIGHT_NOISE, 0);
        };
        Recursion slip = new Recursion(LinearModels.standard(0.1, 40), wrong);

        assertThat(slip.distances()[40] / GOLDEN.distances()[40] - 1).isCloseTo(distance, within(6e-4));
        assertThat(slip.trainingErrors()[40] / GOLDEN.trainingErrors()[40] - 1).isCloseTo(error, within(6e-4));
    }
}
