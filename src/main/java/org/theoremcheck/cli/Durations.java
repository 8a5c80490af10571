package org.theoremcheck.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as a user types them: 500ms, 90s, 10m, 2h. */
final class Durations {

    private static final Pattern TIME = Pattern.compile("(\\d+)(ms|s|m|h)");

    private Durations() {}

    /**
     * The time.
     *
     * @param option which option it was given to
     * @throws IllegalArgumentException if it is no positive time of at most 292 years
     */
    static Duration parse(String option, String text) {
        Matcher matcher = TIME.matcher(text);
        try {
            if (matcher.matches()) {
                long amount = Long.parseLong(matcher.group(1));
                Duration duration = switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                };
                if (duration.toNanos() > 0) {
                    return duration;
                }
            }
        } catch (ArithmeticException | NumberFormatException tooLong) {
            throw new IllegalArgumentException(
                    "%s: expected at most 292 years, got '%s'".formatted(option, text), tooLong);
        }
        throw new IllegalArgumentException(
                "%s: expected a positive time such as 90s, 10m or 2h, got '%s'".formatted(option, text));
    }
}
