package org.theoremcheck.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * The answers of a subject, episode by episode, in the order in which they were given. One proxy records every role, one replays
 * it: a role's methods return a vector, a number, or nothing.
 *
 * @param episodes for each episode, each answer as a vector: a number is a vector of one, nothing is left out
 */
public record Tape(List<List<double[]>> episodes) {

    public Tape {
        episodes = episodes.stream().map(List::copyOf).toList();
    }

    /**
     * A subject that behaves as the given one and leaves a copy of every answer.
     *
     * @param role interface of the role
     * @param subject whose answers are recorded
     * @param reel where each episode adds its list of answers
     */
    public static <I, S> Subject<I, S> recording(Class<S> role, Subject<I, S> subject, List<List<double[]>> reel) {
        return instance -> {
            S live = subject.begin(instance);
            List<double[]> answers = new ArrayList<>();
            reel.add(answers);
            return Role.played(role, (method, arguments) -> {
                Object answer = method.invoke(live, arguments);
                if (answer instanceof double[] vector) {
                    answers.add(vector.clone());
                } else if (method.getReturnType() == double[].class) {
                    // No vector at all: replayed as one without coordinates, which no role allows either.
                    answers.add(new double[0]);
                } else if (answer instanceof Number number) {
                    answers.add(new double[] {number.doubleValue()});
                }
                return answer;
            });
        };
    }

    /** A subject that gives the recorded answers, whatever it is asked. */
    public <I, S> Subject<I, S> replaying(Class<S> role) {
        int[] begun = {0};
        return instance -> {
            int episode = begun[0]++;
            if (episode >= episodes.size()) {
                throw new OutOfAnswers(episode, 0);
            }
            List<double[]> answers = episodes.get(episode);
            int[] given = {0};
            return Role.played(role, (method, arguments) -> {
                Class<?> type = method.getReturnType();
                if (type == void.class) {
                    return null;
                }
                if (given[0] == answers.size()) {
                    throw new OutOfAnswers(episode, given[0]);
                }
                return Role.returned(type, answers.get(given[0]++).clone());
            });
        };
    }
}
