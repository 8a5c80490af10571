package example;

import org.theoremcheck.claim.NotApplicable;
import org.theoremcheck.guard.junit.Charter;
import org.theoremcheck.guard.junit.Contract;
import org.theoremcheck.guard.steprule.Course;
import org.theoremcheck.guard.steprule.Momentum;
import org.theoremcheck.guard.steprule.Stepper;

/** The heavy ball with a slip: the velocity takes in (1 - momentum) times the gradient. */
class HeavyBallTest implements Contract {

    private static final class HeavyBall implements Stepper {

        private final double[] point;
        private final double[] velocity;
        private final Momentum rule;

        HeavyBall(Course course) {
            if (!(course.rule() instanceof Momentum momentum)) {
                throw new NotApplicable("a heavy ball");
            }
            rule = momentum;
            point = course.start().clone();
            velocity = new double[point.length];
        }

        @Override
        public double[] step(double[] gradient) {
            for (int i = 0; i < point.length; i++) {
                velocity[i] = rule.momentum() * velocity[i] + (1 - rule.momentum()) * gradient[i];
                point[i] -= rule.rate() * velocity[i];
            }
            return point.clone();
        }
    }

    @Override
    public Charter<?, ?> charter() {
        return Charter.of(Course.class, Stepper.class, HeavyBall::new).counting(1, 1000);
    }
}
