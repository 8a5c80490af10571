package org.theoremcheck.guard.steprule;

import static org.theoremcheck.claim.Term.term;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Vectors;

/** What the claims about step rules share. */
final class StepClaim {

    /** Budgets are near 10⁻¹³ of the numbers in a step, in doubles; in floats both are so much larger. */
    private static final double RESOLUTION = 1e-9;

    private static final int DIMENSIONS = 4;
    private static final int ROUNDS = 8;

    private static final Compare<Step> STATEMENT = Compare.compare(term("moved", "x⁺ − x", Step::moved))
            .equalTo(term("reference", "the move of the rule", Step::reference))
            .within(
                    RESOLUTION,
                    "γ-bounds of the rule's operations on numbers that do not cancel, for the subject and for the reference, "
                            + "and of the additions to x",
                    Step::rounding,
                    Step::magnitude);

    private StepClaim() {}

    /** "The implementation moves as its rule says", at every step. */
    static Theorem<Course, Stepper, Step> of(
            String id, String title, String source, Function<Draw, ? extends StepRule> rule) {
        return of(id, title, source, in -> in.integer("dimension", 1, DIMENSIONS), (in, dimension) -> rule.apply(in));
    }

    /** Part of a course, once the dimension is known. */
    interface Drawing<T> {
        T draw(Draw in, int dimension);
    }

    /** The same about a rule that is not defined in every dimension. */
    static Theorem<Course, Stepper, Step> of(
            String id,
            String title,
            String source,
            Function<Draw, Integer> dimension,
            Drawing<? extends StepRule> rule) {
        return Theorem.theorem(
                id,
                title,
                new Source(List.of(), "the update as published", "", List.of(source)),
                new Setting<>(
                        id,
                        "An optimizer is told a gradient at each step, from a list or of a quadratic at the point where it is, and moves",
                        Course.class,
                        Stepper.class,
                        List.of(
                                family(id, "equal", dimension, rule, (in, size) -> new double[size], StepClaim::equal),
                                family(id, "listed", dimension, rule, StepClaim::start, StepClaim::listed),
                                family(id, "sparse", dimension, rule, StepClaim::start, StepClaim::sparse),
                                family(id, "quadratic", dimension, rule, StepClaim::start, StepClaim::quadratic)),
                        List.of(),
                        Reference::of,
                        Step::play,
                        Optional.empty()),
                STATEMENT,
                Tightness.NONE);
    }

    /** The claim about the same rule with one slip. */
    static <R extends StepRule> Alteration<Course, Stepper, Step> method(Class<R> type, Function<R, Method> wrong) {
        return Alteration.subject(course ->
                new Reference(course, wrong.apply(type.cast(course.rule())).begin(course.start().length)));
    }

    /** The same for a rule that looks at one coordinate at a time. */
    static <R extends StepRule> Alteration<Course, Stepper, Step> slip(
            Class<R> type, Function<R, Coordinatewise> wrong) {
        return method(type, wrong::apply);
    }

    private static Family<Course> family(
            String id,
            String name,
            Function<Draw, Integer> dimension,
            Drawing<? extends StepRule> rule,
            Drawing<double[]> start,
            Drawing<Gradients> gradients) {
        return Family.drawn(id + "/" + name, name, in -> {
            int size = dimension.apply(in);
            return new Course(
                    rule.draw(in, size),
                    start.draw(in, size),
                    gradients.draw(in, size),
                    in.integer("rounds", 1, ROUNDS));
        });
    }

    private static double[] start(Draw in, int size) {
        return in.gaussians("start", 0, size);
    }

    /** One number everywhere, for ever. */
    private static Gradients equal(Draw in, int size) {
        double entry = in.oneOf("entry", List.of(1.0, -1.0, 0x1p-10, 16.0, -16.0));
        return new Gradients.Listed(new double[][] {Vectors.filled(size, entry)});
    }

    private static Gradients listed(Draw in, int size) {
        double[][] rows = new double[in.integer("rounds", 1, ROUNDS)][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = in.gaussians("gradient", t, size);
        }
        return new Gradients.Listed(rows);
    }

    /** Entries −1, 0 and 1 times a power of two: signs that change, and memories that fade. */
    private static Gradients sparse(Draw in, int size) {
        double scale = in.oneOf("scale", List.of(1.0, 0x1p-10, 0x1p4));
        double[][] rows = new double[in.integer("rounds", 1, ROUNDS)][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = Vectors.map(in.uniforms("gradient", t, size, -1.5, 1.5), entry -> scale * Math.rint(entry));
        }
        return new Gradients.Listed(rows);
    }

    private static Gradients quadratic(Draw in, int size) {
        return new Gradients.Quadratic(in.uniforms("curvature", 0, size, 0.25, 2), in.gaussians("center", 0, size));
    }

    /** η: a few numbers that a float holds exactly. */
    static double rate(Draw in) {
        return in.oneOf("rate", List.of(0.5, 0.125, 0x1p-7));
    }

    /** A share that memories keep. */
    static double kept(Draw in, String name) {
        return in.oneOf(name, List.of(0.5, 0.875, 0.9375));
    }

    /** A share that slow memories keep. */
    static double keptLonger(Draw in, String name) {
        return in.oneOf(name, List.of(0.75, 0.984375, 0x1p0 - 0x1p-10));
    }

    /** What is added to a denominator: too small to matter, or large enough to tell where. */
    static double epsilon(Draw in) {
        return in.oneOf("epsilon", List.of(0x1p-4, 0x1p-10, 0x1p-27));
    }
}
