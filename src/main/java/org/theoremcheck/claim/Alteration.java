package org.theoremcheck.claim;

import java.util.List;
import java.util.function.UnaryOperator;

/** One change to a claim: what turns a theorem into a control or a reading. A name that does not exist is refused. */
@FunctionalInterface
public interface Alteration<I, S, E> extends UnaryOperator<Claim<I, S, E>> {

    /** A term times a factor. */
    static <I, S, E> Alteration<I, S, E> scale(String term, double factor) {
        return claim -> claim.saying(claim.comparison().replacing(term, old -> old.times(factor)));
    }

    /** A term left out. */
    static <I, S, E> Alteration<I, S, E> drop(String term) {
        return scale(term, 0);
    }

    /** A term replaced by another quantity; the coefficient stays. */
    static <I, S, E> Alteration<I, S, E> swap(String term, Term<E> other) {
        return claim -> claim.saying(claim.comparison()
                .replacing(term, old -> new Term<>(other.name(), other.symbol(), old.coefficient(), other.value())));
    }

    /** The same claim about another subject. */
    static <I, S, E> Alteration<I, S, E> subject(Subject<I, S> other) {
        return claim -> claim.in(claim.setting().playedBy(other));
    }

    /** The same claim without a hypothesis, tried first on the families that break it. */
    static <I, S, E> Alteration<I, S, E> without(String hypothesis) {
        return claim -> claim.in(claim.setting().without(hypothesis));
    }

    /** The same claim on these families only. */
    @SafeVarargs
    static <I, S, E> Alteration<I, S, E> on(Family<I>... families) {
        return on(List.of(families));
    }

    /** The same claim on other families. */
    static <I, S, E> Alteration<I, S, E> on(List<Family<I>> families) {
        return claim -> claim.in(claim.setting().on(families));
    }

    /** The same claim, tried first on instances known to tell. */
    @SafeVarargs
    static <I, S, E> Alteration<I, S, E> witness(I... instances) {
        return claim ->
                claim.in(claim.setting().first(List.of(Family.of(claim.id() + "/witness", "witness", instances))));
    }

    /** The same claim, to be refuted in every group of families that the setting has now, but for the groups named. */
    static <I, S, E> Alteration<I, S, E> everywhere(String... but) {
        List<String> exempt = List.of(but);
        return claim -> {
            List<String> groups = claim.setting().families().stream()
                    .map(Family::group)
                    .distinct()
                    .toList();
            if (!groups.containsAll(exempt)) {
                throw new IllegalArgumentException("no such groups: %s, expected some of %s".formatted(exempt, groups));
            }
            return claim.refutedIn(
                    groups.stream().filter(group -> !exempt.contains(group)).toList());
        };
    }
}
