package org.theoremcheck.claim;

/** The subject broke the rules of its role: an answer of the wrong dimension, NaN, or a point outside the domain. */
public final class Misplay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason what was answered, when, and what was expected */
    public Misplay(String reason) {
        super(reason, null, false, false);
    }

    /** Returns the answer if it is a finite vector of the dimension expected. */
    public static double[] unlessVector(double[] answer, int dimension, String what) {
        if (answer == null || answer.length != dimension) {
            throw new Misplay("%s has dimension %s, expected %d"
                    .formatted(what, answer == null ? "none" : answer.length, dimension));
        }
        for (int i = 0; i < dimension; i++) {
            if (!Double.isFinite(answer[i])) {
                throw new Misplay("%s has %s at coordinate %d, expected a finite number".formatted(what, answer[i], i));
            }
        }
        return answer;
    }
}
