package org.theoremcheck.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Templates, style, scripts and the chart library, from the class path. */
final class Resources {

    /** The chart library; the version is that of the dependency. */
    static final String CHARTS = "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

    private Resources() {}

    /** A template of this package, compiled; partials are templates too. */
    static Template template(String name) {
        return Mustache.compiler()
                .emptyStringIsFalse(true)
                .strictSections(true)
                .withLoader(partial -> new StringReader(text(partial + ".mustache")))
                .compile(text(name + ".mustache"));
    }

    /** The chart library without its last line, which names a file that the page does not have. */
    static String charts() {
        return text(CHARTS).replaceAll("(?m)^//# sourceMappingURL=.*$", "").strip();
    }

    /** The text of a resource. */
    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Resources.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
