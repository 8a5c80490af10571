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
}
