package org.theoremcheck.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Tally;
import org.theoremcheck.claim.Tape;
import org.theoremcheck.claim.Verdict;

/**
 * One claim tried on a subject of one's own: its families in turn, a search from the worst of them, and the smallest counterexample. In
 * the calling thread, instance after instance, for a subject may be a process that answers one question at a time.
 *
 * @param seed master seed
 * @param instances to be judged, those not counted of which the claim says nothing or to which the subject does not apply
 * @param search evaluations of the search in a family
 * @param sampled whether sampling is to end before it has judged so many
 * @param over whether searching and shrinking are to end too
 */
public record Trial(long seed, long instances, int search, BooleanSupplier sampled, BooleanSupplier over) {

    /** A family to whose first instances the subject does not apply is left out. */
    private static final int PATIENCE = 20;

    /** Instances still judged after the first violation, for a worse one shrinks to a clearer counterexample. */
    private static final long AFTER_VIOLATION = 50;

    /** Sees every instance that was judged while sampling. */
    @FunctionalInterface
    public interface Observer<I> {
        /** Called after each judgement, with the answers that led to it. */
        void saw(I instance, Tape tape, Finding finding);
    }

    /**
     * What came of it.
     *
     * @param tally of the instances sampled
     * @param witness the smallest counterexample, if the claim is violated
     */
    public record Outcome(Tally tally, @Nullable Witness witness) {}

    /** Tries the claim on the subject. */
    public <I, S, E> Outcome of(Claim<I, S, E> claim, Subject<I, S> subject, Observer<? super I> observer) {
        Claim<I, S, E> ours = claim.in(claim.setting().playedBy(subject));
        Map<String, Tally> tallies = sample(ours, observer);
        Tally total = tallies.values().stream().reduce(Tally.empty(0), Tally::merge);
        int further = total.count(Verdict.VIOLATED) > 0 ? 0 : search;
        Witness witness =
                new Detective(seed, further, over).conclude(ours, tallies).witness();
        // A subject that does not answer twice alike may keep the claim when it is played for the record.
        boolean repeated = witness != null && witness.verdict().equals(Verdict.VIOLATED.name());
        return new Outcome(total, repeated ? witness : null);
    }

    /** Index by index, each of all families, so that everything is tried early. */
    private <I, S, E> Map<String, Tally> sample(Claim<I, S, E> claim, Observer<? super I> observer) {
        Map<String, Tally.Counter> counters = new LinkedHashMap<>();
        List<Family<I>> left = new ArrayList<>(claim.setting().families());
        left.forEach(family -> counters.put(family.name(), new Tally.Counter(family.name(), 0)));
        long judged = 0;
        long last = instances;
        for (long index = 0; !left.isEmpty(); index++) {
            for (Family<I> family : List.copyOf(left)) {
                Tally.Counter counter = counters.get(family.name());
                if (counter == null || judged >= last || sampled.getAsBoolean()) {
                    left.clear();
                    break;
                }
                I instance = family.draw(seed, index);
                List<List<double[]>> reel = new ArrayList<>();
                Finding finding = claim.judge(
                        instance,
                        Tape.recording(claim.setting().role(), claim.setting().reference(), reel));
                counter.add(index, finding);
                observer.saw(instance, new Tape(reel), finding);
                switch (finding.verdict()) {
                    case VACUOUS, NOT_APPLICABLE -> {}
                    case VIOLATED -> {
                        judged++;
                        last = Math.min(last, judged + AFTER_VIOLATION);
                    }
                    default -> judged++;
                }
                if (index + 1 == family.size() || (index + 1 == PATIENCE && nothing(counter.tally()))) {
                    left.remove(family);
                }
            }
        }
        Map<String, Tally> tallies = new LinkedHashMap<>();
        counters.forEach((family, counter) -> tallies.put(family, counter.tally()));
        return tallies;
    }

    private static boolean nothing(Tally tally) {
        return judged(tally) == 0;
    }

    /** Instances on which something was decided, or could not be. */
    public static long judged(Tally tally) {
        return tally.total() - tally.count(Verdict.NOT_APPLICABLE) - tally.count(Verdict.VACUOUS);
    }
}
