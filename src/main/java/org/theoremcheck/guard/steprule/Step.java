package org.theoremcheck.guard.steprule;

import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Rounding;

/**
 * The first step that is not the reference's, and there the coordinate that is most wrong; where all steps are right, the one that is
 * nearest to the edge of its budget.
 *
 * @param round which step, from 1
 * @param coordinate which coordinate, from 0
 * @param moved xₜ − xₜ₋₁ of the subject
 * @param reference the same of the rule, on the gradients that the subject has seen
 * @param rounding bound on the difference that two correct implementations may have
 * @param magnitude size of the numbers in it, in the unit of doubles
 */
record Step(int round, int coordinate, double moved, double reference, double rounding, double magnitude) {

    /** Between xₜ₋₁ and xₜ: decay and move are added one after the other, or at once, and we subtract. */
    private static final double ADDITIONS = 4;

    /** A gradient is a double, and is rounded by an optimizer that knows only floats; the square of it twice. */
    private static final double GRADIENT = 2;

    /** Plays a course. */
    static Step play(Course course, Subject<Course, Stepper> subject) {
        int dimension = course.start().length;
        Stepper stepper = subject.begin(course);
        Method.Memory memory = course.rule().begin(dimension);
        double[] point = course.start();
        Step worst = new Step(0, 0, 0, 0, Double.MIN_NORMAL, 1);
        for (int t = 1; t <= course.rounds() && !worst.differs(); t++) {
            double[] gradient = course.gradients().at(t, point);
            double[] answer =
                    Misplay.unlessVector(stepper.step(gradient.clone()), dimension, "the point after step " + t);
            Move[] moves = memory.next(point, gradient);
            double error = course.coarseness()
                    * 2
                    * Rounding.gamma(GRADIENT + course.rule().roundings(t));
            double addition = course.coarseness() * Rounding.gamma(ADDITIONS);
            for (int i = 0; i < dimension; i++) {
                double size = Math.abs(point[i]) + Math.abs(answer[i]) + moves[i].size();
                Step step = new Step(
                        t,
                        i,
                        answer[i] - point[i],
                        moves[i].by(),
                        error * moves[i].size() + addition * size + Double.MIN_NORMAL,
                        course.coarseness() * size);
                worst = step.strain() > worst.strain() ? step : worst;
            }
            point = answer.clone();
        }
        return worst;
    }

    private boolean differs() {
        return Math.abs(moved - reference) > rounding;
    }

    /** How far the difference goes beyond its budget; among differences, how wrong. */
    private double strain() {
        double gap = Math.abs(moved - reference);
        return differs() ? 1 + gap / (Math.abs(moved) + Math.abs(reference)) : gap / rounding;
    }
}
