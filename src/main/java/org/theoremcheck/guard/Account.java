package org.theoremcheck.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Verdict;

/** A judgement in words: what a terminal shows, and what a failing test says. */
public final class Account {

    /** Characters of an instance, and numbers of an answer, that are shown; a file has the rest. */
    private static final int SHOWN = 1200;

    private static final int NUMBERS = 12;

    private Account() {}

    /** What was found, in a few words: {@code VIOLATED on 51 of 214 instances}. */
    public static String headline(Judgement judgement) {
        String counted = judgement.verdict() == Verdict.VIOLATED || judgement.verdict() == Verdict.KNOWN_DEVIATION
                ? "on %,d of %,d instances".formatted(judgement.tally().count(Verdict.VIOLATED), judgement.judged())
                : judgement.judged() == 0 ? "" : "on %,d instances".formatted(judgement.judged());
        long apart = judgement.tally().count(Verdict.NOT_APPLICABLE);
        return List.of(judgement.verdict().name(), counted, apart == 0 ? "" : "(%,d not applicable)".formatted(apart))
                .stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Why: the reason, or the counterexample. */
    public static List<String> details(Judgement judgement) {
        List<String> lines = new ArrayList<>();
        if (!judgement.reason().isEmpty()) {
            lines.add(judgement.reason());
        }
        Witness witness = judgement.witness();
        if (witness != null) {
            lines.add("%s, by %.3g %% of its terms: measured %s, bound %s%s"
                    .formatted(
                            judgement.statement(),
                            100 * witness.severity(),
                            Codec.number(witness.measured()),
                            Codec.number(witness.bound()),
                            certificate(witness.certified())));
            lines.add("instance  " + shortened(Codec.write(witness.instance())));
            if (witness.tape() != null) {
                lines.add("answers   "
                        + shortened(witness.tape().episodes().stream()
                                .map(episode ->
                                        episode.stream().map(Account::numbers).collect(Collectors.joining(", ")))
                                .collect(Collectors.joining("; "))));
            }
            judgement
                    .explanation()
                    .ifPresentOrElse(
                            why -> lines.addAll(explained(why)),
                            () -> lines.add("these are the answers of the reference too"));
        }
        return lines;
    }

    private static String certificate(@Nullable Boolean certified) {
        return Boolean.TRUE.equals(certified) ? "; confirmed in exact arithmetic" : "";
    }

    private static List<String> explained(Explanation why) {
        int at = why.firstCoordinate();
        String coordinate = why.given().length == 1 ? "" : " at coordinate " + at;
        return List.of(
                "answer %d is the first to differ%s: %s, the reference answers %s"
                        .formatted(why.answer(), coordinate, at(why.given(), at), at(why.reference(), at)),
                why.slip()
                        .map(slip -> "explained by %s: %s".formatted(slip.id(), slip.title()))
                        .orElse("unexplained: no listed slip gives these answers"));
    }

    private static String at(double[] answer, int coordinate) {
        return coordinate < answer.length ? Codec.number(answer[coordinate]) : "nothing";
    }

    private static String numbers(double[] answer) {
        return Arrays.stream(answer)
                .limit(NUMBERS)
                .mapToObj(Codec::number)
                .collect(Collectors.joining(", ", "[", answer.length > NUMBERS ? ", ...]" : "]"));
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN
                ? text
                : "%s... (%,d characters)".formatted(text.substring(0, SHOWN), text.length());
    }

    /** Headline and details, for one who sees nothing else. */
    public static String message(Judgement judgement) {
        return "%s %s%n%s"
                .formatted(
                        judgement.claim(),
                        headline(judgement),
                        details(judgement).stream().collect(Collectors.joining(System.lineSeparator())));
    }

    /** Seconds, as XML and people want them. */
    static String seconds(Judgement judgement) {
        return String.format(Locale.ROOT, "%.3f", judgement.seconds());
    }
}
