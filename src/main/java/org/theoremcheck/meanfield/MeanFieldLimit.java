package org.theoremcheck.meanfield;

import java.util.List;
import java.util.stream.Stream;
import org.theoremcheck.claim.Figure;
import org.theoremcheck.claim.Paper;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.meanfield.agreement.AgreementTheorems;
import org.theoremcheck.meanfield.curve.PaperFigures;
import org.theoremcheck.meanfield.linear.LinearTheorems;

/**
 * S. Nishiyama, M. Imaizumi: Precise high-dimensional dynamics of stochastic gradient flow by its mean-field limit (arXiv 2602.06320).
 */
public final class MeanFieldLimit implements Paper {

    @Override
    public String title() {
        return "Stochastic gradient flow in high dimension and its mean-field limit";
    }

    @Override
    public List<Theorem<?, ?, ?>> theorems() {
        return Stream.of(LinearTheorems.theorems(), AgreementTheorems.theorems())
                .<Theorem<?, ?, ?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Figure> figures() {
        return PaperFigures.figures();
    }
}
