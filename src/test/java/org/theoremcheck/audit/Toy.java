package org.theoremcheck.audit;

import static org.theoremcheck.claim.Term.term;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Statement;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Enclosure;

/** "The sum of the numbers is at most 1": a claim about which everything is known. Its severity is (sum − 1)/(|sum| + 1). */
final class Toy {

    record Numbers(double[] values) {}

    /** The role. */
    interface Adder {
        double add(double[] values);
    }

    static final Subject<Numbers, Adder> HONEST = numbers -> Toy::sum;
    static final Subject<Numbers, Adder> GREEDY = numbers -> values -> sum(values) + 3;

    static final Statement<Double> AT_MOST_ONE = Compare.compare(term("sum", "Σ x", (Double sum) -> sum))
            .atMost(term("one", "1", sum -> 1))
            .within(1e-9, "nothing is rounded that matters", sum -> 0, sum -> 1 + Math.abs(sum));

    private static final Referee<Numbers, Adder, Double> REFEREE = (numbers, subject) -> {
        double sum = subject.begin(numbers).add(numbers.values().clone());
        if (Double.isNaN(sum)) {
            throw new Misplay("the sum is NaN, expected a number");
        }
        return sum;
    };

    private static final Referee<Numbers, Adder, Map<String, Enclosure>> EXACT =
            (numbers, subject) -> Map.of("sum", Enclosure.of(REFEREE.play(numbers, subject)), "one", Enclosure.ONE);

    private Toy() {}

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    static double severity(Numbers numbers) {
        double sum = sum(numbers.values());
        return (sum - 1) / (Math.abs(sum) + 1);
    }

    @SafeVarargs
    static Theorem<Numbers, Adder, Double> theorem(String id, Family<Numbers>... families) {
        return theorem(id, setting(families));
    }

    static Theorem<Numbers, Adder, Double> theorem(String id, Setting<Numbers, Adder, Double> setting) {
        Source source = new Source(List.of("arXiv:0000.00000"), "Nowhere", "", List.of());
        return Theorem.theorem(id, "Sums are small", source, setting, AT_MOST_ONE, Tightness.NONE);
    }

    @SafeVarargs
    static Claim<Numbers, Adder, Double> claim(String id, Family<Numbers>... families) {
        return theorem(id, families).claim();
    }

    @SafeVarargs
    static Setting<Numbers, Adder, Double> setting(Family<Numbers>... families) {
        return new Setting<>(
                "sums",
                "Numbers are added",
                Numbers.class,
                Adder.class,
                List.of(families),
                List.of(),
                HONEST,
                REFEREE,
                Optional.of(EXACT));
    }

    /** A setting under hypotheses. */
    @SafeVarargs
    static Setting<Numbers, Adder, Double> under(
            Setting<Numbers, Adder, Double> free, Hypothesis<Numbers>... hypotheses) {
        return new Setting<>(
                free.id(),
                free.text(),
                free.instance(),
                free.role(),
                free.families(),
                List.of(hypotheses),
                free.reference(),
                free.referee(),
                free.exact());
    }

    /** A setting without exact arithmetic. */
    static Setting<Numbers, Adder, Double> inexact(Setting<Numbers, Adder, Double> exact) {
        return new Setting<>(
                exact.id(),
                exact.text(),
                exact.instance(),
                exact.role(),
                exact.families(),
                exact.hypotheses(),
                exact.reference(),
                exact.referee(),
                Optional.empty());
    }

    /** One to eight normal numbers: the claim is often wrong. */
    static Family<Numbers> normal(String name, String group) {
        return Family.drawn(name, group, in -> new Numbers(in.gaussians("value", 0, in.integer("count", 1, 8))));
    }

    /** One to eight numbers below 0.1: the claim holds. */
    static Family<Numbers> tiny(String name, String group) {
        return Family.drawn(
                name, group, in -> new Numbers(in.uniforms("value", 0, in.integer("count", 1, 8), -0.1, 0.1)));
    }

    static Numbers numbers(double... values) {
        return new Numbers(values);
    }
}
