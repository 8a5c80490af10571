package org.theoremcheck.claim;

import static org.theoremcheck.claim.Term.term;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.numeric.Enclosure;

/** A theorem small enough to see through: whoever halves a number is left with at most half of it. */
final class Toy {

    /** The number to be halved. */
    record Whole(double value) {}

    /** The role. */
    interface Halver {
        double half(double number);
    }

    /** What the referee saw. */
    record Halved(double whole, double half) {}

    static final Source SOURCE = new Source(List.of("toy"), "by definition", "", List.of());

    static final Hypothesis<Whole> POSITIVE =
            new Hypothesis<>("positive", Whole::value, Family.of("negative", "toy", new Whole(-3)));

    static final Hypothesis<Whole> SMALL =
            new Hypothesis<>("small", number -> 100 - number.value(), Family.of("large", "toy", new Whole(1000)));

    static final Family<Whole> NUMBERS = Family.drawn("numbers", "toy", in -> new Whole(in.uniform("number", 1, 100)));

    static final Setting<Whole, Halver, Halved> SETTING = new Setting<>(
            "halving",
            "A number is halved.",
            Whole.class,
            Halver.class,
            List.of(NUMBERS),
            List.of(POSITIVE, SMALL),
            number -> whole -> whole / 2,
            (number, subject) ->
                    new Halved(number.value(), subject.begin(number).half(number.value())),
            Optional.of((number, subject) -> Map.of(
                    "half", Enclosure.of(subject.begin(number).half(number.value())),
                    "whole", Enclosure.of(number.value()))));

    static final Theorem<Whole, Halver, Halved> THEOREM = Theorem.theorem(
            "half-at-most",
            "A half is at most a half",
            SOURCE,
            SETTING,
            Compare.<Halved>compare(term("half", "h", Halved::half))
                    .atMost(term("whole", 0.5, "n", Halved::whole))
                    .within(1e-12, "exact", any -> 0, Halved::whole),
            new Tightness(1, "equality"));

    static final Claim<Whole, Halver, Halved> CLAIM = THEOREM.claim();

    private Toy() {}

    /** The verdict of a claim on one number, played by its own subject. */
    static Finding judge(Claim<Whole, Halver, Halved> claim, double number) {
        return claim.judge(new Whole(number), claim.setting().reference());
    }
}
