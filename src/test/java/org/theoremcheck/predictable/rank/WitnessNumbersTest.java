package org.theoremcheck.predictable.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Enclosure;

/** The smallest counterexamples, with both sides known as exact rationals. */
class WitnessNumbersTest {

    private static final Map<String, Claim<?, ?, ?>> CLAIMS = claims();

    @ParameterizedTest(name = "{0}: {2} and not {3}")
    @CsvSource({
        "c-nc1, c-nc1/witness, 1, 0",
        "c-nc3a, c-nc3a/witness, 1, 5",
        "c-nc3b, c-nc3b/witness, 1, 0",
        "c-nc4a, c-nc4a/witness, 0.25, 0.5",
        "c-nc4b, c-nc4b/witness, 2, 1",
        "c-nc5, c-nc5/witness, 3, 2",
        "c-nc6, c-nc6/witness, 2.5, 1",
        "c-nc8a, c-nc8a/witness, 3.7, 1",
        "c-nc8b, c-nc8b/witness, 90, 50",
        "tail-energy-smallest, tail-energy-smallest/witness, 4, 1",
        "tail-energy-forgetful, tail-energy-forgetful/witness, 1, 0.25",
        "predictable-rank-first, predictable-rank-first/witness, 1, 0",
        "predictable-rank-constant, predictable-rank-constant/witness, 3, 2.97",
        "predictable-rank-squared, predictable-rank-squared/witness, 3, 0.75",
        "predictable-rank-too-small, predictable-rank-too-small/witness, 12, 3",
        "predictable-rank-off-by-one, predictable-rank-off-by-one/witness, 1.25, 1",
        "permutation-gradients, broken/increments are permuted, 0.5, 0",
        "permutation-kappa, permutation-kappa/witness, 1, 0",
        "permutation-late, permutation-late/witness, 2, 0",
        "stability-constant, stability-constant/witness, 1, 0.99",
        "stability-squares, stability-squares/witness, 3, 1",
        "stability-cutoff, stability-cutoff/witness, 0.75, 0.0625",
    })
    void bothSidesAreTheNumbersComputedByHand(String id, String family, BigDecimal measured, BigDecimal bound) {
        Sides sides = sides(CLAIMS.get(id), family);

        assertThat(sides.finding().verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(sides.finding().measured()).isCloseTo(measured.doubleValue(), Offset.offset(1e-12));
        assertThat(sides.finding().bound()).isCloseTo(bound.doubleValue(), Offset.offset(1e-12));
        assertThat(distance(sides.measured(), measured)).isLessThan(new BigDecimal("1e-12"));
        assertThat(distance(sides.bound(), bound)).isLessThan(new BigDecimal("1e-12"));
        assertThat(sides.confirmed()).isTrue();
    }

    @Test
    void theTieOfOneQuarterIsTakenAtRankOneOrTwoAndTheSlipTakesThree() {
        Log tie = Logs.diagonal(1, 0.25, 3, 1, 1, 1);

        assertThat(Answers.of(new TruncatedSvd(), tie.gradients(), 0.25, 0).rank())
                .isEqualTo(1);
        assertThat(Answers.of(Slips.unsquared(), tie.gradients(), 0.25, 0).rank())
                .isEqualTo(3);
        assertThat(verdict(tie, new TruncatedSvd())).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(tie, Slips.oneTooMany())).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(tie, Slips.unsquared())).isEqualTo(Verdict.VIOLATED);
    }

    private static Verdict verdict(Log log, IncrementPredictor predictor) {
        return PredictableRankMinimal.THEOREM
                .claim()
                .judge(log, any -> predictor)
                .verdict();
    }

    private record Sides(Finding finding, Enclosure measured, Enclosure bound, boolean confirmed) {}

    private static BigDecimal distance(Enclosure side, BigDecimal number) {
        return number.subtract(side.low())
                .abs()
                .max(number.subtract(side.high()).abs());
    }

    private static <I, S, E> Sides sides(Claim<I, S, E> claim, String familyName) {
        Family<I> family = claim.setting().families().stream()
                .filter(candidate -> candidate.name().equals(familyName))
                .findFirst()
                .orElseThrow();
        I instance = family.draw(0, 0);
        Compare<E> compare = (Compare<E>) claim.statement();
        Map<String, Enclosure> exact = claim.setting()
                .exact()
                .orElseThrow()
                .play(instance, claim.setting().reference());
        Finding finding = claim.judge(instance, claim.setting().reference());
        return new Sides(
                finding,
                sum(compare.left(), exact),
                sum(compare.right(), exact),
                compare.confirms(exact, finding.budget()));
    }

    private static <E> Enclosure sum(List<Term<E>> terms, Map<String, Enclosure> exact) {
        return terms.stream()
                .filter(term -> term.coefficient() != 0)
                .map(term -> Enclosure.decimal(term.coefficient()).times(exact.get(term.name())))
                .reduce(Enclosure.ZERO, Enclosure::plus);
    }

    private static Map<String, Claim<?, ?, ?>> claims() {
        Map<String, Claim<?, ?, ?>> claims = new HashMap<>();
        for (Theorem<?, ?, ?> theorem : Rank.theorems()) {
            theorem.claims().forEach(claim -> claims.put(claim.id(), claim));
        }
        return claims;
    }

    @Test
    void everyTermOfEveryClaimHasAnExactValue() {
        for (Claim<?, ?, ?> claim : CLAIMS.values()) {
            assertThat(exactTerms(claim).keySet())
                    .as(claim.id())
                    .containsAll(((Compare<?>) claim.statement())
                            .terms().stream().map(Term::name).toList());
        }
    }

    private static <I, S, E> Map<String, Enclosure> exactTerms(Claim<I, S, E> claim) {
        I first = claim.setting().families().get(0).draw(0, 0);
        for (long index = 0;
                !claim.judge(first, claim.setting().reference()).reason().isEmpty();
                index++) {
            first = claim.setting().families().get(0).draw(0, index);
        }
        return claim.setting().exact().orElseThrow().play(first, claim.setting().reference());
    }
}
