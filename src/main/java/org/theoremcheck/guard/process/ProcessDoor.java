package org.theoremcheck.guard.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.NotApplicable;
import org.theoremcheck.claim.Role;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.guard.Capabilities;
import org.theoremcheck.guard.Door;

/**
 * A process that answers lines of JSON with lines of JSON, one each:
 *
 * <pre>
 *   {"hello": 1}                                                       {"version": 1}
 *   {"call": "begin", "episode": 7, "claim": ..., "instance": ...}     {"episode": 7}  or  {"notApplicable": "no momentum here"}
 *   {"call": "step", "with": [[0.5, -2.0]]}                            [0.95, 0.2]
 * </pre>
 *
 * <p>The first number is the version of this protocol. Any hello may be answered with more: a {@code name}, and objects
 * {@code notApplicable} and {@code knownDeviation} with reasons by claim; it may come again, to see whether both sides are still in step. An episode ends where the next one
 * begins. A method that returns nothing is answered null; its answer is read with the next one, so that whoever learns and then plays is
 * waited for once. A process that breaks down is started anew for the next instance, {@link #TRIES} times a claim.
 */
public final class ProcessDoor implements Door {

    /** The version of the protocol. */
    public static final int VERSION = 1;

    /** How often a process may break down in a claim. */
    static final int TRIES = 3;

    /** Calls without an answer that are sent before their answers are read: few enough for their answers to fit into a pipe. */
    private static final int AHEAD = 64;

    private final String command;
    private final Limits limits;
    private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();
    private final Queue<String> unread = new ArrayDeque<>();
    private @Nullable Child child;
    private Capabilities capabilities = Capabilities.ALL;
    /** The end of the standard error of the process before. */
    private String aside = "";

    private int episode;
    private int breakdowns;
    private @Nullable Breakdown last;
    private long begun = System.nanoTime();

    private record Hello(int hello) {}

    private record Begin(String call, int episode, String claim, String role, Object instance) {}

    private record Invocation(String call, List<Object> with) {}

    /**
     * The process that the command starts.
     *
     * @param command for a shell
     * @throws IllegalArgumentException if it speaks another version of the protocol
     */
    public ProcessDoor(String command, Limits limits) {
        this.command = command;
        this.limits = limits;
        try {
            process();
        } catch (Breakdown broken) {
            // Each claim will try again, and say so.
        }
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public <I, S, E> Subject<I, S> open(Claim<I, S, E> claim) {
        Class<S> role = claim.setting().role();
        begun = System.nanoTime();
        breakdowns = 0;
        aside = "";
        return instance -> whole(() -> begin(claim.id(), role, instance));
    }

    @Override
    public double left() {
        return breakdowns >= TRIES
                ? 0
                : (double) time().toNanos() / limits.claim().toNanos();
    }

    private Duration time() {
        return limits.claim().minusNanos(System.nanoTime() - begun);
    }

    /** The time for an answer: never more than is left for the claim. */
    private Duration patience() {
        Duration left = requireTime();
        return left.compareTo(limits.answer()) < 0 ? left : limits.answer();
    }

    private Duration requireTime() {
        Duration left = time();
        if (left.isNegative()) {
            throw new Breakdown("the %s s for the claim are over"
                    .formatted(Codec.number(limits.claim().toMillis() / 1e3)));
        }
        return left;
    }

    @Override
    public void settle() {
        if (child != null) {
            begun = System.nanoTime();
            whole(() -> {
                hello(process());
                return true;
            });
        }
    }

    @Override
    public String aside() {
        String errors = child == null ? "" : child.errors();
        return errors.isEmpty() ? aside : errors;
    }

    /** A part of the conversation; where it breaks down, the process is ended. */
    private <T> T whole(Part<T> part) {
        try {
            return part.speak();
        } catch (Breakdown broken) {
            breakdowns++;
            last = broken;
            close();
            throw broken;
        }
    }

    private interface Part<T> {
        T speak();
    }

    private Child process() {
        Child running = child;
        if (running == null) {
            running = new Child(command);
            child = running;
            unread.clear();
            unsent.reset();
            try {
                hello(running);
            } catch (Breakdown | IllegalArgumentException refused) {
                close();
                throw refused;
            }
        }
        return running;
    }

    private void hello(Child running) {
        say(new Hello(VERSION));
        String expected = "{\"version\": %d}".formatted(VERSION);
        JsonNode answer = object(receive(running, requireTime()), "hello", expected);
        JsonNode version = answer.path("version");
        if (!version.isInt()) {
            throw new Breakdown("answered %s to 'hello', expected %s".formatted(answer, expected));
        }
        if (version.intValue() != VERSION) {
            throw new IllegalArgumentException(
                    "the subject speaks version %s of the protocol, expected %d".formatted(version, VERSION));
        }
        capabilities = new Capabilities(reasons(answer.path("notApplicable")), reasons(answer.path("knownDeviation")));
    }

    private static Map<String, String> reasons(JsonNode byClaim) {
        Map<String, String> reasons = new TreeMap<>();
        byClaim.properties()
                .forEach(entry -> reasons.put(entry.getKey(), entry.getValue().asText()));
        return reasons;
    }

    private <S> S begin(String claim, Class<S> role, Object instance) {
        if (breakdowns >= TRIES && last != null) {
            throw last;
        }
        Child running = process();
        int ours = ++episode;
        say(new Begin("begin", ours, claim, role.getSimpleName(), instance));
        String expected = "{\"episode\": %d}".formatted(ours);
        JsonNode answer = object(receive(running, patience()), "begin", expected);
        if (answer.has("notApplicable")) {
            throw new NotApplicable(answer.path("notApplicable").asText());
        }
        if (answer.path("episode").asInt() != ours) {
            throw new Breakdown("answered %s to 'begin', expected %s: does it say more, or less, than a line an answer?"
                    .formatted(answer, expected));
        }
        return Role.played(role, (method, arguments) -> {
            if (episode != ours || child != running) {
                throw new IllegalStateException("episode %d is over".formatted(ours));
            }
            say(new Invocation(method.getName(), Arrays.asList(arguments)));
            if (method.getReturnType() == void.class) {
                unread.add(method.getName());
                if (unread.size() == AHEAD) {
                    whole(() -> catchUp(running));
                }
                return null;
            }
            return whole(
                    () -> Role.returned(method.getReturnType(), Answers.numbers(receive(running, patience()), method)));
        });
    }

    private void say(Object message) {
        unsent.writeBytes(Codec.write(message).getBytes(StandardCharsets.UTF_8));
        unsent.write('\n');
    }

    /** Sends what was said, and reads the answers to calls that return nothing: the number of them. */
    private int catchUp(Child running) {
        int count = unread.size();
        running.send(unsent.toByteArray(), patience());
        unsent.reset();
        while (!unread.isEmpty()) {
            Answers.nothing(running.receive(patience()), unread.remove());
        }
        return count;
    }

    /** The answer to what was said last; nothing else may have been said. */
    private byte[] receive(Child running, Duration limit) {
        if (unread.isEmpty() && running.hasMore()) {
            throw new Breakdown("said %s unasked: it answers a line to a line, and nothing else on its standard output"
                    .formatted(running.surplus()));
        }
        catchUp(running);
        return running.receive(limit);
    }

    private static JsonNode object(byte[] line, String what, String expected) {
        try {
            JsonNode answer = Codec.read(new String(line, StandardCharsets.UTF_8), JsonNode.class);
            if (answer.isObject()) {
                return answer;
            }
        } catch (IllegalArgumentException malformed) {
            // Shown below as it is.
        }
        throw new Breakdown("answered %s to '%s', expected %s".formatted(Excerpt.of(line), what, expected));
    }

    @Override
    public void close() {
        Child ending = child;
        child = null;
        if (ending != null) {
            ending.close();
            aside = ending.errors();
        }
    }
}
