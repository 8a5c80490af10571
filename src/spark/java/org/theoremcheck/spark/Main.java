package org.theoremcheck.spark;

/** The program of {@code spark-submit}: the same commands, options and exit codes as on one machine. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        int code;
        try (SparkCluster cluster = new SparkCluster()) {
            code = org.theoremcheck.cli.Main.run(cluster, arguments);
        }
        System.exit(code);
    }
}
