package org.theoremcheck.predictable.regret;

import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.geometry.Geometry;

/** Learners with one thing wrong: the subjects that the regret theorems must refute. */
final class Slips {

    private Slips() {}

    /** One sequence for both steps, the last hint never taken back. */
    static final class HintKept implements Learner {

        private final Geometry geometry;
        private final double step;
        private final double[] played;

        HintKept(Game game) {
            geometry = game.geometry();
            step = game.lastStep();
            played = geometry.mirror(game.start());
        }

        @Override
        public double[] play(double[] hint) {
            geometry.step(played, step, hint, played);
            return geometry.point(played);
        }

        @Override
        public void learn(double[] gradient) {
            geometry.step(played, step, gradient, played);
        }
    }

    /** Two-step mirror descent whose gradient step starts from the point played. */
    static final class FromPlayed implements MirrorLearner {

        private final Geometry geometry;
        private final double step;
        private final double[] played;
        private final double[] anchor;

        FromPlayed(Game game) {
            geometry = game.geometry();
            step = game.lastStep();
            anchor = geometry.mirror(game.start());
            played = anchor.clone();
        }

        @Override
        public double[] play(double[] hint) {
            geometry.step(anchor, step, hint, played);
            return geometry.point(played);
        }

        @Override
        public void learn(double[] gradient) {
            geometry.step(played, step, gradient, anchor);
        }

        @Override
        public double[] secondary() {
            return geometry.point(anchor);
        }
    }

    /** Two-step mirror descent whose hint step starts from the last point played. */
    static final class HintFromPlayed implements Learner {

        private final Geometry geometry;
        private final double step;
        private final double[] played;

        HintFromPlayed(Game game) {
            geometry = game.geometry();
            step = game.lastStep();
            played = geometry.mirror(game.start());
        }

        @Override
        public double[] play(double[] hint) {
            geometry.step(played, step, hint, played);
            return geometry.point(played);
        }

        @Override
        public void learn(double[] gradient) {}
    }

    /** Two-step mirror descent with the hint's sign flipped. */
    static final class FlippedHint implements MirrorLearner {

        private final TwoStep descent;

        FlippedHint(Game game) {
            descent = new TwoStep(game);
        }

        @Override
        public double[] play(double[] hint) {
            double[] flipped = new double[hint.length];
            for (int i = 0; i < hint.length; i++) {
                flipped[i] = -hint[i];
            }
            return descent.play(flipped);
        }

        @Override
        public void learn(double[] gradient) {
            descent.learn(gradient);
        }

        @Override
        public double[] secondary() {
            return descent.secondary();
        }
    }

    /** One-step mirror descent that does not move for the first hint, and takes it back all the same. */
    static final class FirstHintIgnored implements Learner {

        private final OneStep descent;
        private double[] ignored = new double[0];

        FirstHintIgnored(Game game) {
            descent = new OneStep(game);
        }

        @Override
        public double[] play(double[] hint) {
            if (ignored.length > 0) {
                return descent.play(hint);
            }
            ignored = hint.clone();
            return descent.play(new double[hint.length]);
        }

        @Override
        public void learn(double[] gradient) {
            double[] rest = new double[gradient.length];
            for (int i = 0; i < rest.length; i++) {
                rest[i] = gradient[i] - ignored[i];
                ignored[i] = 0;
            }
            descent.learn(rest);
        }
    }

    /** A leader that forgets all gradients but the last. */
    static final class Forgetful implements Learner {

        private final Geometry geometry;
        private final double step;
        private final double[] origin;
        private double[] last;

        Forgetful(Game game) {
            geometry = game.geometry();
            step = game.lastStep();
            origin = geometry.origin(game.dimension());
            last = new double[game.dimension()];
        }

        @Override
        public double[] play(double[] hint) {
            double[] slope = new double[hint.length];
            for (int i = 0; i < slope.length; i++) {
                slope[i] = last[i] + hint[i];
            }
            double[] played = origin.clone();
            geometry.step(origin, step, slope, played);
            return geometry.point(played);
        }

        @Override
        public void learn(double[] gradient) {
            last = gradient.clone();
        }
    }

    /** Steps that adapt, with the hint's sign flipped. */
    static final class AdaptiveFlipped implements Learner {

        private final AdaptiveStep learner;

        AdaptiveFlipped(Game game) {
            learner = new AdaptiveStep(game);
        }

        @Override
        public double[] play(double[] hint) {
            return learner.play(Vectors.scaled(-1, hint));
        }

        @Override
        public void learn(double[] gradient) {
            learner.learn(gradient);
        }
    }

    /** Two-step mirror descent that clips gradients and hints to length 1: no longer homogeneous. */
    static final class Clipped implements Learner {

        private final TwoStep learner;

        Clipped(Game game) {
            learner = new TwoStep(game);
        }

        @Override
        public double[] play(double[] hint) {
            return learner.play(clipped(hint));
        }

        @Override
        public void learn(double[] gradient) {
            learner.learn(clipped(gradient));
        }

        private static double[] clipped(double[] v) {
            return Vectors.scaled(Math.min(1, 1 / Vectors.norm(v)), v);
        }
    }
}
