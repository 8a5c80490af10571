package org.theoremcheck.predictable.stationarity;

import java.util.Arrays;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor;

/** Problems whose function and proxies are multiplied by a number, and whose step is divided by it. */
final class Scaled {

    private Scaled() {}

    static Problem by(Problem problem, double factor) {
        return new Problem(
                objective(problem.objective(), factor),
                problem.infimum() * factor,
                problem.start(),
                problem.step() / factor,
                proxy(problem.proxy(), factor),
                problem.rounds(),
                problem.balance());
    }

    private static Objective objective(Objective objective, double factor) {
        if (objective instanceof Separable separable) {
            return new Separable(separable.profile(), Vectors.scaled(factor, separable.weights()));
        }
        Network network = (Network) objective;
        return new Network(network.amplitude() * factor, network.units(), network.inputs(), network.targets());
    }

    private static Proxy proxy(Proxy proxy, double factor) {
        if (proxy instanceof Proxy.Noisy noisy) {
            return new Proxy.Noisy(noisy.factor(), rows(noisy.noise(), factor));
        }
        Proxy.History history = (Proxy.History) proxy;
        Predictor predictor = history.predictor() instanceof Predictor.Announced announced
                ? new Predictor.Announced(rows(announced.hints(), factor))
                : history.predictor();
        return new Proxy.History(predictor, Vectors.scaled(factor, history.first()));
    }

    private static double[][] rows(double[][] rows, double factor) {
        return Arrays.stream(rows).map(row -> Vectors.scaled(factor, row)).toArray(double[][]::new);
    }
}
