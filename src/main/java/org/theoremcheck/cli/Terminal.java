package org.theoremcheck.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Progress;

/** A progress bar on a terminal; elsewhere a line for each phase. */
final class Terminal implements Progress, AutoCloseable {

    private final PrintWriter err;
    private final boolean interactive;
    private final Map<String, Long> spent = new HashMap<>();
    private @Nullable ProgressBar bar;

    Terminal(PrintWriter err) {
        this.err = err;
        this.interactive = isTerminal();
    }

    /** Since JDK 22 there is a console without a terminal, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJdk) {
            return true;
        }
    }

    @Override
    public synchronized void begin(String phase, long total) {
        close();
        if (interactive) {
            bar = new ProgressBarBuilder()
                    .setTaskName(phase)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build();
        } else {
            err.println(total < 0 ? phase : "%s (%,d)".formatted(phase, total));
        }
    }

    @Override
    public synchronized void advance(long steps) {
        if (bar != null) {
            bar.stepBy(steps);
        }
    }

    @Override
    public synchronized void spent(String work, long nanos) {
        spent.merge(work, nanos, Long::sum);
    }

    /** The work that took longest, a line each: seconds of a thread, and what for. */
    synchronized List<String> slowest(int most) {
        return spent.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(most)
                .map(entry -> "%7.1f s  %s".formatted(entry.getValue() / 1e9, entry.getKey()))
                .toList();
    }

    @Override
    public synchronized void note(String line) {
        long now = System.currentTimeMillis();
        double seconds = (now - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1000.0;
        err.printf("%s%s (%.2f s after the start)%n", bar == null ? "" : System.lineSeparator(), line, seconds);
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
