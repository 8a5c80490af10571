package org.theoremcheck.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Verdict;

/**
 * Systematic alterations of a theorem, and which of them the audit tells from it: each coefficient a little larger and smaller, each term left out, the
 * sides exchanged, each hypothesis dropped. An alteration is refuted by an instance, or it follows from the theorem, or it survives: then the
 * bound is not attained so closely, or the instances do not see the term.
 *
 * <p>What follows is told by the signs that the terms have on every instance played. With L the measured side, B the bound and f the factor:
 * <ul>
 *   <li>L ≤ B where a term keeps its sign, and the change makes L smaller or B larger;
 *   <li>fL ≤ B with 0 ≤ f &lt; 1 where B ≥ 0: fL ≤ max(0, L) ≤ B;
 *   <li>L ≤ 0 or L = 0 where L is one term, or a sum of terms ≥ 0: each term is 0, and so is any multiple; and 0 ≤ L of such a sum.
 * </ul>
 */
final class Mutants {

    private static final double[] FACTORS = {0.999, 1.001, 0.99, 1.01, 0.9, 1.1, 0};

    /** Instances of each family that are looked at before a search. */
    private static final int DRAWS = 20;

    /** Evaluations of the search for an instance that refutes what no other did. */
    private static final int EVALUATIONS = 150;

    private final long seed;

    Mutants(long seed) {
        this.seed = seed;
    }

    /**
     * What became of the alterations of a theorem; null for another claim, or one without terms and hypotheses.
     *
     * @param reached the worst instances known
     * @param needed which hypotheses were seen to be needed
     */
    <I, S, E> Ledger.@Nullable Mutants of(
            Claim<I, S, E> claim, List<Candidate<I>> reached, List<Ledger.Needed> needed) {
        if (claim.kind() != Kind.THEOREM) {
            return null;
        }
        List<String> survived = new ArrayList<>();
        int made = needed.size();
        int implied = 0;
        if (claim.statement() instanceof Compare<E> compare) {
            Bench<I, S, E> bench = new Bench<>(claim, compare);
            reached.forEach(candidate -> bench.look(candidate.instance()));
            for (Family<I> family : claim.setting().families()) {
                for (long index = 0; index < Math.min(DRAWS, family.size()); index++) {
                    bench.look(family.draw(seed, index));
                }
            }
            made += bench.mutants.size();
            for (Mutant<I, S, E> mutant : bench.mutants) {
                if (mutant.refuted) {
                    continue;
                }
                if (bench.implies(mutant)) {
                    implied++;
                } else if (!refuted(mutant, reached)) {
                    survived.add(mutant.name());
                }
            }
        }
        needed.stream()
                .filter(hypothesis -> hypothesis.instance() == null)
                .forEach(hypothesis -> survived.add("without '" + hypothesis.hypothesis() + "'"));
        return made == 0 ? null : new Ledger.Mutants(made, made - implied - survived.size(), implied, survived);
    }

    /** Whether a search from the worst instance of the theorem refutes the alteration. */
    private <I, S, E> boolean refuted(Mutant<I, S, E> mutant, List<Candidate<I>> reached) {
        return reached.stream()
                .filter(candidate -> candidate.finding().verdict() == Verdict.HOLDS)
                .max(Comparator.comparingDouble(Candidate::severity))
                .map(from -> Candidate.of(mutant.claim, from.family(), seed, from.index(), from.edits()))
                .map(from -> new Climber(seed, EVALUATIONS).climb(mutant.claim, from))
                .filter(found -> found.finding().verdict() == Verdict.VIOLATED)
                .flatMap(found -> Violation.of(mutant.claim, found.instance()))
                .isPresent();
    }

    /** An alteration, and whether an instance refuted it. */
    private static final class Mutant<I, S, E> {

        private final Claim<I, S, E> claim;

        /** The term that is changed, and its factor; without a term the sides are exchanged. */
        private final @Nullable Term<E> term;

        private final double factor;
        private boolean refuted;

        Mutant(Claim<I, S, E> claim, @Nullable Term<E> term, double factor) {
            this.claim = claim;
            this.term = term;
            this.factor = factor;
        }

        String name() {
            if (term == null) {
                return "reversed";
            }
            return factor == 0 ? "without " + term.name() : term.name() + " × " + Codec.number(factor);
        }
    }

    /** All alterations of a comparison, and the values that its terms had. */
    private static final class Bench<I, S, E> {

        private final Claim<I, S, E> claim;
        private final Compare<E> compare;
        private final List<Mutant<I, S, E>> mutants = new ArrayList<>();
        private final Map<String, DoubleSummaryStatistics> values = new LinkedHashMap<>();
        private final DoubleSummaryStatistics bounds = new DoubleSummaryStatistics();

        Bench(Claim<I, S, E> claim, Compare<E> compare) {
            this.claim = claim;
            this.compare = compare;
            for (Term<E> term : compare.terms()) {
                if (term.coefficient() != 0 && values.put(term.name(), new DoubleSummaryStatistics()) == null) {
                    for (double factor : FACTORS) {
                        mutants.add(new Mutant<>(
                                Alteration.<I, S, E>scale(term.name(), factor).apply(claim), term, factor));
                    }
                }
            }
            if (!compare.equality()) {
                mutants.add(new Mutant<>(claim.saying(compare.reversed()), null, 1));
            }
        }

        /** One play for all; where the theorem says nothing, nor do they. */
        void look(I instance) {
            E evidence;
            Finding finding;
            try {
                evidence =
                        claim.setting().referee().play(instance, claim.setting().reference());
                finding = claim.judge(instance, evidence);
            } catch (RuntimeException | Error failure) {
                Claim.failed(failure);
                return;
            }
            if (finding.verdict() != Verdict.HOLDS) {
                return;
            }
            bounds.accept(finding.bound());
            for (Term<E> term : compare.terms()) {
                range(term).accept(term.in(evidence));
            }
            for (Mutant<I, S, E> mutant : mutants) {
                mutant.refuted |= !mutant.refuted
                        && mutant.claim.statement().judge(evidence).verdict() == Verdict.VIOLATED
                        && Violation.of(mutant.claim, instance).isPresent();
            }
        }

        boolean implies(Mutant<I, S, E> mutant) {
            if (bounds.getCount() == 0) {
                return false;
            }
            boolean one = compare.left().size() == 1;
            if (bounds.getMin() == 0 && bounds.getMax() == 0) {
                return (one && mutant.term != null)
                        || compare.left().stream().allMatch(term -> range(term).getMin() >= 0);
            }
            if (mutant.term == null) {
                return false;
            }
            boolean onTheLeft = compare.left().contains(mutant.term);
            DoubleSummaryStatistics range = range(mutant.term);
            boolean larger = range.getMin() >= 0 && range.getMax() > 0;
            boolean smaller = range.getMax() <= 0 && range.getMin() < 0;
            boolean grows = mutant.factor > 1 ? larger : smaller;
            boolean shrinks = mutant.factor > 1 ? smaller : larger;
            boolean keepsBelow = onTheLeft && one && mutant.factor < 1 && bounds.getMin() >= 0;
            return !compare.equality() && ((onTheLeft ? shrinks : grows) || keepsBelow);
        }

        private DoubleSummaryStatistics range(Term<E> term) {
            return values.getOrDefault(term.name(), new DoubleSummaryStatistics());
        }
    }
}
