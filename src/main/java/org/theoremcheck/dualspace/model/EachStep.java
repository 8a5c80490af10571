package org.theoremcheck.dualspace.model;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.dualspace.model.Rollout.Step;
import org.theoremcheck.numeric.Enclosure;

/**
 * Judges every step of a run by a comparison and keeps the evidence of the worst one: a claim about every step is judged at all of them.
 * The exact evaluation encloses that step anew; only which one it is, is taken from here.
 *
 * @param statement the comparison
 * @param meters reads the steps of a run, in their order
 * @param until the run ends where ‖Rₜ‖ ≤ until · ‖R₀‖, for what follows is rounding; or where ‖Rₜ‖ ≥ 10⁹‖R₀‖, for along a quartic loss
 *     what follows soon leaves the doubles
 * @param enclosed the terms at a step, in enclosed arithmetic
 */
public record EachStep<E>(
        Compare<E> statement,
        Function<Problem, Meter<E>> meters,
        double until,
        BiFunction<Problem, Step, Map<String, Enclosure>> enclosed)
        implements Referee<Problem, Optimizer, E> {

    private static final double DIVERGED = 1e9;

    /** Reads the steps of one run. */
    public interface Meter<E> {
        /** The evidence of the next step. */
        E read(Step step);
    }

    private record Worst<E>(Step step, E evidence, Finding finding) {

        /** A violation before what could not be judged, that before what is undecided, that before what holds; then the more severe. */
        boolean than(Worst<E> other) {
            int rank = rank(finding) - rank(other.finding);
            return rank > 0 || (rank == 0 && finding.severity() > other.finding.severity());
        }

        private static int rank(Finding finding) {
            return switch (finding.verdict()) {
                case VIOLATED -> 3;
                case INCONCLUSIVE -> 2;
                case UNDECIDED -> 1;
                case HOLDS -> 0;
                default -> -1;
            };
        }
    }

    @Override
    public E play(Problem problem, Subject<Problem, Optimizer> subject) {
        return worst(problem, subject).evidence;
    }

    /** The same protocol with the terms of the worst step enclosed. */
    public Optional<Referee<Problem, Optimizer, Map<String, Enclosure>>> exact() {
        return Optional.of((problem, subject) -> enclosed.apply(problem, worst(problem, subject).step));
    }

    private Worst<E> worst(Problem problem, Subject<Problem, Optimizer> subject) {
        Meter<E> meter = meters.apply(problem);
        double enough = until * Matrices.norm(problem.initial().residual());
        double tooMuch = DIVERGED * Matrices.norm(problem.initial().residual());
        Keeper keeper = new Keeper();
        Rollout.play(problem, subject, problem, step -> {
            E evidence = meter.read(step);
            keeper.see(new Worst<>(step, evidence, statement.judge(evidence)));
            double residual = Matrices.norm(step.after().residual());
            return residual > enough && residual < tooMuch;
        });
        return keeper.get();
    }

    private final class Keeper {

        private @Nullable Worst<E> worst;

        void see(Worst<E> next) {
            Worst<E> known = worst;
            worst = known == null || next.than(known) ? next : known;
        }

        Worst<E> get() {
            Worst<E> known = worst;
            if (known == null) {
                throw new IllegalStateException("a run has at least one step");
            }
            return known;
        }
    }
}
