package org.theoremcheck.cli;

import picocli.CommandLine.Option;

/** How many threads work; mixed into commands. */
final class Threads {

    @Option(names = "--threads", paramLabel = "N", description = "Worker threads (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** @throws IllegalArgumentException if there are none */
    int count() {
        if (threads < 1) {
            throw new IllegalArgumentException("--threads: expected at least 1, got " + threads);
        }
        return threads;
    }
}
