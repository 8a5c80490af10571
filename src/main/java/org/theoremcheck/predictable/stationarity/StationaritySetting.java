package org.theoremcheck.predictable.stationarity;

import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.predictable.stationarity.Problems.line;
import static org.theoremcheck.predictable.stationarity.Problems.multiple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Term;
import org.theoremcheck.numeric.Enclosure;

/** What the stationarity theorems share: hypotheses, protocol and terms. */
final class StationaritySetting {

    static final Source SOURCE = new Source(
            List.of("arXiv:2601.04270"),
            "Abstract, (ii), 'stationarity bounds degrade additively by the average proxy error', with the constants of a review; times T",
            "",
            List.of(
                    "Nesterov: Introductory lectures on convex optimization. Kluwer 2004, Lemma 1.2.3 (descent) and Theorem 2.1.5 "
                            + "(‖∇F‖² ≤ 2L(F − F_*))",
                    "Bottou, Curtis, Nocedal: Optimization methods for large-scale machine learning. SIAM Review 60(2), 2018, section 4"));

    static final String BUDGET =
            "γ-bounds of the sums, the errors of F and ∇F at the points visited, and the rounding of the subject's steps";

    /** Budgets are near 10⁻¹⁴ of the magnitude; larger where a point is large beside its gradient times 1/L. */
    static final double RESOLUTION = 1e-9;

    static final Term<Trace> GRADIENTS = term("gradients", "Σ ‖gₜ‖²", Trace::gradients);
    static final Term<Trace> OPTIMIZATION = term("optimization", 2, "(F₀ − F_*)/η", Trace::initial);
    static final Term<Trace> PROXY = term("proxy", "Σ ‖gₜ − mₜ‖²", Trace::path);

    /** Left over, and therefore with coefficient 0: the bound holds with it too. */
    static final Term<Trace> END = term("end", 0, "2 (F_T − F_*)/η", trace -> 2 * trace.end());

    /** What every bound assumes, with m = g where it is broken. */
    static final List<Hypothesis<Problem>> BASIC = List.of(
            positiveStep(line(1, -1, multiple(1), 1)),
            smooth(line(Profile.ABSOLUTE, 0.5, 1, multiple(1), 2)),
            lowerBound(line(1, 1, multiple(1), 1).above(0.1)));

    /** 1 − Lη, rounded once: its sign is exact. */
    private static final Hypothesis<Problem> SHORT_STEP = hypothesis(
            "step at most 1/L",
            problem -> Math.fma(-problem.objective().smoothness(), problem.step(), 1),
            line(1, 1.01, multiple(1), 1));

    private static final Subject<Problem, Descender> DESCENT = ProxyDescent::new;
    private static final Referee<Problem, Descender, Trace> REFEREE = new DescentReferee();
    private static final Optional<Referee<Problem, Descender, Map<String, Enclosure>>> EXACT =
            Optional.of(new ExactDescent());

    /** Any proxies, and steps of at most 1/L. */
    static final Setting<Problem, Descender, Trace> SHORT_STEPS = setting(
            "proxy descent",
            "Proxy descent θₜ₊₁ = θₜ − η mₜ with η ≤ 1/L on a smooth function, along any directions mₜ; gₜ = ∇F(θₜ), t = 0, …, T − 1",
            Problems.everywhere(),
            BASIC,
            SHORT_STEP);

    private StationaritySetting() {}

    /** Proxy descent on the families given, with further hypotheses. */
    @SafeVarargs
    static Setting<Problem, Descender, Trace> setting(
            String id,
            String text,
            List<Family<Problem>> families,
            List<Hypothesis<Problem>> basic,
            Hypothesis<Problem>... further) {
        List<Hypothesis<Problem>> hypotheses = new ArrayList<>(basic);
        hypotheses.addAll(List.of(further));
        return new Setting<>(id, text, Problem.class, Descender.class, families, hypotheses, DESCENT, REFEREE, EXACT)
                .often(3);
    }

    /** η &gt; 0. */
    static Hypothesis<Problem> positiveStep(Problem broken) {
        return hypothesis("positive step", Problem::step, broken);
    }

    /** ∇F is Lipschitz with the constant that the objective states. */
    static Hypothesis<Problem> smooth(Problem broken) {
        return hypothesis("smooth objective", problem -> problem.objective().smooth() ? 0 : -1, broken);
    }

    /** F ≥ F_*, for objectives that are known to be at least 0. */
    static Hypothesis<Problem> lowerBound(Problem broken) {
        return hypothesis("lower bound", problem -> 0 - problem.infimum(), broken);
    }

    /** A hypothesis, with a problem that breaks it alone, and the bound with it. */
    static Hypothesis<Problem> hypothesis(String name, ToDoubleFunction<Problem> margin, Problem broken) {
        return new Hypothesis<>(name, margin, Family.of("broken/descent/" + name, "broken", broken));
    }
}
