package org.theoremcheck.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Extreme;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Tally;
import org.theoremcheck.claim.Tape;
import org.theoremcheck.claim.Test;
import org.theoremcheck.claim.Verdict;

/**
 * Follows a claim up after sampling: searches each family for worse instances, and turns the worst violations into the smallest
 * counterexample. A statistical claim has fixed draws and gets neither.
 */
final class Detective {

    /** Families of a group that a theorem is searched in, those with the worst instances. */
    private static final int STARTS = 3;

    /**
     * Evaluations of the search in a family of a theorem, but no more than instances were asked for; as many again, and so on, where the slack still moves and
     * many instances were asked for.
     */
    private static final int SEARCH = 500;

    /** Instances asked for that pay for one evaluation of the search in a family. */
    private static final int INSTANCES = 20;

    /** Evaluations of the search in a family of a control, which sampling has refuted already. */
    private static final int SEARCH_CONTROL = 100;

    private static final int SHRINK = 1500;

    /** Numbers that a tape may have to be kept where no exact evaluation needs it: a longer one is left to the claim's own subject. */
    private static final int LONGEST_TAPE = 2_000;

    /** How many violations of a control are searched from, and how many of a claim are shrunk. */
    private static final int SUSPECTS = 3;

    private final long seed;
    private final Map<String, Double> set;
    private final int search;
    private final int longest;
    private final BooleanSupplier over;
    private final boolean othersSubject;

    /**
     * One for the subjects of our own, which answer anybody anew.
     *
     * @param instances asked for of each theorem and group of families: they pay for the search
     */
    Detective(long seed, Map<String, Double> set, long instances) {
        this(
                seed,
                set,
                (int) Math.min(SEARCH, instances),
                (int) Math.min(Integer.MAX_VALUE, instances / INSTANCES),
                () -> false,
                false);
    }

    /**
     * One for somebody else's subject, whose answers are always kept.
     *
     * @param search evaluations of the search in a family of a theorem
     * @param over whether time is over: what was reached so far is the result
     */
    Detective(long seed, int search, BooleanSupplier over) {
        this(seed, Map.of(), search, 0, over, true);
    }

    private Detective(
            long seed, Map<String, Double> set, int search, int longest, BooleanSupplier over, boolean othersSubject) {
        this.seed = seed;
        this.set = set;
        this.search = search;
        this.longest = longest;
        this.over = over;
        this.othersSubject = othersSubject;
    }

    /** Searches and shrinks, from what sampling saw in each family, by name. */
    <I, S, E> Conclusion conclude(Claim<I, S, E> claim, Map<String, Tally> tallies) {
        List<Candidate<I>> reached = claim.statement() instanceof Test ? List.of() : search(claim, tallies);
        List<Conclusion.Spot> spots = reached.stream()
                .map(spot -> new Conclusion.Spot(
                        spot.family().group(),
                        spot.finding().ratio(),
                        spot.severity(),
                        spot.finding().verdict() == Verdict.VIOLATED))
                .toList();
        // Played again: a subject that does not answer twice in the same way may not be violated now.
        List<Candidate<I>> violations = Stream.concat(
                        sampled(claim, tallies, Tally::violation).stream(), reached.stream())
                .filter(spot -> spot.finding().verdict() == Verdict.VIOLATED)
                .toList();
        Witness witness =
                smallest(claim, violations).map(found -> witness(claim, found)).orElse(null);
        if (othersSubject || witness != null) {
            return new Conclusion(spots, witness, List.of(), null, null);
        }
        List<Ledger.Needed> needed = new Necessity(seed).of(claim);
        return new Conclusion(
                spots, null, needed, new Spread(seed).of(claim), new Mutants(seed).of(claim, reached, needed));
    }

    /** The most severe instance of each family; played again, but for an experiment. */
    private <I, S, E> List<Candidate<I>> sampled(
            Claim<I, S, E> claim, Map<String, Tally> tallies, Function<Tally, Extreme> which) {
        List<Candidate<I>> found = new ArrayList<>();
        for (Family<I> family : claim.setting().families()) {
            Extreme extreme = which.apply(tallies.getOrDefault(family.name(), Tally.empty(0)));
            if (extreme.index() >= 0) {
                found.add(
                        claim.statement() instanceof Test
                                ? Candidate.judged(family, seed, extreme)
                                : Candidate.of(claim, family, seed, extreme.index()));
            }
        }
        return found;
    }

    private <I, S, E> List<Candidate<I>> search(Claim<I, S, E> claim, Map<String, Tally> tallies) {
        boolean theorem = claim.kind() == Kind.THEOREM;
        Set<String> unrefuted = claim.unrefuted(tallies);
        Predicate<Candidate<I>> suspects = theorem ? firstOfEachGroup(STARTS) : firstOf(SUSPECTS);
        Predicate<Candidate<I>> ofUnrefuted = firstOfEachGroup(STARTS);
        Climber thorough = new Climber(seed, search, longest, over);
        Climber brief = new Climber(seed, Math.min(search, SEARCH_CONTROL), 0, over);
        return sampled(claim, tallies, Tally::severity).stream()
                .filter(start -> !start.parameters().isEmpty())
                .sorted(Comparator.comparingDouble((Candidate<I> start) -> -start.severity()))
                .filter(start ->
                        unrefuted.contains(start.family().group()) ? ofUnrefuted.test(start) : suspects.test(start))
                .map(start ->
                        (theorem || unrefuted.contains(start.family().group()) ? thorough : brief).climb(claim, start))
                .toList();
    }

    private static <I> Predicate<Candidate<I>> firstOfEachGroup(int most) {
        Map<String, Integer> taken = new HashMap<>();
        return start -> taken.merge(start.family().group(), 1, Integer::sum) <= most;
    }

    private static <I> Predicate<Candidate<I>> firstOf(int most) {
        int[] taken = {0};
        return start -> taken[0]++ < most;
    }

    /**
     * Shrinks a few violations, and takes the smallest result that is at least half as severe as the worst: instances without draws in
     * the order of their families, for what tells best is looked at first, and then the most severe ones.
     */
    private <I, S, E> Optional<Candidate<I>> smallest(Claim<I, S, E> claim, List<Candidate<I>> violations) {
        double floor =
                violations.stream().mapToDouble(Candidate::severity).max().orElse(0) / 2;
        Shrinker shrinker = new Shrinker(seed, SHRINK, over);
        boolean fixed = claim.statement() instanceof Test;
        return violations.stream()
                .filter(violation -> violation.severity() >= floor)
                .sorted(Comparator.comparingDouble((Candidate<I> violation) ->
                        violation.parameters().isEmpty() ? Double.NEGATIVE_INFINITY : -violation.severity()))
                .limit(SUSPECTS)
                .map(violation -> fixed ? violation : shrinker.shrink(claim, violation, floor))
                .min(Comparator.comparingDouble(Shrinker::size));
    }

    /**
     * Plays the instance once more, with the answers recorded, and has a violation confirmed exactly. The answers of a statistical
     * experiment, or of a long run, are too many to keep: all that they depend on is in the instance, and the claim's own subject gives
     * them again.
     */
    private <I, S, E> Witness witness(Claim<I, S, E> claim, Candidate<I> found) {
        Subject<I, S> subject = claim.setting().reference();
        boolean recorded = othersSubject || !(claim.statement() instanceof Test);
        List<List<double[]>> reel = new ArrayList<>();
        Finding finding = recorded
                ? claim.judge(found.instance(), Tape.recording(claim.setting().role(), subject, reel))
                : found.finding();
        Tape tape = recorded ? new Tape(reel) : null;
        Boolean certified = tape == null
                ? null
                : claim.confirms(found.instance(), tape, finding).orElse(null);
        boolean kept = othersSubject
                || claim.setting().exact().isPresent()
                || reel.stream()
                                .flatMap(List::stream)
                                .mapToLong(answer -> answer.length)
                                .sum()
                        <= LONGEST_TAPE;
        String origin = "seed %d, family %s, index %d%s"
                .formatted(
                        seed,
                        found.family().name(),
                        found.index(),
                        found.edits().isEmpty() ? "" : ", shrunk");
        return Witness.of(claim.id(), set, finding, certified, origin, found.instance(), kept ? tape : null);
    }
}
