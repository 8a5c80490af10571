package org.theoremcheck.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;

/**
 * Σ left ≤ Σ right, or Σ left = Σ right, up to a rounding budget.
 *
 * @param left terms of the measured side
 * @param equality whether the sides are claimed equal
 * @param right terms of the bound
 * @param budgetText how the rounding budget is derived, in a sentence
 * @param rounding bound on |computed − exact| of left − right, the subject's own rounding included
 * @param magnitude size of the numbers that went into the evidence, against which the resolution is measured
 * @param resolution largest budget/magnitude at which the comparison still decides
 * @param vacuity where the comparison says nothing, if it can
 */
public record Compare<E>(
        List<Term<E>> left,
        boolean equality,
        List<Term<E>> right,
        String budgetText,
        ToDoubleFunction<E> rounding,
        ToDoubleFunction<E> magnitude,
        double resolution,
        Optional<Vacuity<E>> vacuity)
        implements Statement<E> {

    /**
     * Where a comparison follows from less than what it assumes, so that it holds and says nothing.
     *
     * @param text the case, in words or as a formula
     * @param when whether the evidence is such a case
     */
    public record Vacuity<E>(String text, Predicate<E> when) {}

    public Compare {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** Begins a comparison with the terms of the measured side. */
    @SafeVarargs
    public static <E> Sides<E> compare(Term<E>... left) {
        return new Sides<>(List.of(left), false, List.of());
    }

    /** A comparison without its budget. */
    public record Sides<E>(List<Term<E>> left, boolean equality, List<Term<E>> right) {

        /** left ≤ Σ right. */
        @SafeVarargs
        public final Sides<E> atMost(Term<E>... terms) {
            return new Sides<>(left, false, List.of(terms));
        }

        /** left = Σ right. */
        @SafeVarargs
        public final Sides<E> equalTo(Term<E>... terms) {
            return new Sides<>(left, true, List.of(terms));
        }

        /** Completes the comparison; see the components of {@link Compare}. */
        public Compare<E> within(
                double resolution, String text, ToDoubleFunction<E> rounding, ToDoubleFunction<E> magnitude) {
            return new Compare<>(left, equality, right, text, rounding, magnitude, resolution, Optional.empty());
        }
    }

    /** The comparison that says nothing in the case given. */
    public Compare<E> vacuousWhen(String text, Predicate<E> when) {
        return new Compare<>(
                left,
                equality,
                right,
                budgetText,
                rounding,
                magnitude,
                resolution,
                Optional.of(new Vacuity<>(text, when)));
    }

    /** Σ right ≤ Σ left, which an inequality with any slack does not allow. */
    public Compare<E> reversed() {
        return new Compare<>(right, equality, left, budgetText, rounding, magnitude, resolution, vacuity);
    }

    @Override
    public Finding judge(E evidence) {
        double measured = 0;
        double bound = 0;
        double scale = 0;
        for (int i = 0; i < left.size(); i++) {
            Term<E> term = left.get(i);
            double value = term.in(evidence);
            measured += value;
            scale += Math.abs(value);
        }
        for (int i = 0; i < right.size(); i++) {
            Term<E> term = right.get(i);
            double value = term.in(evidence);
            bound += value;
            scale += Math.abs(value);
        }
        if (bound == Double.POSITIVE_INFINITY && measured < bound) {
            return new Finding(Verdict.VACUOUS, measured, bound, 0, -1, "the bound is infinite");
        }
        if (vacuity.isPresent() && vacuity.get().when().test(evidence)) {
            return new Finding(
                    Verdict.VACUOUS, measured, bound, 0, -1, vacuity.get().text());
        }
        // Coefficients, products and the sums of both sides: one rounding each.
        double assembly = Rounding.gamma(left.size() + right.size() + 2) * scale;
        double budget = rounding.applyAsDouble(evidence) + assembly;
        double gap = equality ? Math.abs(measured - bound) : measured - bound;
        if (!Double.isFinite(gap) || !Double.isFinite(budget)) {
            return new Finding(Verdict.INCONCLUSIVE, measured, bound, 0, -1, "a term is not a finite number");
        }
        double severity = scale == 0 ? -budget : (gap - budget) / scale;
        if (gap > budget) {
            return new Finding(Verdict.VIOLATED, measured, bound, budget, Math.max(severity, Double.MIN_VALUE), "");
        }
        boolean decided = budget <= resolution * magnitude.applyAsDouble(evidence) + Double.MIN_NORMAL;
        return new Finding(
                decided ? Verdict.HOLDS : Verdict.UNDECIDED,
                measured,
                bound,
                budget,
                Math.max(-Double.MAX_VALUE, Math.min(severity, 0)),
                "");
    }

    /**
     * True if the claim is violated beyond the budget also with the terms in exact or enclosed arithmetic.
     *
     * @param exact enclosures of all terms by name, without coefficients
     * @param budget the budget of the finding to confirm
     */
    public boolean confirms(Map<String, Enclosure> exact, double budget) {
        Enclosure gap = side(left, exact).minus(side(right, exact));
        return (equality ? gap.abs() : gap).exceeds(budget);
    }

    /** Encloses Σ coefficient·term; coefficients are taken as the decimal numbers that they are written as. */
    private static <E> Enclosure side(List<Term<E>> terms, Map<String, Enclosure> exact) {
        Enclosure sum = Enclosure.ZERO;
        for (Term<E> term : terms) {
            Enclosure value = exact.get(term.name());
            if (value == null) {
                throw new IllegalStateException("the exact evaluation has no term '" + term.name() + "'");
            }
            sum = sum.plus(Enclosure.decimal(term.coefficient()).times(value));
        }
        return sum;
    }

    /** All terms, the measured side first. */
    public List<Term<E>> terms() {
        List<Term<E>> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }

    /**
     * The comparison with one term replaced.
     *
     * @throws IllegalArgumentException if there is no term of that name
     */
    Compare<E> replacing(String name, UnaryOperator<Term<E>> change) {
        List<String> names = terms().stream().map(Term::name).toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    "no term '%s', expected one of %s".formatted(name, String.join(", ", names)));
        }
        UnaryOperator<Term<E>> onlyIt = term -> term.name().equals(name) ? change.apply(term) : term;
        return new Compare<>(
                left.stream().map(onlyIt).toList(),
                equality,
                right.stream().map(onlyIt).toList(),
                budgetText,
                rounding,
                magnitude,
                resolution,
                vacuity);
    }

    @Override
    public String text() {
        return side(left) + (equality ? " = " : " ≤ ") + side(right);
    }

    private static <E> String side(List<Term<E>> terms) {
        String sum = terms.stream()
                .filter(term -> term.coefficient() != 0)
                .map(Term::text)
                .collect(Collectors.joining(" + "))
                .replace("+ -", "− ");
        return sum.isEmpty() ? "0" : sum;
    }

    @Override
    public String tolerance() {
        return budgetText + "; decided where that is at most " + Codec.number(resolution) + " of the magnitude";
    }
}
