package org.theoremcheck.report;

import com.samskivert.mustache.Escapers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formulas in Unicode, such as {@code Σ ‖gₜ − mₜ‖²_*}, as HTML: indices and exponents become {@code sub} and {@code sup}, one above the
 * other where a symbol has both, and {@code 1e-6} a power of ten; single letters are slanted; a root gets its bar; and each term of
 * the outermost level stands in a {@code span}, before which lines break rather than in it. Everything else is escaped.
 */
final class Formula {

    private static final String LOW = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ";
    private static final String LOW_PLAIN = "0123456789+−=()aeoxhklmnpstijruv";
    private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀ";
    private static final String HIGH_PLAIN = "0123456789+−=()niT";

    /** An index or exponent in plain characters: {@code _N}, {@code ^d}, {@code _*}, {@code _{t≥1}}; not the middle of a_name. */
    private static final Pattern SCRIPT =
            Pattern.compile("(?<=\\S)([_^])(?:\\{([^{}]*)}|([\\p{L}\\p{Nd}*∞])(?![\\p{L}\\p{Nd}]))");

    /** A number such as {@code 1e-6}. */
    private static final Pattern SCIENTIFIC = Pattern.compile("(?<![\\w.])(\\d+(?:\\.\\d+)?)e([-+]?\\d+)(?!\\w)");

    private static final Pattern OPERATOR_AHEAD = Pattern.compile(" (?=[+−=≤≥<>≲] )");
    private static final Pattern NAME = Pattern.compile("[A-Za-z]{2,}");

    /** A symbol of one letter; not what an apostrophe cuts off a name. */
    private static final Pattern LETTER = Pattern.compile("(?<!\\pL['’])[A-Za-zα-ω]");

    private final String text;
    private final boolean slanted;
    private final StringBuilder html = new StringBuilder();
    private int at;
    private int depth;
    private boolean withinNorm;

    private Formula(String text, boolean slanted, int depth) {
        this.text = text;
        this.slanted = slanted;
        this.depth = depth;
    }

    /** A formula. */
    static String html(String formula) {
        return "<span class=\"term\">" + new Formula(formula, true, 0).render() + "</span>";
    }

    /** Prose with symbols in it: of these, only indices and exponents are typeset. */
    static String prose(String sentence) {
        return new Formula(sentence, false, 0).render();
    }

    private String render() {
        while (at < text.length()) {
            if (!scripts() && !scientific()) {
                if (slanted) {
                    symbol();
                } else {
                    put(text.substring(at, ++at));
                }
            }
        }
        return html.toString();
    }

    /** Typesets the indices and exponents that begin here, if any do. */
    private boolean scripts() {
        StringBuilder low = new StringBuilder();
        StringBuilder high = new StringBuilder();
        while (at < text.length()) {
            char next = text.charAt(at);
            Matcher script = SCRIPT.matcher(text).region(at, text.length()).useTransparentBounds(true);
            if (LOW.indexOf(next) >= 0) {
                low.append(LOW_PLAIN.charAt(LOW.indexOf(next)));
                at++;
            } else if (HIGH.indexOf(next) >= 0) {
                high.append(HIGH_PLAIN.charAt(HIGH.indexOf(next)));
                at++;
            } else if (script.lookingAt()) {
                (next == '_' ? low : high).append(script.group(2) == null ? script.group(3) : script.group(2));
                at = script.end();
            } else {
                break;
            }
        }
        String sub = low.isEmpty() ? "" : "<sub>" + inner(low) + "</sub>";
        String sup = high.isEmpty() ? "" : "<sup>" + inner(high) + "</sup>";
        boolean both = !low.isEmpty() && !high.isEmpty();
        html.append(both ? "<span class=\"scripts\">" + sup + sub + "</span>" : sup + sub);
        return !low.isEmpty() || !high.isEmpty();
    }

    /** Typesets the number with a power of ten that begins here, if one does. */
    private boolean scientific() {
        Matcher number = SCIENTIFIC.matcher(text).region(at, text.length()).useTransparentBounds(true);
        boolean found = number.lookingAt();
        if (found) {
            html.append(number.group(1).equals("1") ? "" : number.group(1) + "\u00a0×\u00a0")
                    .append("10<sup>")
                    .append(number.group(2).replace("+", "").replace('-', '−'))
                    .append("</sup>");
            at = number.end();
        }
        return found;
    }

    private String inner(CharSequence part) {
        return new Formula(part.toString(), slanted, 1).render();
    }

    private void symbol() {
        char next = text.charAt(at);
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (name.lookingAt()) {
            put(name.group());
            at = name.end();
        } else if (next == '√') {
            root();
        } else {
            at++;
            String one = String.valueOf(next);
            if (next == ' ') {
                Matcher operator = OPERATOR_AHEAD.matcher(text).region(at - 1, text.length());
                html.append(depth == 0 && !withinNorm && operator.lookingAt() ? "</span> <span class=\"term\">" : " ");
            } else if (LETTER.matcher(text)
                    .region(at - 1, text.length())
                    .useTransparentBounds(true)
                    .lookingAt()) {
                html.append("<i>").append(one).append("</i>");
            } else {
                depth += "([⟨{".indexOf(next) >= 0 ? 1 : ")]⟩}".indexOf(next) >= 0 ? -1 : 0;
                withinNorm ^= next == '‖';
                put(one);
            }
        }
    }

    /** A root of what stands in parentheses behind it, or of one symbol. */
    private void root() {
        int begin = at + 1;
        int end = begin;
        int open = 0;
        while (end < text.length() && (end == begin || open > 0)) {
            char next = text.charAt(end++);
            open += next == '(' ? 1 : next == ')' ? -1 : 0;
        }
        boolean parentheses = open == 0 && end - begin > 1;
        String radicand = parentheses ? text.substring(begin + 1, end - 1) : text.substring(begin, end);
        html.append("<span class=\"root\">√<span>").append(inner(radicand)).append("</span></span>");
        at = end;
    }

    private void put(String plain) {
        html.append(Escapers.HTML.escape(plain));
    }
}
