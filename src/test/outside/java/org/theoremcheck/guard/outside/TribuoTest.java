package org.theoremcheck.guard.outside;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.NotApplicable;
import org.theoremcheck.guard.outside.Judged.Answer;
import org.theoremcheck.guard.steprule.Adadelta;
import org.theoremcheck.guard.steprule.Adagrad;
import org.theoremcheck.guard.steprule.AdamHat;
import org.theoremcheck.guard.steprule.Course;
import org.theoremcheck.guard.steprule.Momentum;
import org.theoremcheck.guard.steprule.Nesterov;
import org.theoremcheck.guard.steprule.RmsProp;
import org.theoremcheck.guard.steprule.Sgd;
import org.theoremcheck.guard.steprule.StepRule;
import org.theoremcheck.guard.steprule.Stepper;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.optimisers.AdaDelta;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.math.optimisers.Adam;
import org.tribuo.math.optimisers.RMSProp;
import org.tribuo.math.optimisers.SGD;

/** Tribuo 4.3.2: Adam multiplies by √v + ε where it has to divide; the others are right. */
class TribuoTest {

    @Test
    void allButAdamMoveAsTheirRulesSay() throws IOException {
        Judged judged = Judged.rules(TribuoTest::begin);

        judged.assertAnswers(Map.of(
                "step-sgd", Answer.HOLDS,
                "step-momentum", Answer.HOLDS,
                "step-nesterov", Answer.HOLDS,
                "step-adagrad", Answer.HOLDS,
                "step-rmsprop", Answer.HOLDS,
                "step-adadelta", Answer.HOLDS,
                "step-adam", Answer.slip("adam-hat-product"),
                "step-adam-hat", Answer.slip("adam-hat-multiplied")));
        judged.assertToldInReadme("step-adam-hat");
    }

    private static StochasticGradientOptimiser optimiser(StepRule rule) {
        if (rule instanceof Sgd sgd) {
            return SGD.getSimpleSGD(sgd.rate());
        }
        if (rule instanceof Momentum ball) {
            return SGD.getSimpleSGD(ball.rate(), ball.momentum(), SGD.Momentum.STANDARD);
        }
        if (rule instanceof Nesterov nesterov) {
            return SGD.getSimpleSGD(nesterov.rate(), nesterov.momentum(), SGD.Momentum.NESTEROV);
        }
        if (rule instanceof Adagrad adagrad) {
            return new AdaGrad(adagrad.rate(), adagrad.epsilon());
        }
        if (rule instanceof RmsProp prop) {
            return new RMSProp(prop.rate(), prop.decay(), prop.epsilon(), 0);
        }
        if (rule instanceof Adadelta delta) {
            return new AdaDelta(delta.decay(), delta.epsilon());
        }
        if (rule instanceof org.theoremcheck.guard.steprule.Adam adam) {
            return new Adam(adam.rate(), adam.beta1(), adam.beta2(), adam.epsilon());
        }
        if (rule instanceof AdamHat adam) {
            return new Adam(adam.rate(), adam.beta1(), adam.beta2(), adam.epsilon());
        }
        throw new NotApplicable("Tribuo has no " + rule);
    }

    /** Tribuo's optimizers return what is to be subtracted, for parameters that are a matrix of one row. */
    private static Stepper begin(Course course) {
        StochasticGradientOptimiser optimiser = optimiser(course.rule());
        double[] point = course.start().clone();
        LinearParameters parameters = new LinearParameters(new DenseMatrix(1, point.length));
        optimiser.initialise(parameters);
        // A rate of its own is what AdaDelta does not have.
        double rate = course.rule() instanceof Adadelta delta ? delta.rate() : 1;
        return gradient -> {
            Tensor[] moves = optimiser.step(
                    new Tensor[] {
                        DenseMatrix.createDenseMatrix(new DenseVector[] {DenseVector.createDenseVector(gradient)})
                    },
                    1);
            DenseMatrix move = (DenseMatrix) moves[0];
            for (int i = 0; i < point.length; i++) {
                point[i] -= rate * move.get(0, i);
            }
            return point.clone();
        };
    }
}
