package org.theoremcheck.guard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Options;
import org.theoremcheck.audit.Trial;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Role;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Tape;
import org.theoremcheck.claim.Verdict;

/**
 * Holds somebody's implementation to claims. Controls are not judged: they have proved the judge, and serve to explain what is found.
 *
 * @param catalogue where the controls of a claim are looked up
 * @param seed master seed
 * @param instances judged of each claim
 * @param search evaluations of the search for worse instances in each family
 */
public record Guard(Catalogue catalogue, long seed, long instances, int search) {

    /** The instances of a guard that is not told how many. */
    public static final long INSTANCES = 1000;

    /** The evaluations of a search that is not told how many: less than an audit's, for a process answers no faster than it does. */
    public static final int SEARCH = 50;

    /** The share of the time that sampling leaves to searching and shrinking. */
    private static final double SHRINKING = 0.5;

    /** The share of the time that these leave to playing the counterexample once more and explaining it. */
    private static final double EXPLAINING = 0.1;

    /** Sees every instance that is judged. */
    @FunctionalInterface
    public interface Observer {

        /** Sees nothing. */
        Observer NONE = (claim, instance, tape, finding) -> {};

        /** Called after each judgement of an instance, with the answers that led to it. */
        void saw(Claim<?, ?, ?> claim, Object instance, Tape tape, Finding finding);
    }

    /** A guard with the default seed, instances and search. */
    public static Guard of(Catalogue catalogue) {
        return new Guard(catalogue, Options.SEED, INSTANCES, SEARCH);
    }

    /** Whether somebody's implementation can be held to the claim. */
    public static boolean judgeable(Claim<?, ?, ?> claim) {
        return claim.kind() == Kind.THEOREM && Role.ofNumbers(claim.setting().role());
    }

    /**
     * Refuses a claim that somebody's implementation cannot be held to.
     *
     * @throws IllegalArgumentException with the reason
     */
    public static void requireJudgeable(Claim<?, ?, ?> claim) {
        if (claim.kind() != Kind.THEOREM) {
            throw new IllegalArgumentException("'%s' is a %s, expected a theorem such as '%s'"
                    .formatted(claim.id(), claim.kind().label(), claim.of().orElse("")));
        }
        if (!Role.ofNumbers(claim.setting().role())) {
            throw new IllegalArgumentException("'%s' is about a %s, which exchanges more than numbers and vectors"
                    .formatted(claim.id(), claim.setting().role().getSimpleName()));
        }
    }

    /** Judges the claims, one after the other. */
    public List<Judgement> judge(List<? extends Claim<?, ?, ?>> claims, Door door, Observer observer) {
        List<Judgement> judgements = new ArrayList<>();
        for (Claim<?, ?, ?> claim : claims) {
            judgements.add(judge(claim, door, observer));
        }
        return judgements;
    }

    /** Judges a claim. */
    public <I, S, E> Judgement judge(Claim<I, S, E> claim, Door door, Observer observer) {
        long begun = System.nanoTime();
        Subject<I, S> subject = door.open(claim);
        String excuse = door.capabilities().notApplicable().get(claim.id());
        if (excuse != null) {
            return Verdicts.declined(claim, excuse);
        }
        Map<Verdict, String> reasons = new EnumMap<>(Verdict.class);
        Trial trial =
                new Trial(seed, instances, search, () -> !(door.left() > SHRINKING), () -> !(door.left() > EXPLAINING));
        Trial.Outcome outcome = trial.of(claim, subject, (instance, tape, finding) -> {
            reasons.putIfAbsent(finding.verdict(), finding.reason());
            observer.saw(claim, instance, tape, finding);
        });
        Witness witness = outcome.witness();
        Optional<Explanation> explanation = witness == null
                ? Optional.empty()
                : Explanation.of(catalogue, claim, witness, Optional.of(new Explanation.Live<>(subject, seed)));
        String unsettled = unsettled(door);
        return Verdicts.of(
                claim,
                outcome,
                reasons,
                unsettled,
                Optional.ofNullable(door.capabilities().knownDeviation().get(claim.id())),
                explanation,
                door.aside(),
                (System.nanoTime() - begun) * 1e-9);
    }

    private static @Nullable String unsettled(Door door) {
        try {
            door.settle();
            return null;
        } catch (RuntimeException broken) {
            return Claim.failed(broken).reason();
        }
    }
}
