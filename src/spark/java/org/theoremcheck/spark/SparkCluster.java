package org.theoremcheck.spark;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Commission;
import org.theoremcheck.audit.Workers;
import org.theoremcheck.cli.Cluster;
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
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
