package org.theoremcheck.predictable.stationarity;

import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Rounding;

/** Plays a problem and sums all terms of the stationarity bounds as the steps go by. */
final class DescentReferee implements Referee<Problem, Descender, Trace> {

    @Override
    public Trace play(Problem problem, Subject<Problem, Descender> subject) {
        Sums sums = new Sums(problem);
        Rollout.play(problem, subject, sums);
        return sums.trace();
    }

    private static final class Sums implements Rollout.Observer {

        private final Problem problem;
        private final Objective objective;
        private final int rounds;
        private final double unit;
        private final double relativeStep;
        private final double sign;
        private final double[] gradient;
        private final double[] proxy;
        private double gradients;
        private double path;
        private double moves;
        private double young;
        private double ahead;
        private double behind;
        private double unsquared;
        private double logged;
        private double firstError;
        private double pathBeforeLast;
        private double earlier;
        private double lastGradient;
        private double lastMove;
        private double initial;
        private double beforeLast;
        private double end;
        private double ofValues;
        private double ofVectors;
        private double gradientError;

        Sums(Problem problem) {
            this.problem = problem;
            objective = problem.objective();
            rounds = problem.rounds();
            unit = problem.unit();
            relativeStep = problem.relativeStep();
            sign = relativeStep < 1 ? -1 : 1;
            gradient = new double[problem.dimension()];
            proxy = new double[problem.dimension()];
        }

        @Override
        public void round(int round, double[] point, double[] newGradient, double[] newProxy) {
            boolean moving = round < rounds;
            double previousError = gradientError;
            double ofGradient = 0;
            double ofProxy = 0;
            double ofError = 0;
            double ofYoung = 0;
            double toNext = 0;
            double toLast = 0;
            double missed = 0;
            for (int i = 0; i < gradient.length; i++) {
                double g = newGradient[i] / unit;
                double m = newProxy[i] / unit;
                double delta = g - m;
                double balanced = problem.balance() * g + sign * delta;
                double next = gradient[i] - m;
                double last = g - proxy[i];
                // The subject's step is θ − fl(ηm), rounded: as if the proxy were off by that much.
                double rounding = proxy[i] == 0
                        ? 0
                        : Rounding.UNIT * (Math.abs(point[i] / problem.step() / unit) + Math.abs(proxy[i]));
                ofGradient += g * g;
                ofProxy += m * m;
                ofError += delta * delta;
                ofYoung += balanced * balanced;
                toNext += next * next;
                toLast += last * last;
                missed += rounding * rounding;
                gradient[i] = g;
                proxy[i] = m;
            }
            gradientError = objective.gradientError(point, Math.sqrt(ofGradient), unit);
            // Σ‖v + ε‖² − ‖v‖² ≤ 2‖v‖‖ε‖ + ‖ε‖² for each of g, δ and m, and of L η m against gₜ₊₁ − gₜ where that is
            // the proxy error.
            double sizes = Math.sqrt(ofGradient) + Math.sqrt(ofProxy) + Math.sqrt(lastMove) + Math.sqrt(lastGradient);
            double errors = gradientError + previousError + Math.sqrt(missed);
            ofVectors += 4 * (sizes + errors) * errors;
            if (round > 0) {
                ahead += toNext;
                behind += toLast;
            }
            if (round == 0) {
                initial = excess(point);
                firstError = ofError;
            }
            if (round == rounds - 1) {
                beforeLast = excess(point);
            }
            if (!moving) {
                end = excess(point);
                return;
            }
            gradients += ofGradient;
            earlier = pathBeforeLast;
            pathBeforeLast = path;
            path += ofError;
            moves += ofProxy;
            young += ofYoung;
            unsquared += Math.sqrt(ofError) / unit;
            logged += problem.proxy() instanceof Proxy.Noisy noisy
                    ? (1 - noisy.factor()) * (1 - noisy.factor()) * ofGradient
                    : ofError;
            lastGradient = ofGradient;
            lastMove = ofProxy;
        }

        /** (F − F_*)/η. */
        private double excess(double[] point) {
            double value = objective.value(point, unit);
            double scale = Math.abs(problem.step()) * unit;
            double infimum = problem.infimum() / unit;
            double cancelled = 4 * Rounding.UNIT * (value + Math.abs(infimum));
            ofValues += 2 * (objective.valueError(point, value, unit) + cancelled) / scale;
            return (value - infimum) / (problem.step() * unit);
        }

        Trace trace() {
            double magnitude = gradients + path + moves + 2 * Math.abs(initial);
            double sums = Rounding.gamma(gradient.length + rounds + 8.0)
                    * (magnitude + 2 * Math.abs(end) + 2 * Math.abs(beforeLast));
            // Products that underflow are off by less than the smallest normal number together.
            double rounding = sums + ofVectors + ofValues + Double.MIN_NORMAL;
            return new Trace(
                    gradients,
                    lastGradient,
                    initial,
                    beforeLast,
                    end,
                    path,
                    pathBeforeLast,
                    firstError,
                    moves,
                    lastMove,
                    relativeStep,
                    problem.balance(),
                    young,
                    new Trace.Variants(earlier, ahead, behind, unsquared, logged),
                    rounding,
                    magnitude);
        }
    }
}
