package org.theoremcheck.guard.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process and all that it started. Descendants are found by their parents; those that were orphaned on purpose, where the system shows
 * environments, by a variable that they inherited.
 */
final class Relatives {

    /** The variable by which a process of ours, and whatever it starts, is known. */
    static final String MARK = "THEOREMCHECK_GUARD";

    private static final Path PROCESSES = Path.of("/proc");

    /** How long the system may take to end a process that was killed. */
    private static final long GRACE_SECONDS = 5;

    private Relatives() {}

    /** Ends the process and its relatives, and waits until they are gone. */
    static void end(ProcessHandle parent, String mark) {
        Map<Long, ProcessHandle> ending = new LinkedHashMap<>();
        parent.descendants().forEach(handle -> ending.put(handle.pid(), handle));
        ending.put(parent.pid(), parent);
        ending.values().forEach(ProcessHandle::destroyForcibly);
        // Whoever started another one meanwhile has left it marked; the last look finds nobody new.
        for (int known = 0; known < ending.size(); ) {
            known = ending.size();
            marked(mark, ending);
        }
        ending.values().forEach(Relatives::await);
    }

    private static void await(ProcessHandle handle) {
        try {
            handle.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stubborn) {
            // Beyond our reach: the system does not end it.
        }
    }

    /** Ends those that carry the mark, and adds them to those that are known. */
    private static void marked(String mark, Map<Long, ProcessHandle> known) {
        if (!Files.isDirectory(PROCESSES)) {
            return;
        }
        byte[] entry = (MARK + "=" + mark + "\0").getBytes(StandardCharsets.UTF_8);
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                if (contains(environment(process), entry)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .filter(ProcessHandle::isAlive)
                            .ifPresent(handle -> {
                                handle.destroyForcibly();
                                known.put(handle.pid(), handle);
                            });
                }
            }
        } catch (IOException | DirectoryIteratorException hidden) {
            // Then the descendants are all that can be known.
        }
    }

    /** Empty where it is gone or somebody else's. */
    private static byte[] environment(Path process) {
        try {
            return Files.readAllBytes(process.resolve("environ"));
        } catch (IOException gone) {
            return new byte[0];
        }
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
