package org.theoremcheck.predictable.stationarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Enclosure;

/** The smallest counterexamples, with both sides known as rationals. */
class WitnessNumbersTest {

    private static final Map<String, Claim<Problem, Descender, Trace>> CLAIMS = claims();

    @ParameterizedTest(name = "{0}: {2} > {3}")
    @CsvSource({
        "b-nc1, broken/descent/step at most 1/L, 1, 0.990099009900990099",
        "b-nc2, b-nc2/witness, 1, 0.995",
        "b-nc3, b-nc3/witness, 2, 1.99",
        "b-nc4, b-nc4/witness, 2, 1",
        "b-nc4p, b-nc4p/witness, 1, 0",
        "b-nc5, b-nc5/witness, 2, 1",
        "b-nc6, b-nc6/witness, 2, 1",
        "b-nc7, b-nc7/witness, 1.25, 1",
        "b-nc8, b-nc8/witness, 18, 12",
        "b-nc9, broken/descent/smooth objective, 2, 1",
        "b-nc10, b-nc10/witness, 2, 1",
        "b-nc11, b-nc11/witness, 1, 0",
        "b-nc12, broken/descent/lower bound, 1, 0.8",
        "stationarity-negative-step, broken/descent/positive step, 1, -1",
        "extended-balance, broken/descent/positive balance, 1, 0.66666666666666667",
        "delayed-longer-step, broken/descent/step at most 0.618/L, 3, 2",
        "delayed-other-proxy, broken/descent/one-step proxy, 8, 3",
    })
    void bothSidesAreTheNumbersComputedByHand(String id, String family, BigDecimal measured, BigDecimal bound) {
        Claim<Problem, Descender, Trace> claim = claim(id);
        Problem witness = family(claim, family).draw(0, 0);
        Finding finding = claim.judge(witness, claim.setting().reference());
        Compare<Trace> compare = (Compare<Trace>) claim.statement();
        Map<String, Enclosure> exact = claim.setting()
                .exact()
                .orElseThrow()
                .play(witness, claim.setting().reference());

        assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(finding.measured()).isEqualTo(measured.doubleValue());
        assertThat(finding.bound()).isCloseTo(bound.doubleValue(), within(1e-15));
        assertThat(sum(compare.left(), exact).low()).isEqualByComparingTo(measured);
        assertThat(sum(compare.left(), exact).high()).isEqualByComparingTo(measured);
        // The decimals 1.01 and 0.1 are not doubles, and the witnesses are.
        assertThat(sum(compare.right(), exact).low().subtract(bound).abs()).isLessThan(new BigDecimal("1e-15"));
    }

    @Test
    void everyControlOfTheTableIsThere() {
        assertThat(CLAIMS)
                .containsKeys(
                        "b-nc1", "b-nc2", "b-nc3", "b-nc4", "b-nc4p", "b-nc5", "b-nc6", "b-nc7", "b-nc8", "b-nc9",
                        "b-nc10", "b-nc11", "b-nc12");
    }

    @Test
    void everyTermOfEveryClaimHasAnExactValue() {
        for (Claim<Problem, Descender, Trace> claim : CLAIMS.values()) {
            Compare<Trace> compare = (Compare<Trace>) claim.statement();
            assertThat(new ExactDescent()
                            .play(Problems.oneStep(2), ProxyDescent::new)
                            .keySet())
                    .as(claim.id())
                    .containsAll(compare.terms().stream().map(Term::name).toList());
        }
    }

    private static Claim<Problem, Descender, Trace> claim(String id) {
        Claim<Problem, Descender, Trace> claim = CLAIMS.get(id);
        assertThat(claim).as(id).isNotNull();
        return claim;
    }

    private static Family<Problem> family(Claim<Problem, Descender, Trace> claim, String name) {
        return claim.setting().families().stream()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Enclosure sum(List<Term<Trace>> terms, Map<String, Enclosure> exact) {
        return terms.stream()
                .map(term -> Enclosure.decimal(term.coefficient()).times(exact.get(term.name())))
                .reduce(Enclosure.ZERO, Enclosure::plus);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Claim<Problem, Descender, Trace>> claims() {
        Map<String, Claim<Problem, Descender, Trace>> claims = new HashMap<>();
        for (var theorem : Stationarity.theorems()) {
            for (Claim<?, ?, ?> claim : theorem.claims()) {
                if (claim.setting().instance() == Problem.class) {
                    claims.put(claim.id(), (Claim<Problem, Descender, Trace>) claim);
                }
            }
        }
        return claims;
    }
}
