package org.theoremcheck.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.theoremcheck.audit.Commission;
import org.theoremcheck.audit.Progress;
import org.theoremcheck.audit.Workers;
import org.theoremcheck.gradients.Diagnosis;
import org.theoremcheck.gradients.log.ShardedLog;
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

    /**
     * Diagnoses a log that the cluster can read.
     *
     * @param name of the file, or of the folder of shards
     * @param along how the shards lie, if there are any
     * @param progress told of numbers as they are read
     */
    Diagnosis diagnose(String name, Optional<ShardedLog.Along> along, Diagnosis.Question question, Progress progress)
            throws IOException;
}
