package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;

class BudgetTest {

    /** Instances of a group that an audit with a budget adds at a time. */
    private static final long STEP = 3000;

    private static final List<Claim<?, ?, ?>> CLAIMS = Toy.theorem(
                    "sums",
                    Toy.tiny("a/first", "a"),
                    Toy.tiny("a/second", "a"),
                    Toy.tiny("a/third", "a"),
                    Toy.tiny("b/alone", "b"),
                    Family.of("a/two", "a", Toy.numbers(0), Toy.numbers(1)))
            .control("sums-scaled", "half the bound", scale("one", 0.5))
            .control("sums-greedy", "three too many", subject(Toy.GREEDY))
            .claims();

    @Test
    void wholeStepsAreRecordedAndTheirNumberRepeatsTheAudit() {
        for (Duration budget : List.of(Duration.ofNanos(1), Duration.ofMillis(30))) {
            Audit.Result timed = Whole.audit(CLAIMS, options(Optional.of(budget), 0));
            long instances = timed.ledger().instances();

            assertThat(instances).isPositive().matches(number -> number % STEP == 0);
            assertThat(Whole.text(Whole.audit(CLAIMS, options(Optional.empty(), instances))))
                    .isEqualTo(Whole.text(timed));
        }
    }

    @Test
    void evenTheSmallestBudgetPaysForOneStep() {
        Ledger ledger = Whole.audit(CLAIMS, options(Optional.of(Duration.ofNanos(1)), 0))
                .ledger();

        assertThat(ledger.instances()).isEqualTo(STEP);
        assertThat(ledger.asExpected()).isTrue();
        assertThat(ledger.claims().get(0).families())
                .allSatisfy(family -> assertThat(family.instances()).isPositive());
    }

    @Test
    void aLargerBudgetPaysForMore() {
        Ledger ledger = Whole.audit(CLAIMS, options(Optional.of(Duration.ofMillis(200)), 0))
                .ledger();

        assertThat(ledger.instances()).isGreaterThan(STEP);
    }

    @Test
    void whereNothingIsLeftToPlayTheAuditDoesNotWait() {
        List<Claim<?, ?, ?>> claims = List.of(Toy.claim("sums", Family.of("one", "one", Toy.numbers(1))));

        Ledger ledger = Whole.audit(claims, options(Optional.of(Duration.ofSeconds(2)), 0))
                .ledger();

        assertThat(ledger.claims().get(0).instances()).isEqualTo(1);
        assertThat(ledger.instances()).isEqualTo(STEP);
    }

    private static Options options(Optional<Duration> budget, long instances) {
        return new Options(1, instances, budget, 2, Map.of());
    }
}
