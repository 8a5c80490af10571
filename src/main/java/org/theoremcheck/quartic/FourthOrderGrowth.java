package org.theoremcheck.quartic;

import java.util.List;
import java.util.stream.Stream;
import org.theoremcheck.claim.Figure;
import org.theoremcheck.claim.Paper;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.quartic.longstep.LongSteps;
import org.theoremcheck.quartic.rate.Curves;
import org.theoremcheck.quartic.rate.Rates;
import org.theoremcheck.quartic.ravine.Ravines;

/**
 * D. Davis, D. Drusvyatskiy, L. Jiang: Gradient descent with adaptive stepsize converges (nearly) linearly under fourth-order growth (arXiv
 * 2409.19791), and the sequel by the first two (arXiv 2604.13393).
 */
public final class FourthOrderGrowth implements Paper {

    @Override
    public String title() {
        return "Gradient descent with adaptive stepsize converges (nearly) linearly under fourth-order growth";
    }

    @Override
    public List<Theorem<?, ?, ?>> theorems() {
        return Stream.of(Rates.theorems(), LongSteps.theorems(), Ravines.theorems())
                .<Theorem<?, ?, ?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Figure> figures() {
        return Curves.figures();
    }
}
