package org.theoremcheck.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.theoremcheck.claim.Codec;

/**
 * Threads of this process.
 *
 * @param count how many
 * @param workshop that they share
 * @param observations where every judgement of the sampling goes
 * @param announcer who is told of every judgement at once
 * @param progress who is told how long everything took
 */
record ThreadWorkers(int count, Workshop workshop, Observations observations, Run.Observer announcer, Progress progress)
        implements Workers {

    @Override
    public void work(List<String> orders, Taker taker) throws IOException {
        List<Callable<Void>> units = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            int position = i;
            Order order = Codec.read(orders.get(i), Order.class);
            // Conclusions are not observed, and need not wait for each other.
            Observations seen = order instanceof Order.Sample ? observations : Observations.NONE;
            Observations.Unit unit = seen.next();
            units.add(() -> {
                long begun = System.nanoTime();
                try (unit) {
                    String outcome = workshop.execute(order, (claim, family, index, instance, finding) -> {
                        announcer.saw(claim, family, index, instance, finding);
                        unit.saw(claim, family, index, instance, finding);
                    });
                    progress.spent(
                            order instanceof Order.Sample sample ? sample.run() : order.work(),
                            System.nanoTime() - begun);
                    synchronized (taker) {
                        taker.take(position, outcome);
                    }
                    return null;
                }
            });
        }
        all(units);
    }

    private void all(List<Callable<Void>> units) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            for (Future<Void> future : threads.invokeAll(units)) {
                future.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("the audit was interrupted", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
