package org.theoremcheck.gradients.log;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The logs that NumPy wrote (make_logs.py), and what is in them. */
final class Logs {

    private Logs() {}

    static Path resource(String name) {
        return Path.of("src/test/resources/org/theoremcheck/gradients", name);
    }

    static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(resource(name));
    }

    /** The numbers as NumPy printed them, by dtype: f2, f4, f8. */
    static double[][] numbers(String type) throws IOException {
        try (InputStream in = Files.newInputStream(resource("numbers.json"))) {
            return new ObjectMapper()
                    .readerFor(double[][].class)
                    .readValue(new ObjectMapper().readTree(in).get(type));
        }
    }

    /** All numbers of a log. */
    static double[][] read(Object name) throws IOException {
        try (GradientLog log = GradientLogs.open(name.toString())) {
            double[][] rows = new double[log.rows()][log.columns()];
            log.read(0, log.rows(), 0, log.columns(), rows);
            return rows;
        }
    }

    /** Bytes that this thread has allocated so far. */
    static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** A log is refused with the name of its file and this sentence behind it. */
    static void assertRefused(Object name, String sentence) {
        assertRefusedAs(name, name + sentence);
    }

    /** A log is refused with this sentence. */
    static void assertRefusedAs(Object name, String sentence) {
        assertThatThrownBy(() -> read(name)).isInstanceOf(BadLog.class).hasMessage(sentence);
    }
}
