package org.theoremcheck.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence that can be checked, with the verdict expected of it.
 *
 * @param id unique, in lower case
 * @param kind theorem, published reading or control
 * @param expected verdict that is green
 * @param of the theorem that a control or reading belongs to
 * @param title the claim in a few words
 * @param source where it comes from
 * @param setting what is played
 * @param statement what is asserted of the evidence
 * @param tightness how tight it is known to be
 * @param everywhere groups of families in each of which the claim is expected to be refuted, not only in some
 */
public record Claim<I, S, E>(
        String id,
        Kind kind,
        Verdict expected,
        Optional<String> of,
        String title,
        Source source,
        Setting<I, S, E> setting,
        Statement<E> statement,
        Tightness tightness,
        List<String> everywhere) {

    public Claim {
        everywhere = List.copyOf(everywhere);
    }

    /** A claim that may be refuted in any group. */
    public Claim(
            String id,
            Kind kind,
            Verdict expected,
            Optional<String> of,
            String title,
            Source source,
            Setting<I, S, E> setting,
            Statement<E> statement,
            Tightness tightness) {
        this(id, kind, expected, of, title, source, setting, statement, tightness, List.of());
    }

    /** The claim about another setting. */
    public Claim<I, S, E> in(Setting<I, S, E> other) {
        return new Claim<>(id, kind, expected, of, title, source, other, statement, tightness, everywhere);
    }

    /** The claim with another statement. */
    public Claim<I, S, E> saying(Statement<E> other) {
        return new Claim<>(id, kind, expected, of, title, source, setting, other, tightness, everywhere);
    }

    /** The claim, to be refuted in each of these groups. */
    Claim<I, S, E> refutedIn(List<String> groups) {
        return new Claim<>(id, kind, expected, of, title, source, setting, statement, tightness, groups);
    }

    /**
     * The claim with a coefficient of one's own.
     *
     * @throws IllegalArgumentException if the statement has no term of that name
     */
    public Claim<I, S, E> with(String term, double coefficient) {
        return saying(comparison().replacing(term, old -> old.with(coefficient)));
    }

    Compare<E> comparison() {
        if (statement instanceof Compare<E> compare) {
            return compare;
        }
        throw new IllegalArgumentException("the statement of '" + id + "' has no terms");
    }

    /** The groups in which the claim is to be refuted and was not, by the tallies of its families. */
    public Set<String> unrefuted(Map<String, Tally> byFamily) {
        Set<String> groups = new LinkedHashSet<>(everywhere);
        for (Family<I> family : setting.families()) {
            Tally tally = byFamily.get(family.name());
            if (tally != null && tally.count(Verdict.VIOLATED) > 0) {
                groups.remove(family.group());
            }
        }
        return groups;
    }

    /** Judges the evidence of a run; VACUOUS where a hypothesis is not met. */
    public Finding judge(I instance, E evidence) {
        return unmet(instance).orElseGet(() -> statement.judge(evidence));
    }

    private Optional<Finding> unmet(I instance) {
        for (Hypothesis<I> hypothesis : setting.hypotheses()) {
            if (!(hypothesis.margin().applyAsDouble(instance) >= 0)) {
                return Optional.of(hypothesis.unmet());
            }
        }
        return Optional.empty();
    }

    /**
     * Plays an instance with a subject and judges the run. A subject that fails gets a verdict too; where a hypothesis is not met
     * nothing is played, for the claim says nothing of how it would end.
     */
    public Finding judge(I instance, Subject<I, S> subject) {
        try {
            return unmet(instance)
                    .orElseGet(() -> statement.judge(setting.referee().play(instance, subject)));
        } catch (RuntimeException | Error failure) {
            return failed(failure);
        }
    }

    /** The verdict on a run that ended in an exception. A machine that is broken or out of memory is not the subject's fault. */
    public static Finding failed(Throwable failure) {
        if (failure instanceof VirtualMachineError broken && !(failure instanceof StackOverflowError)) {
            throw broken;
        }
        if (failure instanceof Misplay) {
            return Finding.without(Verdict.VIOLATED, String.valueOf(failure.getMessage()));
        }
        if (failure instanceof NotApplicable) {
            return Finding.without(Verdict.NOT_APPLICABLE, String.valueOf(failure.getMessage()));
        }
        String name = failure.getClass().getSimpleName();
        String message = failure.getMessage();
        return Finding.without(Verdict.INCONCLUSIVE, message == null ? name : name + ": " + message);
    }

    /**
     * Confirms a violation by evaluating the recorded answers in exact or enclosed arithmetic.
     *
     * @return empty where the claim has no exact evaluation
     */
    public Optional<Boolean> confirms(I instance, Tape tape, Finding finding) {
        if (!(statement instanceof Compare<E> compare) || setting.exact().isEmpty()) {
            return Optional.empty();
        }
        try {
            var exact = setting.exact().get().play(instance, tape.replaying(setting.role()));
            return Optional.of(compare.confirms(exact, finding.budget()));
        } catch (Misplay misplay) {
            return Optional.of(finding.verdict() == Verdict.VIOLATED);
        } catch (OutOfAnswers | ArithmeticException unknown) {
            // The tape ended, or an enclosure is too wide for the function it goes into.
            return Optional.of(false);
        }
    }
}
