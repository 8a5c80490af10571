package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** "There is an odd number that is not a prime", as a statement about all members of a family of witnesses. */
class ExistenceClaimTest {

    private record Odd(int number) {}

    private interface Factorizer {
        double divisor();
    }

    private record Factor(double divisor, int number) {
        /** 1 where the divisor proves that the number is composite, −1 where it does not. */
        double margin() {
            return divisor > 1 && divisor < number && number % divisor == 0 ? 1 : -1;
        }
    }

    private static final Setting<Odd, Factorizer, Factor> SETTING = new Setting<>(
            "odd",
            "A subject names a divisor of an odd number.",
            Odd.class,
            Factorizer.class,
            List.of(Family.of("witnesses", "odd", new Odd(9), new Odd(15), new Odd(91))),
            List.of(new Hypothesis<>("odd", odd -> odd.number() % 2 - 1, Family.of("even", "odd", new Odd(4)))),
            odd -> () -> {
                int divisor = 3;
                while (odd.number() % divisor != 0) {
                    divisor += 2;
                }
                return divisor;
            },
            (odd, subject) -> new Factor(subject.begin(odd).divisor(), odd.number()),
            Optional.empty());

    private static final Theorem<Odd, Factorizer, Factor> THEOREM = Theorem.theorem(
                    "odd-composites",
                    "There are odd composites",
                    Toy.SOURCE,
                    SETTING,
                    new Criterion<>("1 < d < n and d divides n", Factor::margin),
                    Tightness.NONE)
            .control("a-prime", "The witness is a prime", Alteration.witness(new Odd(7)))
            .control("a-guess", "The divisor is always 3", Alteration.subject(odd -> () -> 3));

    private static Tally audited(Claim<Odd, Factorizer, Factor> claim) {
        Tally tally = Tally.empty(0);
        for (Family<Odd> family : claim.setting().families()) {
            Tally.Counter counter = new Tally.Counter(family.name(), 0);
            for (long index = 0; index < family.size(); index++) {
                counter.add(
                        index,
                        claim.judge(family.draw(1, index), claim.setting().reference()));
            }
            tally = tally.merge(counter.tally());
        }
        return tally;
    }

    @SuppressWarnings("unchecked")
    private static Tally audited(int control) {
        return audited((Claim<Odd, Factorizer, Factor>) THEOREM.derived().get(control));
    }

    @Test
    void theTheoremHoldsOnEachWitness() {
        Tally tally = audited(THEOREM.claim());

        assertThat(tally.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(tally.total()).isEqualTo(3);
    }

    @Test
    void aWitnessThatIsNoneIsFoundOut() {
        Tally tally = audited(0);

        assertThat(tally.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(tally.violation().family()).isEqualTo("a-prime/witness");
        assertThat(tally.violation().index()).isZero();
        assertThat(tally.count(Verdict.HOLDS)).isEqualTo(3);
    }

    @Test
    void aSubjectThatGuessesIsFoundOutByTheWitnessItGetsWrong() {
        assertThat(audited(1).violation().family()).isEqualTo("witnesses");
        assertThat(audited(1).violation().index()).isEqualTo(2);
        assertThat(audited(1).count(Verdict.VIOLATED)).isEqualTo(1);
    }

    @Test
    void anEvenNumberIsNotSpokenOf() {
        Finding finding = THEOREM.claim().judge(new Odd(4), new Factor(2, 4));

        assertThat(finding.verdict()).isEqualTo(Verdict.VACUOUS);
    }
}
