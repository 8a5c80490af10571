package org.theoremcheck.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Commission;
import org.theoremcheck.audit.Progress;
import org.theoremcheck.audit.Workers;
import org.theoremcheck.cli.Cluster;
import org.theoremcheck.gradients.Diagnosis;
import org.theoremcheck.gradients.log.GradientLog;
import org.theoremcheck.gradients.log.ShardedLog;
import org.theoremcheck.meanfield.curve.Curves;

/** The cluster that {@code spark-submit} names; it is asked for executors when there is work. */
final class SparkCluster implements Cluster, AutoCloseable {

    private @Nullable JavaSparkContext context;

    private JavaSparkContext context() {
        if (context == null) {
            context = new JavaSparkContext(new SparkConf().setAppName("TheoremCheck"));
        }
        return context;
    }

    @Override
    public Workers workers(Commission commission, Optional<Path> suite) {
        suite.ifPresent(jar -> context().addJar(jar.toString()));
        return new SparkWorkers(context(), commission);
    }

    @Override
    public Curves.Ensemble ensemble() {
        return new SparkEnsemble(context());
    }

    @Override
    public Diagnosis diagnose(
            String name, Optional<ShardedLog.Along> along, Diagnosis.Question question, Progress progress)
            throws IOException {
        HadoopLog log = new HadoopLog(name, along);
        try (GradientLog opened = log.open(context().hadoopConfiguration())) {
            progress.begin(name, (long) opened.rows() * opened.columns());
            return Diagnosis.of(opened, question, new SparkPanels(context(), log, question), progress::advance);
        }
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
