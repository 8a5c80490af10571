package org.theoremcheck.guard.process;

import java.time.Duration;

/** Ways in which a process can go wrong, as commands for a shell, and what is said of them. */
enum Misbehaviour {
    HANGS("sleep 1000", Reason.LATE),
    HANGS_WITH_CHILDREN("sleep 1000 & sleep 1000 & wait", Reason.LATE),
    HANGS_AND_HEEDS_NO_SIGNAL("trap '' TERM INT HUP; while :; do sleep 1; done", Reason.LATE),
    LEAVES_AN_ORPHAN_THAT_HOLDS_THE_PIPE("(sleep 1000 &); exit 3", Reason.LATE + "|exited with code 3"),
    LEAVES_AN_ORPHAN_IN_A_SESSION_OF_ITS_OWN(
            "setsid sleep 1000 < /dev/null > /dev/null 2>&1 & exit 3", "exited with code 3"),
    FALLS_SILENT_AFTER_HELLO("read hello; echo '{\"version\": 1}'; sleep 1000", Reason.LATE),
    FALLS_SILENT_WITHIN_A_LINE("read hello; printf '{\"vers'; sleep 1000", Reason.LATE),
    CRASHES("echo 'it hurts' >&2; exit 7", "exited with code 7"),
    IS_KILLED("kill -9 $$", "exited with code 137"),
    LEAVES_IN_ORDER("exit 0", "exited with code 0"),
    DOES_NOT_EXIST("no-such-command-anywhere", "exited with code 127"),
    CRASHES_IN_A_STEP(Dialogue.stepping("exit 9"), "exited with code 9"),
    CLOSES_ITS_OUTPUT("exec >&-; sleep 1000", "its output was closed while it runs on"),
    GREETS_BEFORE_IT_IS_ASKED("echo 'Loading model'; sleep 1000", "'Loading model"),
    NEVER_ENDS_A_LINE("head -c 1073741824 /dev/zero | tr '\\0' x", "a line of more than 16 MiB: 'xxx|'xxx.* unasked"),
    NEVER_ENDS("yes", "answered 'y' to 'hello'|said 'y.* unasked"),
    SPEAKS_NO_UTF8("read hello; printf '\\377\\376\\n'; sleep 1000", "answered '\uFFFD\uFFFD' to 'hello'"),
    SPEAKS_NO_JSON(Dialogue.stepping("echo 'nan nan'"), "answered 'nan nan' to 'step', expected a list of numbers"),
    ANSWERS_NULL(Dialogue.stepping("echo null"), "answered 'null' to 'step', expected a list of numbers"),
    ANSWERS_A_NUMBER(Dialogue.stepping("echo 3"), "answered '3' to 'step', expected a list of numbers"),
    ANSWERS_NOT_A_NUMBER(Dialogue.stepping("echo '[NaN]'"), "has NaN at coordinate 0, expected a finite number"),
    ANSWERS_INFINITY(Dialogue.stepping("echo '[-Infinity]'"), "has -Infinity at coordinate 0"),
    ANSWERS_IN_ANOTHER_DIMENSION(Dialogue.stepping("echo '[1, 2, 3]'"), "has dimension 3, expected 1"),
    ANSWERS_TWICE(Dialogue.stepping("echo '[0]'; echo '[0]'"), "said '\\[0\\].* unasked|answered '\\[0\\]' to"),
    ANSWERS_ANOTHER_EPISODE(
            "read hello; echo '{\"version\": 1}'; read begin; echo '{\"episode\": 99}'; sleep 1000",
            "answered \\{\"episode\":99} to 'begin', expected \\{\"episode\": 1}"),
    FLOODS_ITS_STANDARD_ERROR("head -c 5000000 /dev/zero >&2; exit 5", "exited with code 5");

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final String command;
    private final String reason;

    Misbehaviour(String command, String reason) {
        this.command = command;
        this.reason = reason;
    }

    String command() {
        return command;
    }

    /** A pattern of part of what is said; of two things, the one that was seen first. */
    String reason() {
        return reason;
    }

    /** Short where nothing but time will end it; long where a slow machine must not be taken for a silent process. */
    Limits limits() {
        boolean silent = reason.startsWith(Reason.LATE);
        return new Limits(silent ? SHORT : LONG, silent ? SHORT.multipliedBy(2) : LONG);
    }

    private static final class Reason {
        static final String LATE = "no answer within 0\\.|the 0.1 s for the claim are over";
    }

    /** A process that gets everything right but its steps. */
    private static final class Dialogue {

        static String stepping(String step) {
            return """
                    while read -r line; do
                      case "$line" in
                        *hello*) echo '{"version": 1}' ;;
                        *begin*) echo "{\\"episode\\": $(expr "$line" : '.*"episode":\\([0-9]*\\)')}" ;;
                        *) %s ;;
                      esac
                    done
                    """.formatted(step);
        }
    }
}
