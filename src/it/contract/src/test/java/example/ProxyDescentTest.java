package example;

import org.theoremcheck.guard.junit.Charter;
import org.theoremcheck.guard.junit.Contract;
import org.theoremcheck.predictable.stationarity.Descender;
import org.theoremcheck.predictable.stationarity.Problem;

/** Descent along any direction, held to what arXiv 2601.04270 promises of it. */
class ProxyDescentTest implements Contract {

    /** θ⁺ = θ − ηm. */
    private static final class ProxyDescent implements Descender {

        private final double[] point;
        private final double step;

        ProxyDescent(Problem problem) {
            point = problem.start().clone();
            step = problem.step();
        }

        @Override
        public double[] step(double[] proxy) {
            for (int i = 0; i < point.length; i++) {
                point[i] -= step * proxy[i];
            }
            return point.clone();
        }
    }

    @Override
    public Charter<?, ?> charter() {
        return Charter.of(Problem.class, Descender.class, ProxyDescent::new).counting(4, 4000);
    }
}
