package org.theoremcheck.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.theoremcheck.claim.Codec;

/** Numbers for people, on one line each. NaN and infinities, which mean nothing to a reader, are a dash. */
public final class Numbers {

    private static final String NOTHING = "–";
    private static final MathContext SHORT = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final MathContext BRIEF = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final MathContext CUT = new MathContext(6, RoundingMode.DOWN);
    private static final MathContext PERCENT = new MathContext(2, RoundingMode.HALF_EVEN);
    private static final int LONGEST = 8;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Numbers() {}

    /** Rounded to six digits. */
    public static String rounded(double value) {
        return rounded(value, SHORT);
    }

    /** Rounded to three digits. */
    static String brief(double value) {
        return rounded(value, BRIEF);
    }

    private static String rounded(double value, MathContext digits) {
        return Double.isFinite(value) ? text(decimal(value).round(digits).stripTrailingZeros()) : NOTHING;
    }

    /** The shortest decimal that reads back as the number; of more than eight digits only the first six, and an ellipsis. */
    static String cut(double value) {
        if (!Double.isFinite(value)) {
            return NOTHING;
        }
        BigDecimal exact = decimal(value);
        return exact.precision() <= LONGEST
                ? text(exact)
                : text(exact.round(CUT)).replaceFirst("^[^\u00a0]+", "$0…");
    }

    /** A share of 1 as a percentage of two digits. */
    static String percent(double share) {
        return Double.isFinite(share)
                ? text(decimal(share).movePointRight(2).round(PERCENT).stripTrailingZeros()) + "\u00a0%"
                : NOTHING;
    }

    /** A count with its thousands apart. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** "1 check", "2 checks". */
    static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(Codec.number(value)).stripTrailingZeros();
    }

    private static String text(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        if (value.signum() == 0 || (exponent >= -4 && exponent < 9)) {
            return value.toPlainString().replace('-', '−');
        }
        String digits = value.movePointLeft(exponent).toPlainString().replace('-', '−');
        return digits + "\u00a0×\u00a010" + superscript(exponent);
    }

    private static String superscript(int exponent) {
        StringBuilder raised = new StringBuilder();
        for (char digit : Integer.toString(exponent).toCharArray()) {
            raised.append(digit == '-' ? '⁻' : SUPERSCRIPTS.charAt(digit - '0'));
        }
        return raised.toString();
    }
}
