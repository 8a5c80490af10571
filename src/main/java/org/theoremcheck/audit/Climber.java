package org.theoremcheck.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Parameter;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.RandomStream;

/**
 * A (1+1) evolution strategy on the named draws of an instance, driving the severity up. One draw or all of them move at a time; the
 * width follows the success (Rechenberg's rule); what is at least as bad is kept. Deterministic: its random numbers are a stream of
 * the seed, the claim and the family.
 */
final class Climber {

    private static final double WIDEST = 2;
    private static final double NARROWEST = 1e-9;

    /** The part of the slack that evaluations have to take off to be followed by more, and the slack from which on there is nothing left to take. */
    private static final double MOVED = 0.01;

    private static final double TIGHT = 1e-6;

    private final long seed;
    private final int evaluations;
    private final int most;
    private final BooleanSupplier over;

    /** Takes so many evaluations. */
    Climber(long seed, int evaluations) {
        this(seed, evaluations, 0, () -> false);
    }

    /**
     * Takes so many evaluations, and as many again where the slack still moves.
     *
     * @param most evaluations, doublings included; not more than the first for no doubling
     * @param over whether time is over: what was reached so far is the result
     */
    Climber(long seed, int evaluations, int most, BooleanSupplier over) {
        this.seed = seed;
        this.evaluations = evaluations;
        this.most = Math.max(evaluations, most);
        this.over = over;
    }

    /** The worst instance reached from the start. */
    <I, S, E> Candidate<I> climb(Claim<I, S, E> claim, Candidate<I> start) {
        long key = RandomStream.key(
                RandomStream.key(RandomStream.mix(seed), "climb " + claim.id(), 0),
                start.family().name(),
                (int) start.index());
        Candidate<I> best = start;
        double width = 0.3;
        double severity = Double.NEGATIVE_INFINITY;
        int end = evaluations;
        for (int step = 0; step < most && !over.getAsBoolean(); step++) {
            if (step == end) {
                if (end > most / 2 || !moved(severity, best.severity())) {
                    return best;
                }
                severity = best.severity();
                end *= 2;
            }
            List<Parameter> parameters = new ArrayList<>(best.parameters());
            if (parameters.isEmpty()) {
                return best;
            }
            long stepKey = RandomStream.key(key, "step", step);
            Candidate<I> next = mutant(claim, best, parameters, stepKey, width);
            boolean allowed =
                    next.finding().verdict() == Verdict.HOLDS || next.finding().verdict() == Verdict.VIOLATED;
            if (allowed && next.severity() >= best.severity()) {
                width = Math.min(WIDEST, next.severity() > best.severity() ? width * 1.6 : width);
                best = next;
            } else {
                width = width < NARROWEST ? 0.3 : width * 0.97;
            }
        }
        return best;
    }

    private static boolean moved(double before, double now) {
        return before < -TIGHT && now > (1 - MOVED) * before;
    }

    private <I, S, E> Candidate<I> mutant(
            Claim<I, S, E> claim, Candidate<I> from, List<Parameter> parameters, long key, double width) {
        boolean all = RandomStream.uniform(key, 0) < 0.25;
        int chosen = RandomStream.below(key, 1, parameters.size());
        var edits = new java.util.TreeMap<>(from.edits());
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            boolean discrete = parameter.law() == Parameter.Law.CHOICE || parameter.law() == Parameter.Law.INTEGER;
            if (i == chosen || (all && !discrete)) {
                edits.put(parameter.slot(), moved(parameter, RandomStream.key(key, "move", i), width));
            }
        }
        return Candidate.of(claim, from.family(), seed, from.index(), edits);
    }

    private static double[] moved(Parameter parameter, long key, double width) {
        double[] values = parameter.values().clone();
        boolean one = RandomStream.uniform(key, 0) < 0.5;
        int chosen = RandomStream.below(key, 1, values.length);
        for (int i = 0; i < values.length; i++) {
            if (one && i != chosen) {
                continue;
            }
            double normal = RandomStream.gaussian(key, i + 2);
            values[i] = switch (parameter.law()) {
                case INTEGER -> values[i] + (normal > 0 ? 1 : -1) * Math.rint(1 + Math.abs(normal) * width * 3);
                case CHOICE -> RandomStream.below(key, i + 2, (int) parameter.high() + 1);
                case UNIFORM -> values[i] + normal * width * (parameter.high() - parameter.low()) / 2;
                case LOG_UNIFORM -> values[i] * StrictMath.exp(normal * width * 2);
                case GAUSSIAN -> values[i] + normal * width;
                case SIGN -> normal > 0 ? values[i] : -values[i];
            };
        }
        return values;
    }
}
