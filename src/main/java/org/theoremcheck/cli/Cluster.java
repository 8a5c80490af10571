package org.theoremcheck.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.theoremcheck.audit.Commission;
import org.theoremcheck.audit.Workers;
import org.theoremcheck.meanfield.curve.Curves;

/** Machines that do what threads of this process do otherwise. */
public interface Cluster {

    /**
     * Who works for an audit.
     *
     * @param suite a jar with claims that the cluster lacks
     */
    Workers workers(Commission commission, Optional<Path> suite);

    /** Who computes ensembles. */
    Curves.Ensemble ensemble();
}
