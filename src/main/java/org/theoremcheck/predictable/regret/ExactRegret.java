package org.theoremcheck.predictable.regret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.predictable.geometry.Geometry;

/**
 * The terms of {@link Play} in exact or enclosed arithmetic: hints, points and gradients are the doubles that were exchanged, and
 * everything computed from them is enclosed. Shares no arithmetic with {@link RegretReferee}.
 */
final class ExactRegret implements Referee<Game, Learner, Map<String, Enclosure>> {

    private record Round(double[] hint, double[] point, double[] gradient) {}

    @Override
    public Map<String, Enclosure> play(Game game, Subject<Game, Learner> subject) {
        List<Round> rounds = new ArrayList<>();
        double[] nextHint = Match.play(
                        game,
                        subject.begin(game),
                        (round, hint, point, gradient) ->
                                rounds.add(new Round(hint.clone(), point.clone(), gradient.clone())))
                .clone();
        double[] total = new double[game.dimension()];
        for (Round round : rounds) {
            for (int i = 0; i < total.length; i++) {
                total[i] += round.gradient[i];
            }
        }
        return terms(game, rounds, nextHint, game.comparator().point(game, total));
    }

    private static Map<String, Enclosure> terms(Game game, List<Round> rounds, double[] nextHint, double[] comparator) {
        Geometry geometry = game.geometry();
        Enclosure modulus = Enclosure.of(geometry.modulus());
        Enclosure lastStep = Enclosure.of(game.lastStep());
        Map<String, Enclosure> terms = new HashMap<>();
        Enclosure regret = Enclosure.ZERO;
        Enclosure linear = Enclosure.ZERO;
        for (int t = 0; t < rounds.size(); t++) {
            Round round = rounds.get(t);
            linear = linear.plus(Enclosures.dot(round.gradient, Enclosures.difference(round.point, comparator)));
            if (!game.adversary().linear()) {
                regret = regret.plus(game.adversary().exactLoss(t, round.point))
                        .minus(game.adversary().exactLoss(t, comparator));
            }
            Enclosure step = Enclosure.of(game.steps().at(t));
            Enclosure[] delta = Enclosures.difference(round.gradient, round.hint);
            double[] following = t + 1 < rounds.size() ? rounds.get(t + 1).hint : nextHint;
            Enclosure dual = geometry.exactSquaredDualNorm(delta);
            Enclosure weighted = step.times(dual);
            add(terms, "path", weighted.over(modulus));
            add(terms, "unit-modulus-path", weighted);
            add(terms, "unsquared-path", step.times(dual.sqrt()).over(modulus));
            add(
                    terms,
                    "supremum-path",
                    step.times(Enclosures.largest(delta).squared()).over(modulus));
            add(terms, "euclidean-path", step.times(Enclosures.squaredNorm(delta)));
            add(
                    terms,
                    "ahead-path",
                    step.times(geometry.exactSquaredDualNorm(Enclosures.difference(round.gradient, following)))
                            .over(modulus));
            add(terms, "path-without-first", t == 0 ? Enclosure.ZERO : weighted.over(modulus));
            add(terms, "path-without-last", t == rounds.size() - 1 ? Enclosure.ZERO : weighted.over(modulus));
            add(terms, "plain-path", dual);
            add(terms, "plus-one", constantHint(round.gradient, 1));
            add(terms, "minus-one", constantHint(round.gradient, -1));
        }
        Enclosure distance = geometry.exactDivergence(comparator, game.start());
        terms.put("linear", linear);
        terms.put("regret", game.adversary().linear() ? linear : regret);
        terms.put("distance", distance.over(lastStep));
        terms.put("range", geometry.exactPotential(comparator).over(lastStep));
        terms.put(
                "from-first",
                geometry.exactDivergence(comparator, rounds.get(0).point).over(lastStep));
        double diameter = geometry.diameter(game.dimension());
        if (diameter < Double.POSITIVE_INFINITY) {
            terms.put("diameter", Enclosure.of(diameter).squared().over(lastStep));
        }
        // sup B is a double that the geometry computed: a few u, far inside the budget.
        double supremum = geometry.supDivergence(game.start());
        Enclosure squaredDistance = supremum < Double.POSITIVE_INFINITY ? Enclosure.of(supremum) : distance;
        Enclosure product = squaredDistance
                .max(Enclosure.ZERO)
                .times(value(terms, "plain-path"))
                .over(modulus);
        terms.put("untuned", product.sqrt());
        terms.put("tuned", product.plus(product).sqrt());
        terms.put(
                "constant-path",
                value(terms, "plus-one").min(value(terms, "minus-one")).sqrt());
        return terms;
    }

    private static Enclosure value(Map<String, Enclosure> terms, String name) {
        return terms.getOrDefault(name, Enclosure.ZERO);
    }

    private static void add(Map<String, Enclosure> terms, String name, Enclosure summand) {
        terms.put(name, value(terms, name).plus(summand));
    }

    private static Enclosure constantHint(double[] gradient, double hint) {
        Enclosure sum = Enclosure.ZERO;
        for (double value : gradient) {
            sum = sum.plus(Enclosure.of(value).minus(Enclosure.of(hint)).squared());
        }
        return sum;
    }
}
