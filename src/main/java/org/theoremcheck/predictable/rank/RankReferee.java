package org.theoremcheck.predictable.rank;

import static org.theoremcheck.predictable.rank.Increments.ofSquare;

import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.rank.Approximation.Budgets;

/** Asks a predictor of increments for its factors, and measures what they leave of H. */
final class RankReferee implements Referee<Log, IncrementPredictor, Approximation> {

    @Override
    public Approximation play(Log log, Subject<Log, IncrementPredictor> subject) {
        Answers answers = Answers.of(subject.begin(log), log.gradients(), log.epsilon(), log.rank());
        Increments increments = Increments.of(log.gradients(), log.unit());
        Residue residue = new Residue(increments);
        Left atRank = Left.of(residue);
        Left atPredictable = atRank;
        for (int k = 0; k < answers.factors().count(); k++) {
            residue.take(answers.factors(), k);
            Left left = Left.of(residue);
            atRank = k + 1 == log.rank() ? left : atRank;
            atPredictable = k + 1 == answers.rank() ? left : atPredictable;
        }
        Left rival = Left.of(Residue.of(increments, log.rival()));
        double first = Vectors.squaredDistance(
                Vectors.scaled(1 / increments.unit(), log.gradients()[0]),
                Vectors.scaled(1 / increments.unit(), log.firstHint()));
        double[] spectrum = Vectors.scaled(1 / increments.unit(), log.spectrum());
        return new Approximation(
                atRank.squares + first,
                first,
                rival.squares + first,
                atRank.weighted,
                rival.weighted,
                increments.energy(),
                log.epsilon(),
                spectrum,
                log.rank(),
                answers.rank(),
                atPredictable.squares + first,
                budgets(log.epsilon(), increments, first, atRank, rival, atPredictable),
                increments.gradientEnergy() + first);
    }

    /** ‖H − Ĥ‖² at some rank, and what ‖H − Ĥ‖ is off. */
    private record Left(double squares, double weighted, double error) {
        static Left of(Residue residue) {
            return new Left(residue.squares(), residue.weightedSquares(), residue.error());
        }
    }

    /**
     * ‖H − Ĥ‖ is within ρ + error of √tail for a stable predictor, and √tail within the planting error of that of the spectrum given;
     * then the squares of both.
     */
    private static Budgets budgets(
            double epsilon, Increments increments, double first, Left atRank, Left rival, Left atPredictable) {
        double stability = increments.stability();
        double planting = planting(increments);
        double sums = Rounding.gamma(increments.dimension() + increments.fullRank() + 4.0)
                * (increments.energy() + 2 * first);
        double energy = (1 + epsilon) * sums + epsilon * ofSquare(Math.sqrt(increments.energy()), stability);
        double path = ofSquare(Math.sqrt(atRank.squares), stability + atRank.error);
        return new Budgets(
                ofSquare(Math.sqrt(atRank.squares), planting + stability + atRank.error)
                        + Rounding.gamma(increments.dimension() + increments.fullRank() + 4.0)
                                * (atRank.squares + 2 * first),
                path
                        + ofSquare(Math.sqrt(rival.squares), rival.error)
                        + Rounding.gamma(increments.dimension() + 4.0) * (atRank.squares + rival.squares + 2 * first),
                ofSquare(Math.sqrt(atPredictable.squares), 2 * stability + atPredictable.error) + energy,
                ofSquare(Math.sqrt(increments.energy()), planting + stability) + energy);
    }

    /**
     * How far H may be from one that has the spectrum given, in the Frobenius norm: {@link Logs} applies at most six Householder
     * reflections, each exact to γ_{4n+12} (Higham, Lemma 19.3, with its constants for vectors of length n = max(d, T)), and sums.
     */
    static double planting(Increments increments) {
        int longer = Math.max(increments.dimension(), increments.count());
        return 2 * Logs.REFLECTIONS * Rounding.gamma(4.0 * longer + 12) * Math.sqrt(increments.energy())
                + increments.summation();
    }
}
