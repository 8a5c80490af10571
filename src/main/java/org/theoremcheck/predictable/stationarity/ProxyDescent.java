package org.theoremcheck.predictable.stationarity;

/** Proxy descent: θₜ₊₁ = θₜ − η mₜ. */
public final class ProxyDescent implements Descender {

    private final double step;
    private final double[] point;

    public ProxyDescent(Problem problem) {
        step = problem.step();
        point = problem.start().clone();
    }

    @Override
    public double[] step(double[] proxy) {
        for (int i = 0; i < point.length; i++) {
            point[i] -= step * proxy[i];
        }
        return point;
    }
}
