package org.theoremcheck.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.gradients.Diagnosis;
import org.theoremcheck.gradients.Panels;
import org.theoremcheck.gradients.log.BadLog;
import org.theoremcheck.gradients.log.GradientLog;
import org.theoremcheck.gradients.log.ShardedLog;

/**
 * Panels of a log as tasks. Each reads its coordinates of every shard, from the first step to the last: what is asked adds up over
 * coordinates, not over steps. A wave of tasks at a time, so that the driver holds no more panels than there are cores.
 */
final class SparkPanels implements Panels {

    private final JavaSparkContext spark;
    private final Task task;

    SparkPanels(JavaSparkContext spark, HadoopLog log, Diagnosis.Question question) {
        this.spark = spark;
        this.task = new Task(
                log.name(),
                log.along().orElse(null),
                question.shares().stream().mapToDouble(Double::doubleValue).toArray(),
                question.places().orElse(null),
                question.ranked(),
                spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration())));
    }

    /** A panel's numbers, or the complaint about a log that cannot be read, which no second attempt would mend. */
    private record Task(
            String log,
            ShardedLog.@Nullable Along along,
            double[] shares,
            @Nullable Integer places,
            boolean ranked,
            Broadcast<SerializableConfiguration> files)
            implements Function<Integer, Serializable> {
        @Override
        public Serializable call(Integer panel) throws IOException {
            Diagnosis.Question question = new Diagnosis.Question(
                    DoubleStream.of(shares).boxed().toList(), Optional.ofNullable(places), ranked, 1);
            HadoopLog named = new HadoopLog(log, Optional.ofNullable(along));
            try (GradientLog opened = named.open(files.value().value())) {
                return Diagnosis.panel(opened, question, panel);
            } catch (BadLog complaint) {
                return String.valueOf(complaint.getMessage());
            }
        }
    }

    @Override
    public Iterator<double[]> read(int count) {
        int cores = spark.defaultParallelism();
        return new Iterator<>() {
            private int next;
            private Iterator<Serializable> wave = List.<Serializable>of().iterator();

            @Override
            public boolean hasNext() {
                return next < count || wave.hasNext();
            }

            @Override
            public double[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                if (!wave.hasNext()) {
                    int end = Math.min(count, next + cores);
                    List<Integer> panels = IntStream.range(next, end).boxed().toList();
                    wave = spark.parallelize(panels, panels.size())
                            .map(task)
                            .collect()
                            .iterator();
                    next = end;
                }
                Serializable answer = wave.next();
                if (answer instanceof double[] numbers) {
                    return numbers;
                }
                throw new IllegalArgumentException(answer.toString());
            }
        };
    }
}
