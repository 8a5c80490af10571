package org.theoremcheck.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Tape;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Vectors;

/**
 * Where a counterexample leaves the reference, and why.
 *
 * @param answer which answer of the counterexample is the first to differ from the reference's, from 1
 * @param given that answer
 * @param reference what the reference answers there
 * @param slip the one listed slip whose answers are the subject's, if there is one
 */
public record Explanation(int answer, double[] given, double[] reference, Optional<Slip> slip) {

    /**
     * A slip explains a subject if it leaves no more than this share of the subject's distance from the reference. A subject in doubles whose
     * hyperparameters or schedules went through a float is off by 10⁻⁷, which is a ten-thousandth of a slip as small as one in a thousand;
     * another slip leaves more.
     */
    static final double LEFT = 1e-3;

    /** Answers differ where they are further apart than rounding can bring them, relative to the largest number in either. */
    private static final double SAME = 1e-9;

    /** Further instances of each family on which a slip has to answer as the subject does. */
    private static final int FURTHER = 3;

    /**
     * A control of the claim with a subject of its own.
     *
     * @param id of the control
     * @param title what is wrong with it
     */
    public record Slip(String id, String title) {}

    /** Where the two answers are first further apart than rounding can bring them, from 0. */
    int firstCoordinate() {
        double rounding = SAME * Vectors.largest(given, reference);
        int at = 0;
        while (at < Math.min(given.length, reference.length) && Math.abs(given[at] - reference[at]) <= rounding) {
            at++;
        }
        return at;
    }

    /** A subject that can be asked more, about the instances of a seed. */
    record Live<I, S>(Subject<I, S> subject, long seed) {}

    /** Explains a counterexample of a run that is over. */
    static <I, S, E> Optional<Explanation> of(Catalogue catalogue, Claim<I, S, E> claim, Witness witness) {
        return of(catalogue, claim, witness, Optional.empty());
    }

    /** Explains a counterexample by the controls of the claim; empty where the answers do not differ from the reference's. */
    static <I, S, E> Optional<Explanation> of(
            Catalogue catalogue, Claim<I, S, E> claim, Witness witness, Optional<Live<I, S>> live) {
        Setting<I, S, E> setting = claim.setting();
        I instance = Codec.read(witness.instance(), setting.instance());
        List<double[]> given =
                Objects.requireNonNull(witness.tape(), "the answers of a subject are kept").episodes().stream()
                        .flatMap(List::stream)
                        .toList();
        List<double[]> right = answers(claim, instance, setting.reference());
        for (int i = 0; i < Math.min(given.size(), right.size()); i++) {
            double[] ours = right.get(i);
            double[] theirs = given.get(i);
            if (distance(theirs, ours) > SAME * Vectors.largest(theirs, ours)) {
                return Optional.of(new Explanation(i + 1, theirs, ours, slip(catalogue, claim, instance, given, live)));
            }
        }
        return Optional.empty();
    }

    private static <I, S, E> Optional<Slip> slip(
            Catalogue catalogue, Claim<I, S, E> claim, I instance, List<double[]> given, Optional<Live<I, S>> live) {
        List<Claim<?, ?, ?>> suspects = new ArrayList<>(catalogue.slips(claim));
        suspects.removeIf(suspect -> !explains(claim, suspect, instance, given));
        live.ifPresent(more -> suspects.removeIf(suspect -> !explainsMore(claim, suspect, more)));
        return suspects.size() == 1
                ? Optional.of(new Slip(suspects.get(0).id(), suspects.get(0).title()))
                : Optional.empty();
    }

    /** On a small counterexample many slips are one. */
    private static <I, S, E> boolean explainsMore(Claim<I, S, E> claim, Claim<?, ?, ?> suspect, Live<I, S> live) {
        for (Family<I> family : claim.setting().families()) {
            for (int index = 0; index < Math.min(FURTHER, family.size()); index++) {
                I instance = family.draw(live.seed(), index);
                List<double[]> given = answers(claim, instance, live.subject());
                if (!given.isEmpty() && !explains(claim, suspect, instance, given)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A control that shares instance and role with the claim is one of the same types. */
    @SuppressWarnings("unchecked")
    private static <I, S, E> boolean explains(
            Claim<I, S, E> claim, Claim<?, ?, ?> suspect, I instance, List<double[]> given) {
        Subject<I, S> slip = ((Claim<I, S, E>) suspect).setting().reference();
        double left = distance(given, answers(claim, instance, slip));
        double toReference =
                distance(given, answers(claim, instance, claim.setting().reference()));
        double rounding = SAME * Vectors.largest(given.toArray(double[][]::new));
        return left <= Double.MAX_VALUE && left <= Math.max(LEFT * toReference, rounding);
    }

    /** All answers to the claim's referee; none where the run fails or the claim says nothing. */
    private static <I, S, E> List<double[]> answers(Claim<I, S, E> claim, I instance, Subject<I, S> subject) {
        List<List<double[]>> reel = new ArrayList<>();
        Finding finding = claim.judge(instance, Tape.recording(claim.setting().role(), subject, reel));
        return finding.verdict() == Verdict.INCONCLUSIVE || finding.verdict() == Verdict.NOT_APPLICABLE
                ? List.of()
                : reel.stream().flatMap(List::stream).toList();
    }

    private static double distance(List<double[]> given, List<double[]> other) {
        double largest = given.size() == other.size() ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(given.size(), other.size()); i++) {
            largest = Math.max(largest, distance(given.get(i), other.get(i)));
        }
        return largest;
    }

    private static double distance(double[] a, double[] b) {
        double distance = a.length == b.length ? Vectors.largestDistance(a, b) : Double.POSITIVE_INFINITY;
        return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
    }
}
