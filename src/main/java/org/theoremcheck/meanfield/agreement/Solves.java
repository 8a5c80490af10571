package org.theoremcheck.meanfield.agreement;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.theoremcheck.meanfield.limit.Equations;
import org.theoremcheck.meanfield.limit.MeanField;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.RandomStream;

/** Independent solutions of the equations, whose spread is their standard error. */
final class Solves {

    /** Solutions of equations that are nearly right. */
    static final int MOST = 400;

    /** Solutions of the true equations. */
    static final int MANY = 192;

    /** Solutions where runs are the weaker part. */
    static final int SOME = 96;

    /** Solutions of equations that are further off. */
    static final int FEW = 40;

    /**
     * Samples of a solution. Bias falls like their inverse and was not seen (below 3 · 10⁻⁴ here, in 1600 solutions), and for as many samples in
     * all, more solutions know their error better.
     */
    static final int SAMPLES = 2_500;

    private Solves() {}

    /** So many solutions. */
    static List<MeanField> of(Model model, Equations equations, int solves, long seed) {
        return of(model, equations, 0, solves, seed);
    }

    /** The solutions with the numbers from ≤ number &lt; to, each a function of its own number; of the linear loss all are equal, without error. */
    static List<MeanField> of(Model model, Equations equations, int from, int to, long seed) {
        if (model.loss() instanceof Loss.Linear) {
            return Collections.nCopies(to - from, MeanField.linear(model, equations));
        }
        return IntStream.range(from, to)
                .mapToObj(s -> MeanField.sampled(model, equations, SAMPLES, RandomStream.key(seed, "solve", s)))
                .toList();
    }
}
