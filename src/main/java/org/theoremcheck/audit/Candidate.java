package org.theoremcheck.audit;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Extreme;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Parameter;
import org.theoremcheck.claim.Slot;

/**
 * An instance as edits of named draws, and what the claim says of it.
 *
 * @param family where the draws go
 * @param index which instance was edited
 * @param edits what was changed
 * @param parameters all draws that the instance made, edits included
 * @param instance the instance
 * @param finding the judgement
 */
record Candidate<I>(
        Family<I> family,
        long index,
        Map<Slot, double[]> edits,
        Collection<Parameter> parameters,
        I instance,
        Finding finding) {

    /** Draws, plays and judges. */
    static <I, S, E> Candidate<I> of(
            Claim<I, S, E> claim, Family<I> family, long seed, long index, Map<Slot, double[]> edits) {
        Draw draw = new Draw(seed, family.name(), index).edited(edits);
        I instance = family.sampler().apply(draw);
        Finding finding = claim.judge(instance, claim.setting().reference());
        return new Candidate<>(family, index, edits, draw.made().values(), instance, finding);
    }

    /** An instance as it is drawn. */
    static <I, S, E> Candidate<I> of(Claim<I, S, E> claim, Family<I> family, long seed, long index) {
        return of(claim, family, seed, index, Map.of());
    }

    /** Draws what was judged already; nothing is played. */
    static <I> Candidate<I> judged(Family<I> family, long seed, Extreme extreme) {
        Draw draw = new Draw(seed, family.name(), extreme.index());
        I instance = family.sampler().apply(draw);
        return new Candidate<>(family, extreme.index(), Map.of(), draw.made().values(), instance, extreme.finding());
    }

    /** The edits with one more. */
    Map<Slot, double[]> with(Slot slot, double[] values) {
        Map<Slot, double[]> more = new TreeMap<>(edits);
        more.put(slot, values);
        return more;
    }

    double severity() {
        return finding.severity();
    }
}
