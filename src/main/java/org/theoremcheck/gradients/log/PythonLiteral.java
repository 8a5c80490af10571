package org.theoremcheck.gradients.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the one form of Python literal that stands in a .npy header: a dictionary of a text, a truth value and a tuple of counts. */
final class PythonLiteral {

    /** More digits are more than 2^63. */
    private static final int DIGITS = 18;

    private final String where;
    private final String text;
    private final int start;
    private int position;

    /**
     * A text to be read.
     *
     * @param where names the array
     * @param start the byte of the file that it begins at
     */
    PythonLiteral(String where, String text, int start) {
        this.where = where;
        this.text = text;
        this.start = start;
    }

    /** {@code {'descr': '<f4', 'fortran_order': False, 'shape': (401, 256), }}, in any order, with blanks at the end. */
    NpyHeader header() throws BadLog {
        @Nullable String descr = null;
        @Nullable Boolean fortran = null;
        @Nullable Shape shape = null;
        expect("{");
        while (!found("}")) {
            int at = position;
            String key = string();
            expect(":");
            if (key.equals("descr") && descr == null) {
                if (at("[") || at("(")) {
                    throw NpyHeader.structured(where);
                }
                descr = string();
            } else if (key.equals("fortran_order") && fortran == null) {
                fortran = truth();
            } else if (key.equals("shape") && shape == null) {
                shape = new Shape(counts());
            } else {
                position = at;
                throw unexpected("each of 'descr', 'fortran_order' and 'shape' once");
            }
            if (!found(",") && !at("}")) {
                throw unexpected("',' or '}'");
            }
        }
        skipBlanks();
        if (position < text.length()) {
            throw unexpected("blanks");
        }
        if (descr == null || fortran == null || shape == null) {
            throw unexpected("each of 'descr', 'fortran_order' and 'shape' once");
        }
        return new NpyHeader(descr, fortran, shape, start + text.length());
    }

    private String string() throws BadLog {
        String quote = found("'") ? "'" : "\"";
        if (quote.equals("\"")) {
            expect(quote);
        }
        int end = text.indexOf(quote, position);
        if (end < 0) {
            throw unexpected("a text in quotes");
        }
        String content = text.substring(position, end);
        if (content.isEmpty() || content.contains("\\")) {
            throw unexpected("a name without escapes");
        }
        position = end + 1;
        return content;
    }

    private boolean truth() throws BadLog {
        if (found("True")) {
            return true;
        }
        if (found("False")) {
            return false;
        }
        throw unexpected("True or False");
    }

    /** A tuple: {@code ()}, {@code (5,)}, {@code (401, 256)}; Python 2 marked long integers with an L. */
    private List<Long> counts() throws BadLog {
        List<Long> counts = new ArrayList<>();
        expect("(");
        while (!found(")")) {
            counts.add(count());
            found("L");
            boolean more = found(",");
            if (!more && (!at(")") || counts.size() == 1)) {
                throw unexpected("','");
            }
        }
        return counts;
    }

    private long count() throws BadLog {
        skipBlanks();
        int end = position;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        if (end == position || end - position > DIGITS) {
            throw unexpected("a count of at most " + DIGITS + " digits");
        }
        long count = Long.parseLong(text, position, end, 10);
        position = end;
        return count;
    }

    private void expect(String token) throws BadLog {
        if (!found(token)) {
            throw unexpected("'" + token + "'");
        }
    }

    private boolean found(String token) {
        boolean found = at(token);
        if (found) {
            position += token.length();
        }
        return found;
    }

    private boolean at(String token) {
        skipBlanks();
        return text.startsWith(token, position);
    }

    private void skipBlanks() {
        while (position < text.length() && (text.charAt(position) == ' ' || text.charAt(position) == '\n')) {
            position++;
        }
    }

    private BadLog unexpected(String expected) {
        String rest = text.substring(position).strip();
        return new BadLog(
                where + ", byte " + (start + position),
                "found " + (rest.isEmpty() ? "the end of the header" : BadLog.quoted(rest)) + ", expected " + expected);
    }
}
