package org.theoremcheck.guard.steprule;

/** Follows a rule. */
final class Reference implements Stepper {

    private final Method.Memory memory;
    private final double[] point;

    Reference(Course course, Method.Memory memory) {
        this.memory = memory;
        point = course.start().clone();
    }

    /** The rule of the course. */
    static Stepper of(Course course) {
        return new Reference(course, course.rule().begin(course.start().length));
    }

    @Override
    public double[] step(double[] gradient) {
        Move[] moves = memory.next(point, gradient);
        for (int i = 0; i < point.length; i++) {
            point[i] += moves[i].by();
        }
        return point.clone();
    }
}
