package org.theoremcheck.dualspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Enclosure;

/** What is asked of every theorem of the paper alike. */
@Execution(ExecutionMode.CONCURRENT)
class TheoremsTest {

    static Stream<Claim<?, ?, ?>> theorems() {
        return new DualSpacePreconditioning().theorems().stream().map(Theorem::claim);
    }

    static Stream<Claim<?, ?, ?>> claims() {
        return new DualSpacePreconditioning().theorems().stream().flatMap(theorem -> theorem.claims().stream());
    }

    /** All but those that run long. */
    private static <I, S, E> List<Family<I>> families(Claim<I, S, E> claim) {
        return claim.setting().families().stream()
                .filter(family -> !family.name().endsWith("/longest"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("theorems")
    <I, S, E> void holdsOnInstancesOfASeedOfItsOwn(Claim<I, S, E> claim) {
        for (Family<I> family : families(claim)) {
            for (int index = 0; index < Math.min(5, family.size()); index++) {
                Finding finding =
                        claim.judge(family.draw(99, index), claim.setting().reference());
                assertThat(finding.verdict()).as(family.name() + " " + index).isIn(Verdict.HOLDS, Verdict.VACUOUS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("theorems")
    <I, S, E> void meetsItsHypothesesByConstruction(Claim<I, S, E> claim) {
        for (Family<I> family : families(claim)) {
            for (int index = 0; index < Math.min(30, family.size()); index++) {
                I instance = family.draw(7, index);
                assertThat(claim.setting().hypotheses())
                        .as(family.name() + " " + index)
                        .allMatch(hypothesis -> hypothesis.margin().applyAsDouble(instance) >= 0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("theorems")
    <I, S, E> void aBrokenHypothesisIsBrokenAloneAndTheClaimWithIt(Claim<I, S, E> claim) {
        for (Hypothesis<I> hypothesis : claim.setting().hypotheses()) {
            I broken = hypothesis.broken().get(0).draw(0, 0);
            E evidence = claim.setting().referee().play(broken, claim.setting().reference());

            assertThat(claim.setting().hypotheses())
                    .as(hypothesis.name())
                    .filteredOn(other -> !(other.margin().applyAsDouble(broken) >= 0))
                    .containsExactly(hypothesis);
            assertThat(claim.statement().judge(evidence).verdict())
                    .as(hypothesis.name())
                    .isEqualTo(Verdict.VIOLATED);
        }
    }

    /** Both referees, which share no arithmetic, agree within the budget on small instances of every family. */
    @ParameterizedTest
    @MethodSource("theorems")
    <I, S, E> void theTermsInDoublesAreWithinTheBudgetOfTheEnclosedOnes(Claim<I, S, E> claim) {
        if (!(claim.statement() instanceof Compare<E> compare)) {
            return;
        }
        for (Family<I> family : families(claim)) {
            for (int index = 0; index < 1; index++) {
                I instance = family.draw(11, index);
                E evidence =
                        claim.setting().referee().play(instance, claim.setting().reference());
                Map<String, Enclosure> exact;
                try {
                    exact = claim.setting()
                            .exact()
                            .orElseThrow()
                            .play(instance, claim.setting().reference());
                } catch (ArithmeticException noClosedForm) {
                    continue;
                }
                Finding finding = compare.judge(evidence);
                for (Term<E> term : compare.terms()) {
                    Enclosure gap = exact.get(term.name())
                            .minus(Enclosure.of(term.value().applyAsDouble(evidence)))
                            .times(Enclosure.decimal(term.coefficient()))
                            .abs();
                    if (Double.isFinite(finding.budget()) && finding.verdict() == Verdict.HOLDS) {
                        assertThat(gap.high().doubleValue())
                                .as(family.name() + " " + index + " " + term.name())
                                .isLessThanOrEqualTo(finding.budget() * (1 + 1e-9) + Double.MIN_NORMAL);
                    }
                }
            }
        }
    }

    @Test
    void everyTermOfEveryClaimHasAnExactValue() {
        Map<String, String> missing = new HashMap<>();
        claims().forEach(claim -> missing.putAll(missing(claim)));

        assertThat(missing).isEmpty();
    }

    private static <I, S, E> Map<String, String> missing(Claim<I, S, E> claim) {
        Map<String, String> missing = new HashMap<>();
        if (claim.statement() instanceof Compare<E> compare) {
            I instance = claim.setting().families().get(0).draw(1, 0);
            var exact = claim.setting()
                    .exact()
                    .orElseThrow()
                    .play(instance, claim.setting().reference());
            compare.terms().stream()
                    .map(Term::name)
                    .filter(name -> !exact.containsKey(name))
                    .forEach(name -> missing.put(claim.id(), name));
        }
        return missing;
    }
}
