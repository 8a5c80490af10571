package org.theoremcheck.predictable.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;
import org.theoremcheck.predictable.rank.TailEnergyCausal.Chase;
import org.theoremcheck.predictable.rank.TailEnergyCausal.Surprises;

class TailEnergyCausalTest {

    private static final Claim<Chase, Forecast, Surprises> CLAIM = TailEnergyCausal.CLAIM;

    @Test
    void everyCausalPredictorIsRefutedExactlyAndByAtLeastTheNumberOfIncrements() {
        for (Chase chase : chases()) {
            Finding finding = CLAIM.judge(chase, CLAIM.setting().reference());
            Map<String, Enclosure> exact = CLAIM.setting()
                    .exact()
                    .orElseThrow()
                    .play(chase, CLAIM.setting().reference());

            assertThat(finding.verdict()).as(chase.toString()).isEqualTo(Verdict.VIOLATED);
            assertThat(finding.measured()).as(chase.toString()).isGreaterThanOrEqualTo(chase.increments());
            assertThat(((Compare<Surprises>) CLAIM.statement()).confirms(exact, finding.budget()))
                    .isTrue();
        }
    }

    @Test
    void theOneStepPredictorLosesExactlyTheNumberOfIncrements() {
        Chase chase = new Chase(new Predictor.OneStep(), new double[] {1}, 3);

        assertThat(CLAIM.judge(chase, CLAIM.setting().reference()).measured()).isEqualTo(3);
    }

    @Test
    void inMoreDimensionsTheLossIsAtLeastThatTimesTheSquaredLength() {
        Chase chase = new Chase(new Predictor.Trend(), new double[] {3, 4}, 5);

        assertThat(CLAIM.judge(chase, CLAIM.setting().reference()).measured()).isGreaterThanOrEqualTo(125);
    }

    @Test
    void allKindsOfPredictorsAreTried() {
        assertThat(chases())
                .<Class<?>>extracting(chase -> chase.predictor().getClass())
                .containsAll(java.util.List.of(Predictor.class.getPermittedSubclasses()));
    }

    private static Chase[] chases() {
        Family<Chase> family = CLAIM.setting().families().get(0);
        return IntStream.range(0, family.size())
                .mapToObj(index -> family.draw(0, index))
                .toArray(Chase[]::new);
    }

    @Test
    void theTailThatIsProvedFromThePlayIsNothing() {
        assertThat(Arrays.stream(chases())
                        .map(chase -> CLAIM.setting()
                                .exact()
                                .orElseThrow()
                                .play(chase, CLAIM.setting().reference())
                                .get("tail")))
                .allSatisfy(tail -> assertThat(tail.high().doubleValue()).isLessThan(1e-28));
    }

    @Test
    void theRoundingStatedCoversTheErrorOfTheSumAndIsNotAThousandTimesTooLarge() {
        double largest = 0;
        for (double factor : new double[] {0.3, 0.7, 0.9, 0.99}) {
            for (int increments = 1; increments <= 20; increments++) {
                Chase chase = new Chase(new Predictor.Ema(factor), new double[] {3, -4, 7}, increments);
                Surprises seen =
                        CLAIM.setting().referee().play(chase, CLAIM.setting().reference());
                double off = CLAIM.setting()
                        .exact()
                        .orElseThrow()
                        .play(chase, CLAIM.setting().reference())
                        .get("surprises")
                        .minus(Enclosure.of(seen.surprises()))
                        .abs()
                        .high()
                        .doubleValue();

                assertThat(off).isLessThanOrEqualTo(seen.rounding());
                largest = Math.max(largest, off / seen.rounding());
            }
        }
        assertThat(largest).isGreaterThan(0.01);
    }

    /** v = (1, 2) against the one-step predictor: gₜ = v, 2v or 0, whichever the increment predicted is not. */
    @Test
    void theSignIsThatWhichTheIncrementPredictedHasNot() {
        Chase trend = new Chase(new Predictor.Trend(), new double[] {1, 2}, 3);
        Surprises seen = CLAIM.setting().referee().play(trend, CLAIM.setting().reference());

        // m = 0, 2v, −v for g = v, 0, v, after g₀ = 0: the trend is 2gₜ₋₁ − gₜ₋₂.
        assertThat(seen.surprises()).isEqualTo(5 * (1 + 4 + 4));
    }
}
