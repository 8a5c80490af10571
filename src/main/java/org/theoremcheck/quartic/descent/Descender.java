package org.theoremcheck.quartic.descent;

/** The role of a descent method that knows f*. Start, short step and schedule are those of the problem for which it was begun. */
public interface Descender {

    /**
     * The next point; at the first call the method stands at the start.
     *
     * @param excess f(x) − f̂ where the method stands, f̂ being what it is told about f*; without cancellation where f̂ = f*
     * @param gradient ∇f(x), nonzero; the method's to use until it returns
     */
    double[] step(double excess, double[] gradient);
}
