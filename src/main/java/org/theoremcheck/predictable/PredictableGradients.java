package org.theoremcheck.predictable;

import java.util.ArrayList;
import java.util.List;
import org.theoremcheck.claim.Paper;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.predictable.pathlength.PathLengths;
import org.theoremcheck.predictable.projection.Projections;
import org.theoremcheck.predictable.regret.Regret;

/** A. Calvo: Predictable Gradient Manifolds in Deep Learning (arXiv 2601.04270). */
public final class PredictableGradients implements Paper {

    @Override
    public String title() {
        return "Predictable Gradient Manifolds in Deep Learning (arXiv:2601.04270)";
    }

    @Override
    public List<Theorem<?, ?, ?>> theorems() {
        List<Theorem<?, ?, ?>> theorems = new ArrayList<>(Regret.theorems());
        theorems.addAll(PathLengths.theorems());
        theorems.addAll(Projections.theorems());
        return theorems;
    }
}
