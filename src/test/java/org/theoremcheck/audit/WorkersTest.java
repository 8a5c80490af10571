package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Theorem;

/** Whoever works, in whatever order and however often, the ledger is the same; what goes wrong somewhere costs nothing elsewhere. */
class WorkersTest {

    private static final Theorem<Toy.Numbers, Toy.Adder, Double> THEOREM = Toy.theorem(
                    "sums", Toy.tiny("tiny/first", "tiny"), Toy.tiny("tiny/second", "tiny"), Toy.tiny("alone", "alone"))
            .control("sums-scaled", "a twentieth of the bound", scale("one", 0.05))
            .control("sums-greedy", "three too many", subject(Toy.GREEDY));

    private static final Options OPTIONS = new Options(1, 4321, Optional.empty(), 2, Map.of());

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();

    private final Progress progress = new Progress() {
        @Override
        public void begin(String phase, long total) {}

        @Override
        public void advance(long steps) {}

        @Override
        public void note(String line) {
            notes.add(line);
        }
    };

    @Test
    void outcomesToldBackwardsAndTwiceFromAWorkshopFarAwayGiveTheSameBytes() throws IOException {
        Audit audit = new Audit(THEOREM.claims(), OPTIONS, Progress.SILENT);
        Catalogue known = Catalogue.of(List.of()).and(List.of(THEOREM));
        // What travels is text.
        Workshop far =
                Codec.read(Codec.write(audit.commission()), Commission.class).workshop(known);

        Audit.Result result = audit.run(folder, false, (orders, taker) -> {
            for (int i = orders.size() - 1; i >= 0; i--) {
                taker.take(i, far.execute(orders.get(i)));
                taker.take(i, far.execute(orders.get(i)));
            }
        });

        assertThat(Whole.text(result)).isEqualTo(Whole.text(Whole.audit(THEOREM.claims(), OPTIONS)));
    }

    @Test
    void aCatalogueThatLacksAClaimIsRefused() {
        Commission commission = new Audit(THEOREM.claims(), OPTIONS, Progress.SILENT).commission();

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> commission.workshop(Catalogue.of(List.of())))
                .withMessage("the catalogue lacks the claim 'sums'");
    }

    @Test
    void whatIsLeftUndoneIsTakenUpByOthers() throws IOException {
        Audit audit = new Audit(THEOREM.claims(), OPTIONS, Progress.SILENT);
        Workshop workshop = new Workshop(THEOREM.claims(), OPTIONS.seed(), Map.of());

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() ->
                        audit.run(folder, false, (orders, taker) -> taker.take(0, workshop.execute(orders.get(0)))))
                .withMessageMatching("(\\d+) of (\\d+) units of work were left undone, --resume takes them up");

        assertThat(Whole.text(audit.run(folder, true))).isEqualTo(Whole.text(Whole.audit(THEOREM.claims(), OPTIONS)));
    }

    @Test
    void aSubjectThatThrowsOnceIsReportedWithItsClaimSeedAndIndex() throws IOException {
        Family<Toy.Numbers> indexed = Family.drawn("indexed", "indexed", in -> Toy.numbers((double) -in.index()));
        Claim<Toy.Numbers, Toy.Adder, Double> claim = Toy.theorem(
                        "unlucky", Toy.setting(indexed).playedBy(numbers -> values -> {
                            if (values[0] == -2345) {
                                throw new IllegalStateException("out of luck");
                            }
                            return Toy.sum(values);
                        }))
                .claim();

        assertGivenUp(claim, "indexed, seed 1, index 2345: IllegalStateException: out of luck");
    }

    @Test
    void soIsAnInstanceThatCannotBeDrawn() throws IOException {
        Family<Toy.Numbers> holed = Family.drawn("holed", "holed", in -> {
            if (in.index() == 2345) {
                throw new ArithmeticException("no such instance");
            }
            return Toy.numbers((double) -in.index());
        });

        assertGivenUp(
                Toy.claim("unlucky", holed),
                "holed, seed 1, index 2345: no instance, ArithmeticException: no such instance");
    }

    private void assertGivenUp(Claim<?, ?, ?> claim, String where) throws IOException {
        Audit.Result result = new Audit(List.of(claim, Toy.claim("sums", Toy.tiny("tiny", "tiny"))), OPTIONS, progress)
                .run(folder, false);

        assertThat(notes).containsExactly("unlucky was given up 1 times, first in " + where);
        Ledger.Entry unlucky = result.ledger().claims().get(0);
        assertThat(unlucky.verdict()).isEqualTo("INCONCLUSIVE");
        assertThat(unlucky.instances()).isEqualTo(4321);
        assertThat(unlucky.undecided()).isEqualTo(1);
        assertThat(result.ledger().claims().get(1).verdict()).isEqualTo("HOLDS");
        assertThat(result.ledger().asExpected()).isFalse();
    }

    @Test
    void aClaimThatCannotBeFollowedUpIsNamedAndTheOthersAreKept() throws IOException {
        AtomicInteger drawn = new AtomicInteger();
        Family<Toy.Numbers> wornOut = Family.drawn("worn-out", "worn-out", in -> {
            if (drawn.incrementAndGet() > 4321) {
                throw new IllegalStateException("worn out");
            }
            return Toy.numbers(in.uniform("value", -0.1, 0.1));
        });
        Claim<?, ?, ?> honest = Toy.claim("sums", Toy.tiny("tiny", "tiny"));
        Audit audit = new Audit(List.of(Toy.claim("unlucky", wornOut), honest), OPTIONS, progress);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> audit.run(folder, false))
                .withMessageContaining("unlucky, seed 1: IllegalStateException: worn out");

        drawn.set(0);
        assertThat(audit.run(folder, true).ledger().asExpected()).isTrue();
    }
}
