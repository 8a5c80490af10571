package org.theoremcheck.meanfield.agreement;

import java.util.List;
import java.util.stream.IntStream;
import org.theoremcheck.meanfield.limit.Equations;
import org.theoremcheck.meanfield.limit.MeanField;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.RandomStream;

/** Independent solutions of the equations, whose spread is their standard error. */
final class Solves {

    /** Solutions of the true equations. */
    static final int TRUE = 48;

    /** Solutions of wrong ones, which are further off than their error. */
    static final int WRONG = 16;

    /** Samples of a solution: its bias is below 10⁻⁴, far below the error of an average of {@link #TRUE}. */
    static final int SAMPLES = 10_000;

    private Solves() {}

    /** Solutions; of the linear loss two equal ones, without error. */
    static List<MeanField> of(Model model, Equations equations, int solves, long seed) {
        if (model.loss() instanceof Loss.Linear) {
            MeanField exact = MeanField.linear(model, equations);
            return List.of(exact, exact);
        }
        return IntStream.range(0, solves)
                .mapToObj(s -> MeanField.sampled(model, equations, SAMPLES, RandomStream.key(seed, "solve", s)))
                .toList();
    }
}
