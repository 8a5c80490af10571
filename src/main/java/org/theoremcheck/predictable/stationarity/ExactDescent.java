package org.theoremcheck.predictable.stationarity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;

/**
 * The terms of {@link Trace} in enclosed arithmetic: points and proxies are the doubles that were exchanged, and F and ∇F at those points
 * are enclosed anew. Shares no arithmetic with {@link DescentReferee}.
 */
final class ExactDescent implements Referee<Problem, Descender, Map<String, Enclosure>> {

    private record Round(double[] point, Enclosure[] gradient, double[] proxy) {}

    @Override
    public Map<String, Enclosure> play(Problem problem, Subject<Problem, Descender> subject) {
        List<Round> rounds = new ArrayList<>();
        Rollout.play(
                problem,
                subject,
                (round, point, gradient, proxy) ->
                        rounds.add(new Round(point.clone(), problem.objective().exactGradient(point), proxy.clone())));
        return terms(problem, rounds);
    }

    private static Map<String, Enclosure> terms(Problem problem, List<Round> rounds) {
        int last = problem.rounds() - 1;
        Enclosure unit = Enclosure.of(problem.unit());
        Enclosure relativeStep = Enclosure.of(problem.objective().smoothness()).times(Enclosure.of(problem.step()));
        Enclosure balance = Enclosure.of(problem.balance());
        Enclosure fromOne = Enclosure.ONE.minus(relativeStep);
        Map<String, Enclosure> terms = new HashMap<>();
        for (int t = 0; t <= last; t++) {
            Round now = rounds.get(t);
            Round next = rounds.get(t + 1);
            Enclosure[] proxy = Enclosures.of(now.proxy);
            Enclosure error = Enclosures.squaredDistance(now.gradient, proxy);
            Enclosure move = Enclosures.squaredNorm(proxy);
            add(terms, "gradients", Enclosures.squaredNorm(now.gradient));
            add(terms, "proxy", error);
            add(terms, "proxy-before-last", t < last ? error : Enclosure.ZERO);
            add(terms, "proxy-earlier", t < last - 1 ? error : Enclosure.ZERO);
            add(terms, "proxy-without-first", t > 0 ? error : Enclosure.ZERO);
            add(terms, "first", t == 0 ? error : Enclosure.ZERO);
            add(terms, "proxy-ahead", Enclosures.squaredDistance(now.gradient, Enclosures.of(next.proxy)));
            add(terms, "proxy-behind", Enclosures.squaredDistance(next.gradient, proxy));
            add(terms, "proxy-unsquared", error.sqrt());
            add(terms, "proxy-logged", logged(problem, now.gradient, error));
            add(terms, "steps", fromOne.times(move));
            add(terms, "steps-before-last", t < last ? fromOne.times(move) : Enclosure.ZERO);
            add(terms, "young", young(now.gradient, proxy, balance, fromOne));
        }
        Enclosure initial = excess(problem, rounds.get(0));
        Enclosure beforeLast = excess(problem, rounds.get(last));
        Enclosure end = excess(problem, rounds.get(last + 1));
        terms.put("optimization", initial);
        terms.put("decrease", initial.minus(end));
        terms.put("end", end);
        terms.put("last", beforeLast.plus(beforeLast).minus(Enclosures.squaredNorm(rounds.get(last).gradient)));
        terms.put("absorbed", value(terms, "steps").minus(value(terms, "proxy-without-first")));
        terms.put(
                "weighted-gradients",
                Enclosure.ONE.plus(fromOne).minus(balance.times(fromOne.abs())).times(value(terms, "gradients")));
        terms.put(
                "weighted-proxy", relativeStep.plus(fromOne.abs().over(balance)).times(value(terms, "proxy")));
        terms.replaceAll((name, sum) -> sum.over(unit).over(unit));
        return terms;
    }

    /** (F − F_*)/η. */
    private static Enclosure excess(Problem problem, Round round) {
        return problem.objective()
                .exactValue(round.point)
                .minus(Enclosure.of(problem.infimum()))
                .over(Enclosure.of(problem.step()));
    }

    /** A stochastic proxy is logged as the gradient whose noise it has: only (1 − factor) g is left between them. */
    private static Enclosure logged(Problem problem, Enclosure[] gradient, Enclosure error) {
        if (!(problem.proxy() instanceof Proxy.Noisy noisy)) {
            return error;
        }
        return Enclosure.ONE.minus(Enclosure.of(noisy.factor())).squared().times(Enclosures.squaredNorm(gradient));
    }

    /** |1 − x| (a‖g‖² + ‖δ‖²/a ∓ 2⟨g, δ⟩), with − where x &lt; 1. */
    private static Enclosure young(Enclosure[] gradient, Enclosure[] proxy, Enclosure balance, Enclosure fromOne) {
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < gradient.length; i++) {
            Enclosure delta = gradient[i].minus(proxy[i]);
            Enclosure product = gradient[i].times(delta);
            Enclosure twice = product.plus(product);
            sum = sum.plus(balance.times(gradient[i].squared()))
                    .plus(delta.squared().over(balance))
                    .plus(fromOne.low().signum() > 0 ? twice.negated() : twice);
        }
        return fromOne.abs().times(sum);
    }

    private static Enclosure value(Map<String, Enclosure> terms, String name) {
        return terms.getOrDefault(name, Enclosure.ZERO);
    }

    private static void add(Map<String, Enclosure> terms, String name, Enclosure summand) {
        terms.put(name, value(terms, name).plus(summand));
    }
}
