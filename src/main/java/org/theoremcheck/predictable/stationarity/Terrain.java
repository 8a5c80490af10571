package org.theoremcheck.predictable.stationarity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.numeric.Vectors;

/** An objective to draw problems on, by the name under which its instances are counted. */
enum Terrain {
    QUADRATIC,
    COSINE,
    LOGARITHM,
    HUBER,
    SIGMOID,
    NETWORK;

    /** Sizes of gradients: squares of the last two are near the ends of the doubles. */
    private static final List<Double> AMPLITUDES = List.of(1.0, 1.0, 1.0, 1e3, 1e150, 1e-160);

    /** The group of its families: the name in small letters. */
    String group() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether all curvature is that of a quadratic around the minimizer 0, so that the bounds are attained there. */
    boolean round() {
        return this != SIGMOID && this != NETWORK;
    }

    /** An objective. */
    Objective objective(Draw in) {
        double amplitude = in.oneOf("amplitude", AMPLITUDES);
        return this == NETWORK ? network(in, amplitude) : separable(in, amplitude);
    }

    /** Targets are out of reach, |y| > k > |o|: near interpolation a gradient would be all rounding. */
    private static Network network(Draw in, double amplitude) {
        int units = in.integer("units", 1, 2);
        int rows = in.integer("rows", 1, 3);
        int width = in.integer("width", 1, 2);
        double[][] inputs = new double[rows][];
        double[] targets = in.signs("label", 0, rows);
        double[] beyond = in.uniforms("beyond", 0, rows, 0.25, 1);
        for (int i = 0; i < rows; i++) {
            inputs[i] = in.gaussians("input", i, width);
            targets[i] *= units + beyond[i];
        }
        return new Network(amplitude, units, inputs, targets);
    }

    private Separable separable(Draw in, double amplitude) {
        int dimension = in.integer("dimension", 1, 5);
        return in.oneOf("isotropic", List.of(true, false))
                ? isotropic(amplitude, dimension)
                : new Separable(profile(), Vectors.scaled(amplitude, in.uniforms("weight", 0, dimension, 0.01, 1)));
    }

    /** c Σ φ(θᵢ), on all terrains but the network. */
    Separable isotropic(double amplitude, int dimension) {
        double[] weights = new double[dimension];
        Arrays.fill(weights, amplitude);
        return new Separable(profile(), weights);
    }

    /** The profile of the same name. */
    private Profile profile() {
        return Profile.valueOf(name());
    }

    /** How far from the minimizer the objective is a quadratic, or within 10⁻⁶ of one. */
    double roundness() {
        return this == QUADRATIC || this == HUBER ? 1 : 1e-3;
    }

    /** Most rounds of a problem: a network costs more. */
    int longest() {
        return this == NETWORK ? 8 : 25;
    }
}
