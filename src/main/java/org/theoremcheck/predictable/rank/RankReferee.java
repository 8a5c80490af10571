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
     * then the squares of both. The predictor's own √tail, by which it judges r*(ε), is within ρ of the truth, also without the values
     * that it counts as 0: those are below √n n u σ₁ together.
     */
    private static Budgets budgets(
            double epsilon, Increments increments, double first, Left atRank, Left rival, Left atPredictable) {
        double stability = increments.stability();
        double planting = planting(increments);
        double sum = Rounding.gamma(increments.dimension() + increments.count() + 4.0);
        double norm = Math.sqrt(increments.energy());
        double path = Math.sqrt(atRank.squares);
        double share = epsilon * ofSquare(norm, stability) + sum * ((1 + epsilon) * increments.energy() + 2 * first);
        return new Budgets(
                ofSquare(path, planting + stability + atRank.error) + sum * (atRank.squares + 2 * first),
                ofSquare(path, stability + atRank.error)
                        + ofSquare(Math.sqrt(rival.squares), rival.error)
                        + sum * (atRank.squares + rival.squares + 2 * first),
                ofSquare(Math.sqrt(atPredictable.squares), 2 * stability + atPredictable.error) + share,
                ofSquare(norm, planting + stability) + share);
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
