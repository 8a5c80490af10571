package org.theoremcheck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.guard.Account;
import org.theoremcheck.guard.Explanation;
import org.theoremcheck.guard.Judgement;

/** Judgements for a terminal, and for programs. */
final class GuardText {

    private GuardText() {}

    record Answer(List<Line> claims) {}

    record Line(
            String claim,
            String verdict,
            boolean expected,
            String reason,
            long instances,
            @Nullable Witness witness,
            @Nullable Difference difference,
            String standardError,
            double seconds) {}

    record Difference(int answer, double[] given, double[] reference, Explanation.@Nullable Slip slip) {
        static Difference of(Explanation why) {
            return new Difference(
                    why.answer(), why.given(), why.reference(), why.slip().orElse(null));
        }
    }

    static Answer line(List<Judgement> judgements) {
        return new Answer(judgements.stream()
                .map(judgement -> new Line(
                        judgement.claim(),
                        judgement.verdict().name(),
                        judgement.expected(),
                        judgement.reason(),
                        judgement.judged(),
                        judgement.witness(),
                        judgement.explanation().map(Difference::of).orElse(null),
                        judgement.aside(),
                        judgement.seconds()))
                .toList());
    }

    /**
     * Prints judgements.
     *
     * @param folder where counterexamples are kept
     * @param suite the jar that claims come from beside those of the program, without which they cannot be replayed
     */
    static void print(PrintWriter out, List<Judgement> judgements, Path folder, @Nullable Path suite) {
        int widest = judgements.stream()
                .mapToInt(judgement -> judgement.claim().length())
                .max()
                .orElse(0);
        for (Judgement judgement : judgements) {
            out.printf(
                    "%s %-" + widest + "s  %s%n",
                    judgement.expected() ? " " : "!",
                    judgement.claim(),
                    Account.headline(judgement));
            Account.details(judgement).forEach(detail -> out.println("    " + detail));
            if (judgement.witness() != null) {
                out.println("    java -jar theoremcheck.jar replay " + (suite == null ? "" : "--suite " + suite + " ")
                        + file(folder, judgement));
            }
            if (!judgement.expected() && !judgement.aside().isBlank()) {
                out.println("    standard error:");
                judgement.aside().lines().forEach(line -> out.println("      " + line));
            }
        }
        long right = judgements.stream().filter(Judgement::expected).count();
        out.printf("%d of %d claims as they should be%n", right, judgements.size());
    }

    /** Where the counterexample of a judgement is kept. */
    static Path file(Path folder, Judgement judgement) {
        return folder.resolve(judgement.claim() + ".json");
    }
}
