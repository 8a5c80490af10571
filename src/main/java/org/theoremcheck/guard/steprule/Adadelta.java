package org.theoremcheck.guard.steprule;

import static org.theoremcheck.guard.steprule.StepClaim.slip;

import org.theoremcheck.claim.Theorem;

/**
 * Adadelta: x⁺ = x − ηd, d = √(u + ε)/√(v + ε) g, v = ρv + (1 − ρ)g², and then u = ρu + (1 − ρ)d². In the paper η = 1.
 *
 * @param rate η
 * @param decay ρ
 * @param epsilon ε
 */
public record Adadelta(double rate, double decay, double epsilon) implements StepRule, Coordinatewise {

    static final Theorem<Course, Stepper, Step> THEOREM = StepClaim.of(
                    "step-adadelta",
                    "Adadelta moves by −η √(u + ε)/√(v + ε) g",
                    "Zeiler: ADADELTA: An adaptive learning rate method. arXiv:1212.5701, Algorithm 1",
                    in -> new Adadelta(StepClaim.rate(in), StepClaim.kept(in, "decay"), StepClaim.epsilon(in)))
            .control(
                    "adadelta-epsilon-outside",
                    "ε beside the roots",
                    slip(Adadelta.class, rule -> (t, x, g, memory) -> {
                        double root = Math.sqrt(rule.square(g, memory)) + rule.epsilon;
                        return rule.moved((Math.sqrt(memory[1]) + rule.epsilon) / root * g, memory);
                    }))
            .control(
                    "adadelta-inverted",
                    "the quotient is upside down",
                    slip(Adadelta.class, rule -> (t, x, g, memory) -> {
                        double root = Math.sqrt(rule.square(g, memory) + rule.epsilon);
                        return rule.moved(root / Math.sqrt(memory[1] + rule.epsilon) * g, memory);
                    }))
            .control(
                    "adadelta-forgotten",
                    "moves leave no trace in u",
                    slip(
                            Adadelta.class,
                            rule -> (t, x, g, memory) -> Move.by(-rule.rate
                                    * Math.sqrt(rule.epsilon)
                                    / Math.sqrt(rule.square(g, memory) + rule.epsilon)
                                    * g)));

    private double square(double g, double[] memory) {
        memory[0] = decay * memory[0] + (1 - decay) * g * g;
        return memory[0];
    }

    private Move moved(double by, double[] memory) {
        memory[1] = decay * memory[1] + (1 - decay) * by * by;
        return Move.by(-rate * by);
    }

    @Override
    public Move next(int t, double x, double g, double[] memory) {
        double root = Math.sqrt(square(g, memory) + epsilon);
        return moved(Math.sqrt(memory[1] + epsilon) / root * g, memory);
    }

    /** The roundings of a step, and those of the steps before, which u carries on with weights that sum to one. */
    @Override
    public double roundings(int t) {
        return t * (4.0 * t + 16);
    }
}
