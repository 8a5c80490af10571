package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.theoremcheck.audit.Toy.Adder;
import org.theoremcheck.audit.Toy.Numbers;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.numeric.Enclosure;

/** How the verdict on a claim comes about from what sampling, search and exact arithmetic say. */
class VerdictTest {

    private static final Family<Numbers> TINY = Toy.tiny("tiny", "tiny");

    @Test
    void whatTheSearchFindsCountsThoughSamplingFoundNothing() {
        // Above 1 only in the last thousandth, which fifty draws miss and the search does not.
        Family<Numbers> cliff =
                Family.drawn("cliff", "cliff", in -> Toy.numbers(in.uniform("height", 0, 1000 / 999.0)));
        Ledger.Entry entry =
                audit(Toy.claim("sums", cliff), 50).ledger().claims().get(0);

        assertThat(entry.violations()).isZero();
        assertThat(entry.verdict()).isEqualTo("VIOLATED");
        assertThat(entry.worstRatio()).isGreaterThan(1);
        assertThat(entry.searched())
                .singleElement()
                .satisfies(spot -> assertThat(spot.worstRatio()).isEqualTo(entry.worstRatio()));
    }

    @Test
    void aViolationThatExactArithmeticDoesNotConfirmIsUndecided() {
        Setting<Numbers, Adder, Double> honest = Toy.setting(Toy.normal("normal", "normal"));
        Setting<Numbers, Adder, Double> denied = new Setting<>(
                honest.id(),
                honest.text(),
                honest.instance(),
                honest.role(),
                honest.families(),
                honest.hypotheses(),
                honest.reference(),
                honest.referee(),
                Optional.of((numbers, subject) -> Map.of("sum", Enclosure.ZERO, "one", Enclosure.ONE)));
        Audit.Result result = audit(Toy.theorem("sums", denied).claim(), 100);

        assertThat(result.ledger().claims().get(0).verdict()).isEqualTo("UNDECIDED");
        assertThat(result.witnesses().get("sums").certified()).isFalse();
    }

    @Test
    void aViolationWithoutExactArithmeticStandsUncertified() {
        Setting<Numbers, Adder, Double> honest = Toy.setting(Toy.normal("normal", "normal"));
        Setting<Numbers, Adder, Double> inexact = new Setting<>(
                honest.id(),
                honest.text(),
                honest.instance(),
                honest.role(),
                honest.families(),
                honest.hypotheses(),
                honest.reference(),
                honest.referee(),
                Optional.empty());
        Audit.Result result = audit(Toy.theorem("sums", inexact).claim(), 100);

        assertThat(result.ledger().claims().get(0).verdict()).isEqualTo("VIOLATED");
        assertThat(result.witnesses().get("sums").certified()).isNull();
    }

    @Test
    void instancesThatMissAHypothesisAreNotCounted() {
        Setting<Numbers, Adder, Double> some = requiring("one number", numbers -> 1 - numbers.values().length, TINY);
        Ledger.Entry entry =
                audit(Toy.theorem("sums", some).claim(), 800).ledger().claims().get(0);

        // One to eight numbers, each as likely.
        assertThat(entry.instances()).isBetween(60L, 140L);
        assertThat(entry.verdict()).isEqualTo("HOLDS");
        assertThat(entry.hypotheses()).containsExactly(new Ledger.MetHypothesis("one number", 0));
    }

    @Test
    void aHypothesisThatIsNeverMetMakesTheClaimVacuous() {
        Setting<Numbers, Adder, Double> none = requiring("never", numbers -> Double.NaN, TINY);
        Ledger.Entry entry =
                audit(Toy.theorem("sums", none).claim(), 100).ledger().claims().get(0);

        assertThat(entry.instances()).isZero();
        assertThat(entry.verdict()).isEqualTo("VACUOUS");
        assertThat(entry.asExpected()).isFalse();
    }

    @Test
    void aViolatedTheoremIsAnnouncedOnceWhileTheAuditRuns() throws java.io.IOException {
        List<String> notes = new ArrayList<>();
        Progress listening = new Progress() {
            @Override
            public void begin(String phase, long total) {
                notes.add(phase);
            }

            @Override
            public void advance(long steps) {}

            @Override
            public void note(String line) {
                notes.add(line);
            }
        };
        java.nio.file.Path folder = java.nio.file.Files.createTempDirectory("audit");
        Claim<Numbers, Adder, Double> wrong = Toy.claim(
                "sums",
                Family.of("three", "fixed", Toy.numbers(0), Toy.numbers(3), Toy.numbers(2)),
                Toy.normal("n", "n"));

        new Audit(List.of(wrong), new Options(1, 100, Optional.empty(), 1, Map.of()), listening).run(folder, false);
        java.nio.file.Files.delete(folder);

        assertThat(notes)
                .containsExactly("sampling", "sums is violated: three, index 1, by 50.0 % of its terms", "searching");
    }

    @Test
    void aControlThatIsBlindInOneGroupIsNotAsExpected() {
        Family<Numbers> seen = Family.of("two", "seen", Toy.numbers(2));
        Theorem<Numbers, Adder, Double> theorem = Toy.theorem("sums", seen, TINY);
        Ledger.Entry anywhere = audit(
                        theorem.control("anywhere", "sums are not small")
                                .derived()
                                .get(0),
                        100)
                .ledger()
                .claims()
                .get(0);
        Ledger.Entry everywhere = audit(
                        theorem.control("everywhere", "nor here", Alteration.everywhere())
                                .derived()
                                .get(0),
                        100)
                .ledger()
                .claims()
                .get(0);

        assertThat(anywhere.unrefuted()).isEmpty();
        assertThat(anywhere.asExpected()).isTrue();
        assertThat(everywhere.verdict()).isEqualTo("VIOLATED");
        assertThat(everywhere.unrefuted()).containsExactly("tiny");
        assertThat(everywhere.asExpected()).isFalse();
    }

    @Test
    void theWorstInstanceIsTheOneTold() {
        Family<Numbers> three = Family.of("three", "fixed", Toy.numbers(0), Toy.numbers(3), Toy.numbers(2));
        Audit.Result result = audit(Toy.claim("sums", three), 100);
        Ledger.Entry entry = result.ledger().claims().get(0);

        assertThat(entry.violations()).isEqualTo(2);
        assertThat(entry.worstSeverity()).isCloseTo(0.5, within(1e-14));
        assertThat(entry.worstRatio()).isEqualTo(3);
        // The smallest that is at least half as severe: 2 has severity 1/3, which is more than 1/4, but as many
        // characters.
        assertThat(result.witnesses().get("sums").measured()).isEqualTo(3);
        assertThat(result.witnesses().get("sums").origin()).isEqualTo("seed 1, family three, index 1");
    }

    @Test
    void ofFixedInstancesTheSmallestOfThoseListedFirstIsTold() {
        Family<Numbers> smallest = Family.of("smallest", "fixed", Toy.numbers(3));
        List<Family<Numbers>> families = new ArrayList<>(List.of(smallest));
        for (int group = 0; group < 4; group++) {
            families.add(Family.of("worse-" + group, "group-" + group, Toy.numbers(3, 1)));
        }
        Claim<Numbers, Adder, Double> claim = Toy.claim("sums", smallest);
        Audit.Result result = audit(claim.in(claim.setting().on(families)), 100);

        assertThat(result.ledger().claims().get(0).worstRatio()).isEqualTo(4);
        assertThat(result.witnesses().get("sums").origin()).isEqualTo("seed 1, family smallest, index 0");
    }

    @Test
    void coefficientsAreSetInEveryClaim() {
        Options half = new Options(1, 100, Optional.empty(), 1, Map.of("one", 0.125));
        Family<Numbers> quarter = Family.of("quarter", "fixed", Toy.numbers(0.25));
        Audit.Result result = Whole.audit(List.of(Toy.claim("sums", quarter)), half);

        assertThat(result.ledger().set()).isEqualTo(Map.of("one", 0.125));
        assertThat(result.ledger().claims().get(0).verdict()).isEqualTo("VIOLATED");
        assertThat(result.ledger().claims().get(0).statement()).isEqualTo("Σ x ≤ 0.125 1");
        assertThat(result.witnesses().get("sums").set()).isEqualTo(Map.of("one", 0.125));
    }

    @SafeVarargs
    private static Setting<Numbers, Adder, Double> requiring(
            String name, java.util.function.ToDoubleFunction<Numbers> margin, Family<Numbers>... families) {
        return Toy.under(Toy.setting(families), new Hypothesis<>(name, margin, TINY));
    }

    private static Audit.Result audit(Claim<?, ?, ?> claim, long instances) {
        return Whole.audit(List.of(claim), new Options(1, instances, Optional.empty(), 1, Map.of()));
    }
}
