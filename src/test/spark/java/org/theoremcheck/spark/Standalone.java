package org.theoremcheck.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A standalone cluster on loopback: one master and two workers of a core each, in JVMs of their own.
 *
 * @param address of the master
 */
record Standalone(String address, Processes.Running master, List<Processes.Running> workers) implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("spark://127\\.0\\.0\\.1:[1-9]\\d*");

    static Standalone start(Path folder) throws IOException, InterruptedException {
        Processes.Running master = Processes.spark(
                folder,
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0");
        Processes.await("the master", () -> ADDRESS.matcher(master.said()).find());
        Matcher found = ADDRESS.matcher(master.said());
        String address = found.results().findFirst().orElseThrow().group();
        Standalone cluster = new Standalone(
                address, master, List.of(worker(folder, "one", address), worker(folder, "two", address)));
        Processes.await("two workers", () -> master.said().split("Registering worker", -1).length == 3);
        return cluster;
    }

    private static Processes.Running worker(Path folder, String name, String master) throws IOException {
        return Processes.spark(
                folder,
                "worker-" + name,
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--webui-port",
                "0",
                master);
    }

    @Override
    public void close() {
        workers.forEach(Processes.Running::kill);
        master.kill();
    }
}
