package org.theoremcheck.claim;

/**
 * What one judgement found.
 *
 * @param verdict what it says
 * @param measured the left side, or the statistic
 * @param bound the right side, or the critical value
 * @param budget rounding that the comparison allows for
 * @param severity how wrong, as a fraction of the sum of the absolute terms: positive exactly where violated, always finite
 * @param reason empty, or why the verdict is not a matter of numbers
 */
public record Finding(Verdict verdict, double measured, double bound, double budget, double severity, String reason) {

    /** A finding without numbers. */
    public static Finding without(Verdict verdict, String reason) {
        return new Finding(verdict, Double.NaN, Double.NaN, 0, verdict == Verdict.VIOLATED ? 1 : -1, reason);
    }

    /** measured/bound where the bound is positive and a million times the rounding budget, else NaN. */
    public double ratio() {
        return bound > 0 && budget <= 1e-6 * bound ? measured / bound : Double.NaN;
    }

    /** bound − measured. */
    public double slack() {
        return bound - measured;
    }

    /** The same numbers under another verdict. */
    public Finding as(Verdict other, String why) {
        return new Finding(other, measured, bound, budget, severity, why);
    }
}
