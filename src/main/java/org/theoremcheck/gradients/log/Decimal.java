package org.theoremcheck.gradients.log;

import com.fasterxml.jackson.core.io.NumberInput;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads decimal numbers as every language writes them, correctly rounded, and nan and inf in any case. */
final class Decimal {

    /** As many digits fit into a long. */
    private static final int DIGITS = 18;

    /** Counts of ten that a double holds exactly. */
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** A double written out whole has 767 digits at most; more may take long to read. */
    private static final int LONGEST = 1000;

    private static final long EXACT = 1L << 53;

    private static final Pattern NAN = Pattern.compile("[+-]?nan", Pattern.CASE_INSENSITIVE);

    private static final Pattern INFINITE = Pattern.compile("[+-]?inf(inity)?", Pattern.CASE_INSENSITIVE);

    /** The longest of these words. */
    private static final int WORD = "+infinity".length();

    private double value;

    /** The number read last. */
    double value() {
        return value;
    }

    /** Whether a part of a text is a number; then it is {@link #value}. */
    boolean read(byte[] text, int from, int to) {
        int at = from;
        if (at < to && (text[at] == '-' || text[at] == '+')) {
            at++;
        }
        long mantissa = 0;
        int exponent = 0;
        int whole = at;
        while (at < to && isDigit(text[at])) {
            mantissa = 10 * mantissa + text[at++] - '0';
        }
        int digits = at - whole;
        if (at < to && text[at] == '.') {
            int point = ++at;
            while (at < to && isDigit(text[at])) {
                mantissa = 10 * mantissa + text[at++] - '0';
            }
            digits += at - point;
            exponent = point - at;
        }
        if (digits == 0) {
            return word(text, from, to);
        }
        if (at < to && (text[at] == 'e' || text[at] == 'E')) {
            at++;
            boolean down = at < to && text[at] == '-';
            if (down || (at < to && text[at] == '+')) {
                at++;
            }
            int start = at;
            int power = 0;
            while (at < to && isDigit(text[at])) {
                power = Math.min(10 * power + text[at++] - '0', 100_000);
            }
            if (at == start) {
                return false;
            }
            exponent += down ? -power : power;
        }
        if (at < to || to - from > LONGEST) {
            return false;
        }
        // Both factors are exact, so that their product is rounded once.
        if (digits <= DIGITS && mantissa < EXACT && Math.abs(exponent) < TENS.length) {
            double magnitude = exponent < 0 ? mantissa / TENS[-exponent] : mantissa * TENS[exponent];
            value = text[from] == '-' ? -magnitude : magnitude;
        } else {
            value = NumberInput.parseDouble(new String(text, from, to - from, StandardCharsets.ISO_8859_1), true);
        }
        return true;
    }

    private boolean word(byte[] text, int from, int to) {
        if (to - from > WORD) {
            return false;
        }
        String word = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
        if (NAN.matcher(word).matches()) {
            value = Double.NaN;
            return true;
        }
        value = word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        return INFINITE.matcher(word).matches();
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }
}
