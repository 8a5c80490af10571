package org.theoremcheck.dualspace;

import java.util.List;
import java.util.stream.Stream;
import org.theoremcheck.claim.Figure;
import org.theoremcheck.claim.Paper;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.dualspace.bias.BiasFigures;
import org.theoremcheck.dualspace.bias.BiasTheorems;
import org.theoremcheck.dualspace.descent.DescentTheorems;

/** R. Ghane, D. Akhtiamov, B. Hassibi: Dual Space Preconditioning for Gradient Descent in the Overparameterized Regime (arXiv 2603.10485). */
public final class DualSpacePreconditioning implements Paper {

    @Override
    public String title() {
        return "Dual Space Preconditioning for Gradient Descent in the Overparameterized Regime";
    }

    @Override
    public List<Theorem<?, ?, ?>> theorems() {
        return Stream.of(BiasTheorems.theorems(), DescentTheorems.theorems())
                .<Theorem<?, ?, ?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Figure> figures() {
        return BiasFigures.figures();
    }
}
