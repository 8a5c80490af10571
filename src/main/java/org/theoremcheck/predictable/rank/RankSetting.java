package org.theoremcheck.predictable.rank;

import static org.theoremcheck.claim.Term.term;

import java.util.List;
import java.util.Optional;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Term;
import org.theoremcheck.numeric.Vectors;

/** What the theorems on one log share: source, hypothesis, protocol and terms. */
final class RankSetting {

    static final Source SOURCE = new Source(
            List.of("arXiv:2601.04270"),
            "Abstract, (iii), with P_T summed from t = 0 and M_r the predictors mₜ = gₜ₋₁ + ĥₜ, rank [ĥ₁, …, ĥ_T] ≤ r",
            "",
            List.of(
                    "Eckart, Young: The approximation of one matrix by another of lower rank. Psychometrika 1, 1936",
                    "Mirsky: Symmetric gauge functions and unitarily invariant norms. Quart. J. Math. 11, 1960",
                    "Golub, Van Loan: Matrix computations. 4th ed., 2013, sections 2.4 and 8.6"));

    /** Commons Math finds the spectrum that the log declares. */
    static final Hypothesis<Log> DECLARED = new Hypothesis<>(
            "spectrum as declared",
            RankSetting::agreement,
            Family.of("broken/spectrum as declared", "broken", misdeclared()));

    static final Setting<Log, IncrementPredictor, Approximation> SETTING = new Setting<>(
            "gradient logs",
            "A sequence of gradients, seen whole; the predictor of increments is the truncated singular value decomposition",
            Log.class,
            IncrementPredictor.class,
            Logs.everywhere(),
            List.of(DECLARED),
            log -> new TruncatedSvd(),
            new RankReferee(),
            Optional.of(new ExactRank()));

    static final Term<Approximation> PATH = term("path", "P_T(m)", Approximation::path);
    static final Term<Approximation> FIRST = term("first", "‖g₀ − m₀‖²", Approximation::first);

    /** Largest budget/magnitude at which the claims still decide; a matrix of 20 × 20 needs 10⁻¹³. */
    static final double RESOLUTION = 1e-12;

    private RankSetting() {}

    /** How much of what rounding explains is left, in units of ‖H‖_F. */
    private static double agreement(Log log) {
        Increments increments = Increments.of(log.gradients(), log.unit());
        double[] found = increments.fullRank() == 0
                ? new double[0]
                : ExactSpectrum.propose(increments.rows()).getSingularValues();
        double distance =
                Math.sqrt(Vectors.squaredDistance(found, Vectors.scaled(1 / increments.unit(), log.spectrum())));
        double allowed = RankReferee.planting(increments) + increments.stability();
        return increments.energy() == 0 ? -distance : (allowed - distance) / Math.sqrt(increments.energy());
    }

    /** H = diag(2, 1), said to have the singular values 2 and 2. */
    private static Log misdeclared() {
        Log log = Logs.diagonal(1, 0.25, 2, 1);
        return new Log(log.gradients(), log.firstHint(), 1, 0.25, new double[] {2, 2}, log.rival());
    }
}
