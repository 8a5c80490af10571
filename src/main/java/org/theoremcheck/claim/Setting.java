package org.theoremcheck.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.numeric.Enclosure;

/**
 * What several claims share: a theorem, its readings and its altered statements judge the same runs.
 *
 * @param id unique name
 * @param text the setting in a sentence or two: the objects and the algorithm
 * @param instance class of the instances
 * @param role interface of the subjects
 * @param families where instances come from
 * @param hypotheses conditions that every instance meets
 * @param reference the subject that the audit runs
 * @param referee the protocol
 * @param often how many times as many instances are played as are asked for: more than 1 where plays are cheap
 * @param exact the same protocol with the terms of the statement, by name, in exact or enclosed arithmetic
 */
public record Setting<I, S, E>(
        String id,
        String text,
        Class<I> instance,
        Class<S> role,
        List<Family<I>> families,
        List<Hypothesis<I>> hypotheses,
        Subject<I, S> reference,
        Referee<I, S, E> referee,
        int often,
        Optional<Referee<I, S, Map<String, Enclosure>>> exact) {

    public Setting {
        families = List.copyOf(families);
        hypotheses = List.copyOf(hypotheses);
    }

    /** A setting of which as many instances are played as are asked for. */
    public Setting(
            String id,
            String text,
            Class<I> instance,
            Class<S> role,
            List<Family<I>> families,
            List<Hypothesis<I>> hypotheses,
            Subject<I, S> reference,
            Referee<I, S, E> referee,
            Optional<Referee<I, S, Map<String, Enclosure>>> exact) {
        this(id, text, instance, role, families, hypotheses, reference, referee, 1, exact);
    }

    /** The setting played so many times as often. */
    public Setting<I, S, E> often(int times) {
        return new Setting<>(id, text, instance, role, families, hypotheses, reference, referee, times, exact);
    }

    /** The setting on other families. */
    public Setting<I, S, E> on(List<Family<I>> others) {
        return new Setting<>(id, text, instance, role, others, hypotheses, reference, referee, often, exact);
    }

    /** The setting with more families, looked at first. */
    public Setting<I, S, E> first(List<Family<I>> others) {
        List<Family<I>> more = new ArrayList<>(others);
        more.addAll(families);
        return on(more);
    }

    /** The setting played by another subject. */
    public Setting<I, S, E> playedBy(Subject<I, S> other) {
        return new Setting<>(id, text, instance, role, families, hypotheses, other, referee, often, exact);
    }

    /** The setting under another referee. */
    public Setting<I, S, E> refereedBy(Referee<I, S, E> other) {
        return new Setting<>(id, text, instance, role, families, hypotheses, reference, other, often, exact);
    }

    /**
     * The setting without a hypothesis, and with the families that break it looked at first.
     *
     * @throws IllegalArgumentException if there is no hypothesis of that name
     */
    public Setting<I, S, E> without(String hypothesis) {
        Hypothesis<I> dropped = hypotheses.stream()
                .filter(candidate -> candidate.name().equals(hypothesis))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no hypothesis '%s', expected one of %s"
                        .formatted(
                                hypothesis,
                                hypotheses.stream().map(Hypothesis::name).toList())));
        List<Hypothesis<I>> left = hypotheses.stream()
                .filter(other -> !other.name().equals(hypothesis))
                .toList();
        return new Setting<>(id, text, instance, role, families, left, reference, referee, often, exact)
                .first(dropped.broken());
    }
}
