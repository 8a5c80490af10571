package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.predictable.regret.BestPredictorOnline.Algorithm;
import org.theoremcheck.predictable.regret.BestPredictorOnline.Contest;

class RankControlledTest {

    private static final Claim<Contest, Learner, Play> CLAIM = RankControlled.CLAIM;

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void theMeanRegretOverTheEightSequencesIsThreeHalvesForEveryLearner(Algorithm algorithm) {
        List<Finding> findings = findings(algorithm);

        assertThat(findings)
                .hasSize(8)
                .allSatisfy(finding -> assertThat(finding.bound()).isEqualTo(1));
        assertThat(findings.stream().mapToDouble(Finding::measured).average().orElseThrow())
                .isCloseTo(1.5, within(1e-15));
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void everyLearnerIsRefutedOnSomeSequence(Algorithm algorithm) {
        assertThat(findings(algorithm)).anySatisfy(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATED);
            assertThat(finding.measured()).isGreaterThanOrEqualTo(1.5);
        });
    }

    @Test
    void sequencesOfDifferentSignsAllOccur() {
        assertThat(contests().map(contest -> contest.game().adversary().toString()))
                .hasSize(24);
        assertThat(contests()
                        .filter(contest -> contest.algorithm() == Algorithm.LEADER)
                        .map(contest -> IntStream.range(0, 3)
                                .mapToObj(t -> contest.game()
                                        .adversary()
                                        .gradient(t, new double[1], new double[1], new double[1])[0])
                                .toList()))
                .doesNotHaveDuplicates();
    }

    private static List<Finding> findings(Algorithm algorithm) {
        return contests()
                .filter(contest -> contest.algorithm() == algorithm)
                .map(contest -> CLAIM.judge(contest, CLAIM.setting().reference()))
                .toList();
    }

    private static java.util.stream.Stream<Contest> contests() {
        Family<Contest> family = CLAIM.setting().families().get(0);
        return IntStream.range(0, family.size()).mapToObj(index -> family.draw(0, index));
    }
}
