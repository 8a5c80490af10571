package org.theoremcheck.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.theoremcheck.audit.Commission;
import org.theoremcheck.audit.Workers;
import org.theoremcheck.audit.Workshop;
import scala.Function1;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * Executors of Spark, each with a workshop that its tasks share. A task executes neighbouring orders, and its outcomes are taken as it
 * ends: Spark hands over those of one attempt, however many there were.
 */
final class SparkWorkers implements Workers {

    /** Tasks for each core: enough for none to be idle long at the end, few enough for their milliseconds of scheduling not to matter. */
    private static final int TASKS = 64;

    private final JavaSparkContext spark;
    private final Broadcast<Branch> branch;

    SparkWorkers(JavaSparkContext spark, Commission commission) {
        this.spark = spark;
        this.branch = spark.broadcast(new Branch(commission));
    }

    /** The orders of a partition, executed. */
    private record Task(Broadcast<Branch> branch) implements Function1<Iterator<String[]>, String[]>, Serializable {
        @Override
        public String[] apply(Iterator<String[]> partition) {
            Workshop workshop = branch.value().workshop();
            return Arrays.stream(partition.next()).map(workshop::execute).toArray(String[]::new);
        }
    }

    @Override
    public void work(List<String> orders, Taker taker) throws IOException {
        if (orders.isEmpty()) {
            return;
        }
        int tasks = Math.min(orders.size(), TASKS * spark.defaultParallelism());
        List<String[]> partitions = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            partitions.add(orders.subList(first(task, tasks, orders), first(task + 1, tasks, orders))
                    .toArray(String[]::new));
        }
        JavaRDD<String[]> planned = spark.parallelize(partitions, tasks);
        try {
            spark.sc()
                    .runJob(
                            planned.rdd(),
                            new Task(branch),
                            (task, outcomes) -> {
                                int first = first((Integer) task, tasks, orders);
                                for (int i = 0; i < outcomes.length; i++) {
                                    taker.take(first + i, outcomes[i]);
                                }
                                return BoxedUnit.UNIT;
                            },
                            ClassTag$.MODULE$.apply(String[].class));
        } catch (Exception failed) {
            // Scala declares no checked exceptions: Spark's own is one.
            throw new IOException("Spark gave up, --resume takes up the rest: " + failed.getMessage(), failed);
        }
    }

    /** The first order of a task; of the one behind the last, their number. */
    private static int first(int task, int tasks, List<String> orders) {
        return (int) ((long) task * orders.size() / tasks);
    }
}
