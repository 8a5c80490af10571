package org.theoremcheck.spark;

import static org.theoremcheck.claim.Term.term;

import java.util.List;
import java.util.Optional;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Paper;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/** A suite whose subject throws on one index in a million; what it doubles is small on all others. */
public final class Millionth implements Paper {

    static final long UNLUCKY = 777_777;

    /** An instance that knows its index. */
    record Indexed(long index, double value) {}

    /** The role. */
    interface Doubler {
        double twice(double value);
    }

    @Override
    public String title() {
        return "A suite with one unlucky index";
    }

    @Override
    public List<Theorem<?, ?, ?>> theorems() {
        Family<Indexed> family = Family.drawn(
                "millions", "millions", in -> new Indexed(in.index(), in.uniforms("value", 0, 1, -0.4, 0.4)[0]));
        Setting<Indexed, Doubler, Double> setting = new Setting<>(
                "doubling",
                "Numbers are doubled",
                Indexed.class,
                Doubler.class,
                List.of(family),
                List.of(),
                instance -> value -> {
                    if (instance.index() == UNLUCKY) {
                        throw new IllegalStateException("out of luck");
                    }
                    return 2 * value;
                },
                (instance, subject) -> subject.begin(instance).twice(instance.value()),
                Optional.empty());
        return List.of(Theorem.theorem(
                "doubles-are-small",
                "Doubles are small",
                new Source(List.of("arXiv:0000.00000"), "Nowhere", "", List.of()),
                setting,
                Compare.compare(term("double", "2x", (Double twice) -> twice))
                        .atMost(term("one", "1", twice -> 1))
                        .within(1e-9, "doubling is exact", twice -> 0, twice -> 1),
                Tightness.NONE));
    }
}
