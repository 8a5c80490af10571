package org.theoremcheck.predictable.stationarity;

/**
 * The role of a descent method that is told a direction. Start and step are those of the problem for which it was begun. The array
 * handed in is the method's to use until it returns.
 */
public interface Descender {

    /** θₜ₊₁ for the proxy direction mₜ; t = 0 at the first call. */
    double[] step(double[] proxy);
}
