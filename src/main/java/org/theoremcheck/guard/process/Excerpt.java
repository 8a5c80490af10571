package org.theoremcheck.guard.process;

import java.nio.charset.StandardCharsets;

/** The beginning of a line as text for a message, whatever its bytes are. */
final class Excerpt {

    /** The longest excerpt, in bytes. */
    static final int LONGEST = 80;

    private Excerpt() {}

    /** Between quotation marks; what cannot be printed is replaced. */
    static String of(byte[] bytes) {
        boolean cut = bytes.length > LONGEST;
        String text = new String(bytes, 0, cut ? LONGEST : bytes.length, StandardCharsets.UTF_8)
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", "\uFFFD");
        return "'" + text + (cut ? "...'" : "'");
    }
}
