package org.theoremcheck.guard;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Trial;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Tally;
import org.theoremcheck.claim.Tape;
import org.theoremcheck.claim.Verdict;

/** A claim judged from runs that are over, one after the other. */
public final class Docket<I, S, E> {

    private final Catalogue catalogue;
    private final Claim<I, S, E> claim;
    private final Tally.Counter counter;
    private final Map<Verdict, String> reasons = new EnumMap<>(Verdict.class);
    private final long begun = System.nanoTime();
    private long heard;
    private @Nullable Exhibit<I> worst;
    private @Nullable Exhibit<I> shown;

    /** A violation. */
    private record Exhibit<I>(I instance, Tape tape, Finding finding, String origin, int size) {

        double severity() {
            return finding.severity();
        }
    }

    /** A claim of which nothing was heard yet. */
    public Docket(Catalogue catalogue, Claim<I, S, E> claim) {
        this.catalogue = catalogue;
        this.claim = claim;
        counter = new Tally.Counter(claim.id(), 0);
    }

    /** Class of the claim's instances. */
    public Class<I> instances() {
        return claim.setting().instance();
    }

    /**
     * Judges a run.
     *
     * @param origin where it was found
     */
    public void hear(I instance, Tape tape, String origin) {
        Finding finding = claim.judge(instance, tape.replaying(claim.setting().role()));
        counter.add(heard++, finding);
        reasons.putIfAbsent(finding.verdict(), finding.reason());
        if (finding.verdict() == Verdict.VIOLATED) {
            show(new Exhibit<>(
                    instance, tape, finding, origin, Codec.write(instance).length()));
        }
    }

    /** Keeps the shortest that is at least half as severe as the worst so far. */
    private void show(Exhibit<I> next) {
        Exhibit<I> known = shown;
        if (worst == null || next.severity() > worst.severity()) {
            worst = next;
        }
        double floor = worst.severity() / 2;
        if (known == null || known.severity() < floor || (next.severity() >= floor && next.size() < known.size())) {
            shown = next;
        }
    }

    /** The judgement on all that was heard. */
    public Judgement close() {
        Exhibit<I> exhibit = shown;
        Witness witness = exhibit == null
                ? null
                : Witness.of(claim, exhibit.instance(), exhibit.tape(), exhibit.finding(), exhibit.origin());
        return Verdicts.of(
                claim,
                new Trial.Outcome(counter.tally(), witness),
                reasons,
                null,
                Optional.empty(),
                witness == null ? Optional.empty() : Explanation.of(catalogue, claim, witness),
                "",
                (System.nanoTime() - begun) * 1e-9);
    }
}
