package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.theoremcheck.audit.Toy.Adder;
import org.theoremcheck.audit.Toy.Numbers;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Verdict;

/** A statistical claim has fixed draws: no search, no shrinking. */
class StatisticalTest {

    private static final Family<Numbers> ONE = new Family<>(
            "sample", "sample", 1, in -> Toy.numbers(in.gaussians("value", 0, 5)[0] + in.preset("shift", 0, 0, 9)));

    private static Claim<Numbers, Adder, Double> claim(double shift) {
        return Toy.claim("law", ONE).saying(new org.theoremcheck.claim.Test<>("z", sum -> sum + shift, 1e-7, 12));
    }

    @Test
    void sharesAreWrittenAndSummed() {
        Ledger ledger = audit(claim(0)).ledger();
        Ledger.Entry entry = ledger.claims().get(0);

        assertThat(entry.verdict()).isEqualTo("HOLDS");
        assertThat(entry.falseAlarm()).isEqualTo(1e-7);
        assertThat(entry.smallestEffect()).isEqualTo(12);
        assertThat(entry.miss()).isBetween(0.0, 1e-10);
        assertThat(ledger.falseAlarm()).isEqualTo(new Ledger.FalseAlarm(1e-6, 1e-7));
    }

    @Test
    void everyExperimentSpendsTheShareOfOne() {
        Family<Numbers> three = new Family<>("sample", "sample", 3, ONE.sampler());
        Ledger ledger = audit(claim(0).in(Toy.claim("law", three).setting())).ledger();

        assertThat(ledger.claims().get(0).falseAlarm()).isEqualTo(3e-7, within(1e-20));
        assertThat(ledger.falseAlarm().spent()).isEqualTo(3e-7, within(1e-20));
    }

    @Test
    void aClaimThatIsExpectedToFailSpendsItsMiss() {
        Claim<Numbers, Adder, Double> holds = claim(50);
        Claim<Numbers, Adder, Double> control = new Claim<>(
                "law",
                Kind.CONTROL,
                Verdict.VIOLATED,
                Optional.of("other"),
                holds.title(),
                holds.source(),
                holds.setting(),
                holds.statement(),
                holds.tightness());
        Ledger ledger = audit(control).ledger();

        assertThat(ledger.falseAlarm().spent())
                .isEqualTo(ledger.claims().get(0).miss())
                .isPositive();
    }

    @Test
    void moreThanTheBudgetIsNotAsExpected() {
        Family<Numbers> many = new Family<>("sample", "sample", 11, ONE.sampler());

        assertThat(audit(claim(0)).ledger().asExpected()).isTrue();
        assertThat(audit(claim(0).in(Toy.claim("law", many).setting())).ledger().asExpected())
                .isFalse();
    }

    @Test
    void nothingIsSearched() {
        assertThat(audit(claim(0)).ledger().claims().get(0).searched()).isEmpty();
    }

    @Test
    void aRejectionKeepsItsDraws() {
        Audit.Result result = audit(claim(50));
        Witness witness = result.witnesses().get("law");

        assertThat(result.ledger().claims().get(0).verdict()).isEqualTo("VIOLATED");
        assertThat(witness.certified()).isNull();
        assertThat(witness.tape()).isNull();
        assertThat(witness.origin()).doesNotContain("shrunk");
        assertThat(witness.instance().get("values").get(0).doubleValue())
                .isEqualTo(ONE.draw(1, 0).values()[0]);
    }

    private static Audit.Result audit(Claim<?, ?, ?> claim) {
        return Whole.audit(List.of(claim), new Options(1, 20, Optional.empty(), 1, Map.of()));
    }
}
