package org.theoremcheck.gradients;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that share out independent pieces of work; which piece falls to which thread changes no result. */
final class Workers implements AutoCloseable {

    /** Work on one piece. */
    @FunctionalInterface
    interface Piece {
        void work(int index);
    }

    private final int threads;
    private final ExecutorService pool;

    Workers(int threads) {
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "gradients");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does pieces 0, …, count − 1 and waits for them. */
    void share(int count, Piece piece) {
        if (threads == 1 || count == 1) {
            for (int i = 0; i < count; i++) {
                piece.work(i);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Callable<Void> work = () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                piece.work(i);
            }
            return null;
        };
        try {
            List<Callable<Void>> works = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                works.add(work);
            }
            for (Future<Void> done : pool.invokeAll(works)) {
                done.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
