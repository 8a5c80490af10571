package org.theoremcheck.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a user names. */
final class Inputs {

    private Inputs() {}

    /**
     * The text of a file.
     *
     * @param what the file is to hold, such as "a witness"
     * @throws IllegalArgumentException if it is no file, or not UTF-8
     */
    static String text(Path file, String what) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no such file, expected " + what);
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException binary) {
            throw new IllegalArgumentException("not UTF-8 text, expected " + what, binary);
        }
    }
}
