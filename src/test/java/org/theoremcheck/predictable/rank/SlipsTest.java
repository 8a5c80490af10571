package org.theoremcheck.predictable.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Verdict;

/** Everything that is wrong is refuted, where it shows. */
class SlipsTest {

    @Test
    void everySlipInTheFactorsIsRefuted() {
        Log log = Logs.diagonal(2, 0.25, 16, 1, 0.5);
        List<Supplier<IncrementPredictor>> slips = List.of(Slips::smallest, Slips::forgetful, Slips::cutoff);

        for (Supplier<IncrementPredictor> slip : slips) {
            assertThat(value(log, slip).verdict()).isEqualTo(Verdict.VIOLATED);
        }
        assertThat(value(log, TruncatedSvd::new).verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void whoHasNotSeenTheLastGradientIsRefutedWhereItsIncrementBelongsToTheBest() {
        Log log = Logs.diagonal(3, 0.25, 8, 1, 0.5);

        assertThat(value(log, TruncatedSvd::new).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(value(log, Slips.Late::new).verdict()).isEqualTo(Verdict.VIOLATED);
    }

    /** σ₂ = 10⁻⁹ is below √u σ₁ and above σ₃: HᵀH cannot tell them apart, the decomposition of H can. */
    @Test
    void directionsOfTheGramMatrixAreRefutedByWhatTheyLoseBelowTheRootOfTheRoundoff() {
        double[] v = {0.6, 0.8, 0};
        double[] w = {0.8, -0.6, 0};
        double[][] gradients = new double[4][3];
        double[] h1 = {v[0] + 1e-9 * w[0], v[1] + 1e-9 * w[1], 0};
        double[] h2 = {v[0] - 1e-9 * w[0], v[1] - 1e-9 * w[1], 1e-11};
        double[] h3 = {v[0], v[1], -1e-11};
        for (int i = 0; i < 3; i++) {
            gradients[1][i] = h1[i];
            gradients[2][i] = gradients[1][i] + h2[i];
            gradients[3][i] = gradients[2][i] + h3[i];
        }
        double[] spectrum =
                ExactSpectrum.propose(Increments.of(gradients).rows()).getSingularValues();
        Log log = new Log(gradients, new double[3], 2, 0, spectrum, Factors.NONE);

        assertThat(value(log, TruncatedSvd::new).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(value(log, Slips.Gram::new).verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void aRankThatIsOneOffIsRefutedFromTheSideItIsOff() {
        Log log = Logs.diagonal(1, 0.25, 3, 2, 1);

        assertThat(PredictableRankPathLength.THEOREM
                        .claim()
                        .judge(log, any -> Slips.oneTooFew())
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
        assertThat(PredictableRankMinimal.THEOREM
                        .claim()
                        .judge(log, any -> Slips.oneTooMany())
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    private static Finding value(Log log, Supplier<IncrementPredictor> predictor) {
        return TailEnergy.THEOREM.claim().judge(log, any -> predictor.get());
    }
}
