package org.theoremcheck.quartic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Verdict;

class HypothesesTest {

    @SuppressWarnings("unchecked")
    static Stream<Claim<Object, Object, Object>> theorems() {
        return new FourthOrderGrowth()
                .theorems().stream().map(Theorem::claim).map(claim -> (Claim<Object, Object, Object>) claim);
    }

    @ParameterizedTest
    @MethodSource("theorems")
    void everyDrawnInstanceMeetsThemAll(Claim<Object, Object, Object> claim) {
        for (Family<Object> family : claim.setting().families()) {
            for (int index = 0; index < Math.min(family.size(), 200); index++) {
                Object instance = family.draw(7, index);
                assertThat(claim.setting().hypotheses())
                        .as(family.name() + " " + index)
                        .allMatch(hypothesis -> hypothesis.margin().applyAsDouble(instance) >= 0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("theorems")
    void aBreakingFamilyBreaksItsHypothesisAloneAndWithItTheClaim(Claim<Object, Object, Object> claim) {
        for (Hypothesis<Object> hypothesis : claim.setting().hypotheses()) {
            List<Object> members = members(hypothesis.broken().get(0));
            for (Object broken : members) {
                assertThat(claim.setting().hypotheses())
                        .as(claim.id())
                        .filteredOn(other -> !(other.margin().applyAsDouble(broken) >= 0))
                        .containsExactly(hypothesis);
                assertThat(claim.judge(broken, claim.setting().reference()).verdict())
                        .isEqualTo(Verdict.VACUOUS);
            }
            Claim<Object, Object, Object> without = claim.in(claim.setting().without(hypothesis.name()));
            assertThat(members)
                    .as(claim.id() + " without " + hypothesis.name())
                    .anyMatch(broken ->
                            without.judge(broken, without.setting().reference()).verdict() == Verdict.VIOLATED);
        }
    }

    @ParameterizedTest
    @MethodSource("theorems")
    void instancesSurviveJson(Claim<Object, Object, Object> claim) {
        for (Family<Object> family : claim.setting().families()) {
            String json = Codec.write(family.draw(3, 0));

            assertThat(Codec.write(Codec.read(json, claim.setting().instance())))
                    .as(family.name())
                    .isEqualTo(json);
        }
    }

    private static List<Object> members(Family<Object> family) {
        return Stream.iterate(0, index -> index + 1)
                .limit(family.size())
                .map(index -> family.draw(0, index))
                .toList();
    }
}
