package org.theoremcheck.gradients.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A text file of numbers, a gradient a line. Numbers are separated by tabs, semicolons, commas or blanks, one of these in a file; a first
 * line that holds no number names the columns; what follows a # is a comment; blank lines count for nothing. The numbers are written to a
 * temporary file once.
 */
final class Csv {

    /** A line is held in memory: some three million numbers. */
    private static final int LONGEST_LINE = 64 << 20;

    /** A word is told by its start, which takes at most four bytes a letter. */
    private static final int SHOWN = 4 * 64;

    private static final int PIECE = 1 << 16;

    /** What may separate numbers, the first one that the first line has; a blank stands for any number of blanks. */
    private static final byte[] SEPARATORS = {'\t', ';', ',', ' '};

    private final Store store;
    private final Store numbers;
    private final Decimal decimal = new Decimal();
    private final ByteBuffer pending = ByteBuffer.allocateDirect(PIECE).order(ByteOrder.nativeOrder());
    private byte separator;
    private long line;
    private long firstLine;
    private int columns;
    private long rows;

    private Csv(Store store) throws IOException {
        this.store = store;
        this.numbers = store.temporary();
    }

    /** Opens a file of this kind. */
    static OpenLog open(Store store) throws IOException {
        Csv csv = new Csv(store);
        csv.readLines();
        if (csv.rows == 0 || csv.rows > Integer.MAX_VALUE) {
            throw new BadLog(
                    store.name(),
                    "found " + csv.rows + " rows of numbers, expected between 2 and " + Integer.MAX_VALUE);
        }
        Slab slab = new Slab(csv.numbers, 0, FloatType.DOUBLE, csv.pending.order(), (int) csv.rows, csv.columns, false);
        return new OpenLog(store.name(), List.of(slab), store);
    }

    private void readLines() throws IOException {
        byte[] text = new byte[PIECE];
        int held = 0;
        for (long position = skipMark(); position < store.size() || held > 0; ) {
            if (held == text.length) {
                text = Arrays.copyOf(text, longer(text.length));
            }
            int count = (int) Math.min(text.length - held, store.size() - position);
            store.read(position, ByteBuffer.wrap(text, held, count));
            position += count;
            int start = 0;
            for (int at = held; at < held + count; at++) {
                if (text[at] == '\n') {
                    readLine(text, start, at);
                    start = at + 1;
                }
            }
            held += count;
            if (position == store.size() && start < held) {
                readLine(text, start, held);
                start = held;
            }
            held -= start;
            System.arraycopy(text, start, text, 0, held);
        }
        flush();
    }

    private int longer(int length) throws BadLog {
        if (length >= LONGEST_LINE) {
            throw new BadLog(
                    store.name() + ", line " + (line + 1),
                    "is longer than " + LONGEST_LINE + " bytes, expected a gradient a line: save it as .npy");
        }
        return 2 * length;
    }

    /** The mark that some programs put before UTF-8. */
    private long skipMark() throws IOException {
        String start = new String(store.head(0, 3), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
            throw new BadLog(store.name(), "is text in UTF-16, expected UTF-8");
        }
        return start.equals("\u00ef\u00bb\u00bf") ? start.length() : 0;
    }

    private void readLine(byte[] text, int start, int end) throws IOException {
        line++;
        int from = start;
        int to = from;
        while (to < end && text[to] != '#') {
            to++;
        }
        while (from < to && isBlank(text[from])) {
            from++;
        }
        while (from < to && isBlank(text[to - 1])) {
            to--;
        }
        if (from == to) {
            return;
        }
        if (columns == 0) {
            firstLine = line;
            separator = separator(text, from, to);
            if (isNames(text, from, to)) {
                return;
            }
        }
        readNumbers(text, from, to);
    }

    private static byte separator(byte[] text, int from, int to) {
        for (byte candidate : SEPARATORS) {
            for (int at = from; at < to; at++) {
                if (text[at] == candidate) {
                    return candidate;
                }
            }
        }
        return ' ';
    }

    private boolean isNames(byte[] text, int from, int to) {
        int fields = 0;
        int end;
        for (int at = from; at <= to; at = next(text, end, to)) {
            end = end(text, at, to);
            if (at == end || isNumber(text, at, end)) {
                return false;
            }
            fields++;
        }
        columns = fields;
        return true;
    }

    private void readNumbers(byte[] text, int from, int to) throws IOException {
        int fields = 0;
        int end;
        for (int at = from; at <= to; at = next(text, end, to)) {
            end = end(text, at, to);
            fields++;
            if (!isNumber(text, at, end)) {
                String found = new String(text, at, Math.min(end - at, SHOWN), StandardCharsets.UTF_8).strip();
                throw new BadLog(
                        store.name() + ", line " + line + ", column " + fields,
                        "found " + (found.isEmpty() ? "nothing" : BadLog.quoted(found)) + ", expected a number");
            }
            if (!pending.hasRemaining()) {
                flush();
            }
            pending.putDouble(decimal.value());
        }
        if (columns == 0) {
            columns = fields;
        }
        if (fields != columns) {
            throw new BadLog(
                    store.name() + ", line " + line,
                    "found " + fields + (fields == 1 ? " number" : " numbers") + ", expected " + columns
                            + " as in line " + firstLine);
        }
        rows++;
    }

    /** Where a field ends that begins here. */
    private int end(byte[] text, int from, int to) {
        int end = from;
        while (end < to && text[end] != separator && (separator != ' ' || text[end] != '\t')) {
            end++;
        }
        return end;
    }

    /** Where the field begins that follows one that ends here; past the end after the last. */
    private int next(byte[] text, int end, int to) {
        int next = end + 1;
        while (separator == ' ' && next < to && isBlank(text[next])) {
            next++;
        }
        return next;
    }

    private boolean isNumber(byte[] text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(text[from])) {
            from++;
        }
        while (from < to && isBlank(text[to - 1])) {
            to--;
        }
        return decimal.read(text, from, to);
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t' || character == '\r';
    }

    private void flush() throws IOException {
        numbers.append(pending.flip());
        pending.clear();
    }
}
