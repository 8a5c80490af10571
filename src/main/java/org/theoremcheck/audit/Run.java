package org.theoremcheck.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Tally;

/**
 * One family played by one subject under one referee, and all claims that judge those plays.
 *
 * @param family where the instances come from
 * @param referee the protocol
 * @param subject who plays
 * @param claims who judges
 * @param siblings number of random families that share the instances of the group, this one included
 */
record Run<I, S, E>(
        Family<I> family, Referee<I, S, E> referee, Subject<I, S> subject, List<Claim<I, S, E>> claims, int siblings) {

    /** Units of work begin and end at its multiples, counted from the first instance asked for. */
    static final int CHUNK = 1000;

    /** Units of work at most, so that neither the journal nor whoever merges grows with the number of instances. */
    static final int MOST_UNITS = 256;

    /** Instances of a group that a control with a subject of its own is played on. */
    private static final long WRONG_SUBJECT = 1000;

    /** The name of the run: its family and the first claim that judges it. */
    String name() {
        return claims.get(0).id() + " on " + family.name();
    }

    /**
     * How many instances to play if so many are asked for of each group: the random families of a group share them, a finite
     * family is played once, and a wrong subject is wrong soon enough.
     */
    long count(long asked) {
        boolean judgedByTheorem = claims.stream().anyMatch(claim -> claim.kind() == Kind.THEOREM);
        long often = claims.get(0).setting().often();
        long ofGroup =
                judgedByTheorem ? Math.min(asked, Long.MAX_VALUE / often) * often : Math.min(asked, WRONG_SUBJECT);
        return Math.min(family.size(), ofGroup / siblings + (ofGroup % siblings == 0 ? 0 : 1));
    }

    /** The units of work that instances are cut into: all but the last of equally many whole chunks. */
    List<Order.Sample> units(long from, long to) {
        long chunks = (to - from + CHUNK - 1) / CHUNK;
        long length = CHUNK * ((chunks + MOST_UNITS - 1) / MOST_UNITS);
        List<Order.Sample> units = new ArrayList<>();
        for (long start = from; start < to; start += length) {
            units.add(new Order.Sample(name(), start, Math.min(to, start + length)));
        }
        return units;
    }

    /** Told at once of every judgement. */
    interface Observer {
        void saw(Claim<?, ?, ?> claim, Family<?> family, long index, Object instance, Finding finding);
    }

    /**
     * Plays and judges the instances with the indices given: a tally for each claim, in their order. Whatever is thrown at one index, the
     * others are judged.
     */
    List<Tally> tally(long seed, long from, long to, Observer observer) {
        List<Hypothesis<I>> hypotheses = claims.stream()
                .flatMap(claim -> claim.setting().hypotheses().stream())
                .distinct()
                .toList();
        int[][] needed = claims.stream()
                .map(claim -> claim.setting().hypotheses().stream()
                        .mapToInt(hypotheses::indexOf)
                        .toArray())
                .toArray(int[][]::new);
        List<Tally.Counter> counters = new ArrayList<>();
        for (int[] own : needed) {
            counters.add(new Tally.Counter(family.name(), own.length));
        }
        double[] margins = new double[hypotheses.size()];
        for (long index = from; index < to; index++) {
            I instance;
            try {
                instance = family.draw(seed, index);
                for (int h = 0; h < margins.length; h++) {
                    margins[h] = hypotheses.get(h).margin().applyAsDouble(instance);
                }
            } catch (RuntimeException | Error thrown) {
                String reason = "no instance, " + Claim.failed(thrown).reason();
                for (Tally.Counter counter : counters) {
                    counter.giveUp(index, reason);
                }
                continue;
            }
            judge(index, instance, margins, needed, counters, observer);
        }
        return counters.stream().map(Tally.Counter::tally).toList();
    }

    private void judge(
            long index, I instance, double[] margins, int[][] needed, List<Tally.Counter> counters, Observer observer) {
        Function<Claim<I, S, E>, Finding> judgement = judgement(instance);
        for (int c = 0; c < counters.size(); c++) {
            Tally.Counter counter = counters.get(c);
            Claim<I, S, E> claim = claims.get(c);
            Hypothesis<I> broken = null;
            for (int h = 0; h < needed[c].length; h++) {
                double margin = margins[needed[c][h]];
                if (margin >= 0) {
                    counter.margin(h, margin);
                } else if (broken == null) {
                    broken = claim.setting().hypotheses().get(h);
                }
            }
            Finding finding = broken == null ? judgement.apply(claim) : broken.unmet();
            counter.add(index, finding);
            observer.saw(claim, family, index, instance, finding);
        }
    }

    /** What each claim says of one play; a subject that fails gets the same verdict from all. */
    private Function<Claim<I, S, E>, Finding> judgement(I instance) {
        try {
            E evidence = referee.play(instance, subject);
            return claim -> judged(claim, evidence);
        } catch (RuntimeException | Error thrown) {
            Finding failed = Claim.failed(thrown);
            return claim -> failed;
        }
    }

    private static <I, S, E> Finding judged(Claim<I, S, E> claim, E evidence) {
        try {
            return claim.statement().judge(evidence);
        } catch (RuntimeException | Error thrown) {
            return Claim.failed(thrown);
        }
    }

    /** The runs that judge the claims, in the order of the claims; claims that share a play share the run. */
    static List<Run<?, ?, ?>> of(List<? extends Claim<?, ?, ?>> claims) {
        record Key(Family<?> family, Referee<?, ?, ?> referee, Subject<?, ?> subject) {}
        Map<Key, List<Claim<?, ?, ?>>> judges = new LinkedHashMap<>();
        for (Claim<?, ?, ?> claim : claims) {
            for (Family<?> family : claim.setting().families()) {
                Key key = new Key(
                        family, claim.setting().referee(), claim.setting().reference());
                judges.computeIfAbsent(key, any -> new ArrayList<>()).add(claim);
            }
        }
        List<Run<?, ?, ?>> runs = new ArrayList<>();
        judges.forEach((key, judging) -> runs.add(typed(key.family(), judging)));
        return runs;
    }

    /** Claims that share a referee and a subject share their types. */
    @SuppressWarnings("unchecked")
    private static <I, S, E> Run<I, S, E> typed(Family<?> family, List<Claim<?, ?, ?>> judging) {
        List<Claim<I, S, E>> claims =
                judging.stream().map(claim -> (Claim<I, S, E>) claim).toList();
        long siblings = claims.get(0).setting().families().stream()
                .filter(other ->
                        other.size() == Family.UNBOUNDED && other.group().equals(family.group()))
                .count();
        return new Run<>(
                (Family<I>) family,
                claims.get(0).setting().referee(),
                claims.get(0).setting().reference(),
                claims,
                (int) Math.max(1, siblings));
    }
}
