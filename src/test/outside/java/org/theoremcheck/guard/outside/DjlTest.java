package org.theoremcheck.guard.outside;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.NotApplicable;
import org.theoremcheck.guard.outside.Judged.Answer;
import org.theoremcheck.guard.steprule.AdamHat;
import org.theoremcheck.guard.steprule.Course;
import org.theoremcheck.guard.steprule.ElementClipping;
import org.theoremcheck.guard.steprule.Momentum;
import org.theoremcheck.guard.steprule.Sgd;
import org.theoremcheck.guard.steprule.StepRule;
import org.theoremcheck.guard.steprule.Stepper;

/**
 * DJL 0.35.1 on PyTorch, in doubles but for the rates, which are floats: {@code optClipGrad} clips from above only. Its Adam is the efficient form; Adagrad, RMSProp and Adadelta
 * are not there for this engine.
 */
class DjlTest {

    @Test
    void negativeGradientsAreNeverClipped() throws IOException {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            Judged judged = Judged.rulesInFloats(course -> begin(course, manager));

            judged.assertAnswers(Map.of(
                    "step-sgd", Answer.HOLDS,
                    "step-momentum", Answer.HOLDS,
                    "step-adam-hat", Answer.HOLDS,
                    "step-element-clipping", Answer.slip("element-clipping-from-above")));
            judged.assertToldInReadme("step-element-clipping");
        }
    }

    private static Optimizer optimizer(StepRule rule) {
        if (rule instanceof Sgd sgd) {
            return Optimizer.sgd()
                    .setLearningRateTracker(Tracker.fixed((float) sgd.rate()))
                    .build();
        }
        if (rule instanceof ElementClipping clipping) {
            return Optimizer.sgd()
                    .setLearningRateTracker(Tracker.fixed((float) clipping.rate()))
                    .optClipGrad((float) clipping.bound())
                    .build();
        }
        if (rule instanceof Momentum ball) {
            return Optimizer.sgd()
                    .setLearningRateTracker(Tracker.fixed((float) ball.rate()))
                    .optMomentum((float) ball.momentum())
                    .build();
        }
        if (rule instanceof AdamHat adam) {
            return Optimizer.adam()
                    .optLearningRateTracker(Tracker.fixed((float) adam.rate()))
                    .optBeta1((float) adam.beta1())
                    .optBeta2((float) adam.beta2())
                    .optEpsilon((float) adam.epsilon())
                    .build();
        }
        throw new NotApplicable("no " + rule);
    }

    /** An array is of the optimizer's engine, and is moved in place. */
    private static Stepper begin(Course course, NDManager manager) {
        Optimizer optimizer = optimizer(course.rule());
        NDManager own = manager.newSubManager();
        Shape shape = new Shape(course.start().length);
        NDArray point = own.zeros(shape, DataType.FLOAT64);
        point.set(course.start());
        return gradient -> {
            try (NDArray slope = own.create(gradient)) {
                optimizer.update("x", point, slope);
                return point.toDoubleArray();
            }
        };
    }
}
