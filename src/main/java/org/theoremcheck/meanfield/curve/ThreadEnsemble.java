package org.theoremcheck.meanfield.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Threads of this process, to which members are shared out.
 *
 * @param threads how many
 */
public record ThreadEnsemble(int threads) implements Curves.Ensemble {

    @Override
    public List<double[][]> rows(Curves.Question question, Curves.Member member, int count) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<double[][]>> units = IntStream.range(0, count)
                    .<Callable<double[][]>>mapToObj(index -> () -> member.rows(question, index))
                    .toList();
            List<double[][]> results = new ArrayList<>();
            for (Future<double[][]> future : workers.invokeAll(units)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
