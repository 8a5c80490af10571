package org.theoremcheck.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/** JVMs of their own: Spark's from the jars that the build laid out like a distribution, and our programs as they are packaged. */
final class Processes {

    private static final Path HOME = Path.of("target", "spark").toAbsolutePath();
    private static final Path PROGRAM = Path.of("target", "theoremcheck.jar").toAbsolutePath();
    private static final Path SPARK_PROGRAM =
            Path.of("target", "theoremcheck-spark.jar").toAbsolutePath();

    private Processes() {}

    /** A JVM that runs, and the file that all it says goes to. */
    record Running(Process process, Path log) {

        String said() {
            try {
                return Files.readString(log);
            } catch (IOException unreadable) {
                return "";
            }
        }

        /** Ends it and what it has started, as a machine ends that loses its power. */
        void kill() {
            Stream.concat(process.descendants().toList().stream(), Stream.of(process.toHandle()))
                    .forEach(ProcessHandle::destroyForcibly);
        }

        /** What it ended with. */
        Ended await() throws InterruptedException {
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                kill();
            }
            return new Ended(process.waitFor(), said());
        }
    }

    /** Exit code and everything that was said. */
    record Ended(int code, String said) {}

    /** A program of Spark's; the options for modules are those that its scripts add. */
    static Running spark(Path folder, String name, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("-cp", HOME.resolve("jars") + File.separator + "*"));
        command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
        command.add(main);
        command.addAll(Arrays.asList(arguments));
        return java(folder, name, command);
    }

    /** {@code spark-submit} with some options of its own before ours. */
    static Running submit(Path folder, String name, String master, List<String> options, String... arguments)
            throws IOException {
        List<String> all = new ArrayList<>(List.of("--master", master, "--conf", "spark.ui.enabled=false"));
        all.addAll(List.of("--conf", "spark.driver.host=127.0.0.1", "--conf", "spark.driver.bindAddress=127.0.0.1"));
        all.addAll(options);
        all.addAll(List.of("--class", Main.class.getName(), SPARK_PROGRAM.toString()));
        all.addAll(Arrays.asList(arguments));
        return spark(folder, name, "org.apache.spark.deploy.SparkSubmit", all.toArray(String[]::new));
    }

    /** The program without Spark. */
    static Running alone(Path folder, String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("-jar", PROGRAM.toString()));
        command.addAll(Arrays.asList(arguments));
        return java(folder, name, command);
    }

    private static Running java(Path folder, String name, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("SPARK_HOME", HOME.toString());
        // Spark's scripts say this for a worker; it starts its executors by it.
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_WORKER_DIR", folder.resolve("work").toString());
        return new Running(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    }

    /** Waits until something is so; fails if that takes minutes. */
    static void await(String what, BooleanSupplier so) throws InterruptedException {
        long begun = System.nanoTime();
        while (!so.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("time waited for %s", what)
                    .isLessThan(Duration.ofMinutes(3));
            Thread.sleep(20);
        }
    }
}
