package org.theoremcheck.predictable;

import java.util.List;
import java.util.stream.Stream;
import org.theoremcheck.claim.Paper;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.predictable.pathlength.PathLengths;
import org.theoremcheck.predictable.projection.Projections;
import org.theoremcheck.predictable.rank.Rank;
import org.theoremcheck.predictable.regret.Regret;
import org.theoremcheck.predictable.stationarity.Stationarity;

/** A. Calvo: Predictable Gradient Manifolds in Deep Learning (arXiv 2601.04270). */
public final class PredictableGradients implements Paper {

    @Override
    public String title() {
        return "Predictable Gradient Manifolds in Deep Learning";
    }

    @Override
    public List<Theorem<?, ?, ?>> theorems() {
        return Stream.of(
                        Regret.theorems(),
                        Stationarity.theorems(),
                        Rank.theorems(),
                        PathLengths.theorems(),
                        Projections.theorems())
                .<Theorem<?, ?, ?>>flatMap(List::stream)
                .toList();
    }
}
