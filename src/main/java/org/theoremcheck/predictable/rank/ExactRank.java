package org.theoremcheck.predictable.rank;

import static org.theoremcheck.predictable.rank.ExactIncrements.squares;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;

/**
 * The terms of {@link Approximation} in exact or enclosed arithmetic. Tails are not those of the spectrum that the log declares: they are
 * proved from the gradients, see {@link ExactSpectrum}.
 */
final class ExactRank implements Referee<Log, IncrementPredictor, Map<String, Enclosure>> {

    @Override
    public Map<String, Enclosure> play(Log log, Subject<Log, IncrementPredictor> subject) {
        Answers answers = Answers.of(subject.begin(log), log.gradients(), log.epsilon(), log.rank());
        ExactIncrements increments = ExactIncrements.of(log.gradients(), log.unit());
        Enclosure[] values = increments.singularValues();
        Enclosure first =
                Enclosures.squaredNorm(ExactIncrements.difference(log.gradients()[0], log.firstHint(), log.unit()));
        Enclosure[][] atRank = increments.without(answers.factors(), log.rank());
        Enclosure[][] rival = increments.without(log.rival(), log.rival().count());
        Enclosure energy = Enclosures.squaredNorm(increments.rows());
        Map<String, Enclosure> terms = new HashMap<>();
        terms.put("path", first.plus(Enclosures.squaredNorm(atRank)));
        terms.put("first", first);
        terms.put("rival", first.plus(Enclosures.squaredNorm(rival)));
        terms.put("weighted-path", squares(atRank, Slips.WEIGHT));
        terms.put("weighted-rival", squares(rival, Slips.WEIGHT));
        terms.put("tail", tail(values, log.rank()));
        terms.put("tail-with-kept", tail(values, Math.max(0, log.rank() - 1)));
        terms.put("tail-without-next", tail(values, log.rank() + 1));
        terms.put("unsquared-tail", Arrays.stream(values).skip(log.rank()).reduce(Enclosure.ZERO, Enclosure::plus));
        terms.put("spectral-tail", log.rank() < values.length ? values[log.rank()].squared() : Enclosure.ZERO);
        terms.put("share", Enclosure.of(log.epsilon()).times(energy));
        terms.put("squared-share", Enclosure.of(log.epsilon()).squared().times(energy));
        terms.put(
                "path-at-rank",
                first.plus(Enclosures.squaredNorm(increments.without(answers.factors(), answers.rank()))));
        terms.put("tail-at-rank", tail(values, answers.rank()));
        if (answers.rank() > 0) {
            terms.put("tail-before", tail(values, answers.rank() - 1));
        }
        return terms;
    }

    private static Enclosure tail(Enclosure[] values, int from) {
        return Arrays.stream(values).skip(from).map(Enclosure::squared).reduce(Enclosure.ZERO, Enclosure::plus);
    }
}
