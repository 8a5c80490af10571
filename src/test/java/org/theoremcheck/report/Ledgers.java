package org.theoremcheck.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.audit.Ledger.FalseAlarm;
import org.theoremcheck.audit.Ledger.MetHypothesis;
import org.theoremcheck.audit.Ledger.Mutants;
import org.theoremcheck.audit.Ledger.Needed;
import org.theoremcheck.audit.Ledger.Sampled;
import org.theoremcheck.audit.Ledger.Searched;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Tape;

/** Small ledgers and witnesses to report on. */
final class Ledgers {

    static final String BOUND = "Σ fₜ(xₜ) − fₜ(u) ≤ B(u, y₀)/η + ½ (η/λ) Σ ‖gₜ − mₜ‖²_*";

    private Ledgers() {}

    /** A theorem, a published reading and a control, all as expected. */
    static Ledger green() {
        return of(theorem("bound", "HOLDS"), reading("literal"), control("wrong", "VIOLATED"));
    }

    static Ledger of(Entry... entries) {
        return new Ledger(1, 42, 1000, Map.of(), new FalseAlarm(1e-6, 0), List.of(entries));
    }

    static Entry theorem(String id, String verdict) {
        return entry(id, "theorem", null, "A bound", BOUND, null, "HOLDS", verdict);
    }

    static Entry reading(String id) {
        return entry(id, "published", "bound", "Read literally", BOUND, "Read: the abstract.", "VIOLATED", "VIOLATED");
    }

    static Entry control(String id, String verdict) {
        return entry(id, "control", "bound", "Half of the bound", BOUND, null, "VIOLATED", verdict);
    }

    static Entry entry(
            String id,
            String kind,
            String of,
            String title,
            String statement,
            String reading,
            String expected,
            String verdict) {
        boolean theorem = kind.equals("theorem");
        boolean violated = verdict.equals("VIOLATED");
        return new Entry(
                id,
                kind,
                of,
                List.of("arXiv:2601.04270"),
                title,
                statement,
                "Theorem 1",
                reading,
                "A game",
                "Computed",
                List.of("A book"),
                expected,
                verdict,
                1234,
                0,
                violated ? 7 : 0,
                violated ? 3 : 0.75,
                violated ? 0.6634 : -0.1,
                theorem ? 1 : Double.NaN,
                theorem ? "attained somewhere" : null,
                theorem ? 0.25 : Double.NaN,
                null,
                1e-15,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                List.of(new MetHypothesis("positive step", 0.5)),
                theorem
                        ? List.of(new Needed("positive step", "broken/step, index 0", 2.5, "{\"step\":-1.0}"))
                        : List.of(),
                theorem ? new Mutants(9, 6, 2, List.of("path × 0.999")) : null,
                List.of(
                        new Sampled("ball/random", "ball", 600, 0.75, -0.1, bins(1, 599)),
                        new Sampled("ball/longest", "ball", 400, 0.5, -0.2, bins(400, 0))),
                List.of(new Searched("ball", 0.7, -0.1)),
                List.of(),
                violated ? "witnesses/" + id + ".json" : null);
    }

    /** The entry with other fields. */
    static Entry changed(Entry entry, Consumer<ObjectNode> change) {
        ObjectNode tree = (ObjectNode) Codec.tree(entry);
        change.accept(tree);
        return Codec.read(tree, Entry.class);
    }

    /** A histogram of so many instances in the first and the last bin. */
    static long[] bins(long first, long last) {
        long[] bins = new long[20];
        bins[0] = first;
        bins[19] = last;
        return bins;
    }

    static Witness witness(String claim, String origin, Object instance) {
        return new Witness(
                1,
                claim,
                Map.of(),
                "VIOLATED",
                1,
                0.98,
                0.0101,
                true,
                origin,
                Codec.tree(instance),
                new Tape(List.of(List.of(new double[] {0}, new double[] {-1}))),
                "");
    }
}
