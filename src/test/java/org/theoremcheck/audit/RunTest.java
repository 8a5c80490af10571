package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.theoremcheck.audit.Toy.Adder;
import org.theoremcheck.audit.Toy.Numbers;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Theorem;

class RunTest {

    private static final Family<Numbers> FIRST = Toy.tiny("a/first", "a");
    private static final Family<Numbers> SECOND = Toy.tiny("a/second", "a");
    private static final Family<Numbers> THIRD = Toy.tiny("a/third", "a");
    private static final Family<Numbers> ALONE = Toy.tiny("b/alone", "b");
    private static final Family<Numbers> TWO = Family.of("a/two", "a", Toy.numbers(0), Toy.numbers(1));

    private static final Theorem<Numbers, Adder, Double> THEOREM = Toy.theorem("sums", FIRST, SECOND, THIRD, ALONE, TWO)
            .control("sums-scaled", "half the bound", scale("one", 0.5))
            .control("sums-greedy", "three too many", subject(Toy.GREEDY))
            .control("sums-elsewhere", "on numbers of its own", on(Toy.normal("c/normal", "c")));

    private final List<Run<?, ?, ?>> runs = Run.of(THEOREM.claims());

    @Test
    void claimsAboutTheSamePlaysShareARun() {
        assertThat(runs)
                .extracting(Run::name)
                .containsExactly(
                        "sums on a/first",
                        "sums on a/second",
                        "sums on a/third",
                        "sums on b/alone",
                        "sums on a/two",
                        "sums-greedy on a/first",
                        "sums-greedy on a/second",
                        "sums-greedy on a/third",
                        "sums-greedy on b/alone",
                        "sums-greedy on a/two",
                        "sums-elsewhere on c/normal");
        assertThat(run("sums on a/first").claims()).extracting("id").containsExactly("sums", "sums-scaled");
        assertThat(run("sums-greedy on a/first").claims()).extracting("id").containsExactly("sums-greedy");
    }

    @Test
    void randomFamiliesOfAGroupShareTheInstancesAskedFor() {
        assertThat(run("sums on a/first").count(99)).isEqualTo(33);
        assertThat(run("sums on a/second").count(100)).isEqualTo(34);
        assertThat(run("sums on b/alone").count(100)).isEqualTo(100);
    }

    @Test
    void cheapPlaysAreMadeMoreOften() {
        Theorem<Numbers, Adder, Double> cheap =
                Toy.theorem("sums", Toy.setting(FIRST, SECOND, TWO).often(3));

        assertThat(Run.of(cheap.claims())).extracting(run -> run.count(100)).containsExactly(150L, 150L, 2L);
    }

    @Test
    void everyFamilyIsPlayedHoweverFewInstancesAreAskedFor() {
        assertThat(runs).allSatisfy(run -> assertThat(run.count(1)).isEqualTo(1));
    }

    @Test
    void aFiniteFamilyIsPlayedOnceHoweverManyInstancesAreAskedFor() {
        assertThat(run("sums on a/two").count(12_000)).isEqualTo(2);
        assertThat(run("sums-greedy on a/two").count(12_000)).isEqualTo(2);
    }

    @Test
    void aSubjectOfItsOwnIsPlayedOnAThousandInstancesOfAGroupAtMost() {
        assertThat(run("sums-greedy on b/alone").count(12_000)).isEqualTo(1000);
        assertThat(run("sums-greedy on a/first").count(12_000)).isEqualTo(334);
        assertThat(run("sums on b/alone").count(12_000)).isEqualTo(12_000);
    }

    @Test
    void anAuditPlaysThatManyInstancesWhateverTheSizeOfItsChunks() {
        Options options = new Options(1, 3001, Optional.empty(), 2, Map.of());
        Ledger ledger = Whole.audit(THEOREM.claims(), options).ledger();

        assertThat(ledger.claims().get(0).families())
                .extracting(Ledger.Sampled::instances)
                .containsExactly(1001L, 1001L, 1001L, 3001L, 2L);
        assertThat(ledger.claims().get(2).families())
                .extracting(Ledger.Sampled::instances)
                .containsExactly(334L, 334L, 334L, 1000L, 2L);
    }

    @Test
    void asManyInstancesAsALongCanSayAreNotTooMany() {
        assertThat(run("sums on a/first").count(Long.MAX_VALUE)).isEqualTo(Family.UNBOUNDED);
        assertThat(run("sums on b/alone").count(Long.MAX_VALUE)).isEqualTo(Family.UNBOUNDED);
    }

    @Test
    void norAreFiveTimesAsMany() {
        Theorem<Numbers, Adder, Double> cheap =
                Toy.theorem("sums", Toy.setting(FIRST).often(5));

        assertThat(Run.of(cheap.claims()).get(0).count(Long.MAX_VALUE / 5 + 1)).isEqualTo(Family.UNBOUNDED);
    }

    @Test
    void aBillionInstancesAreNoMoreUnitsThanAnAuditCanKeep() {
        for (long instances : List.of(1L, 999L, 1001L, 256_000L, 256_001L, 1_000_000_000L)) {
            List<Order.Sample> units = run("sums on b/alone").units(0, instances);

            assertThat(units).hasSizeBetween(1, 256);
            long reached = 0;
            for (Order.Sample unit : units) {
                assertThat(unit.from()).isEqualTo(reached).matches(from -> from % Run.CHUNK == 0);
                reached = unit.to();
            }
            assertThat(reached).isEqualTo(instances);
        }
    }

    private Run<?, ?, ?> run(String name) {
        return runs.stream().filter(run -> run.name().equals(name)).findFirst().orElseThrow();
    }
}
