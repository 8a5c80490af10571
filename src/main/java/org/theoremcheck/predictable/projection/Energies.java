package org.theoremcheck.predictable.projection;

import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Vectors;

/**
 * The energy X = ‖RΔ‖_F² of projected vectors over the maps of an experiment.
 *
 * @param mean mean of X
 * @param spread mean of (X − P)², cut off at {@link Moments#cap}
 * @param moments what the law of the entries gives for them
 */
record Energies(double mean, double spread, Moments moments) {

    static Energies play(Sketch sketch, Subject<Sketch, Projection> subject) {
        Moments moments = Moments.of(sketch);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < sketch.maps(); i++) {
            double energy = 0;
            for (double[] row : projected(sketch.map(i), subject)) {
                energy += Vectors.squaredNorm(row);
            }
            double off = energy - moments.energy();
            sum += energy;
            squares += Math.min(off * off, moments.cap());
        }
        return new Energies(sum / sketch.maps(), squares / sketch.maps(), moments);
    }

    /** All vectors under one map. */
    static double[][] projected(Sketch sketch, Subject<Sketch, Projection> subject) {
        Projection map = subject.begin(sketch);
        double[][] images = new double[sketch.rows().length][];
        for (int t = 0; t < images.length; t++) {
            double[] image = map.project(sketch.rows()[t].clone());
            images[t] = Misplay.unlessVector(image, sketch.target(), "the projection")
                    .clone();
        }
        return images;
    }

    /**
     * The first two moments of X, with A = ΔΔᵀ the sum of δₜδₜᵀ.
     *
     * @param maps N
     * @param energy P = Σ‖δₜ‖²
     * @param variance V = (2(‖A‖_F² − Σ Aᵢᵢ²) + (κ − 1) Σ Aᵢᵢ²)/k, κ the kurtosis of the entries
     * @param gaussian what V is for Gaussian entries, 2‖A‖_F²/k
     * @param scale c of the {@link TailBound} of a single X
     * @param fourth bound on E (X − P)⁴
     */
    record Moments(int maps, double energy, double variance, double gaussian, double scale, double fourth) {

        /** x at which (X − P)² is cut off. */
        private static final double CUT = 20;

        static Moments of(Sketch sketch) {
            int k = sketch.target();
            int dimension = sketch.dimension();
            double frobenius = 0;
            double diagonal = 0;
            double energy = 0;
            double sumOfNorms = 0;
            for (double[] row : sketch.rows()) {
                double norm = 0;
                for (double value : row) {
                    norm += Math.abs(value);
                }
                sumOfNorms += norm * norm;
            }
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j < dimension; j++) {
                    double entry = 0;
                    for (double[] row : sketch.rows()) {
                        entry += row[i] * row[j];
                    }
                    frobenius += entry * entry;
                    diagonal += i == j ? entry * entry : 0;
                    energy += i == j ? entry : 0;
                }
            }
            double kurtosis = sketch.law().kurtosis();
            double variance = (2 * (frobenius - diagonal) + (kurtosis - 1) * diagonal) / k;
            double gaussian = 2 * frobenius / k;
            if (sketch.law() instanceof EntryLaw.SparseSigns signs) {
                // X is the mean over k rows of R. Each gives at most b = s Σ‖δₜ‖₁² and has a fourth moment of at most
                // b² times its variance.
                double scale = signs.sparsity() * sumOfNorms / (3 * k);
                double fourth = variance * (3 * variance + 9 * scale * scale);
                return new Moments(sketch.maps(), energy, variance, gaussian, scale, fourth);
            }
            // ‖A‖_F stands for its largest eigenvalue, and ‖A‖_F⁴ for Σ sᵢ⁸ in the fourth moment 3V² + 48 Σ sᵢ⁸/k³.
            double fourth = variance * variance * (3 + 12.0 / k);
            return new Moments(sketch.maps(), energy, variance, gaussian, 2 * Math.sqrt(frobenius) / k, fourth);
        }

        /** The tail of the mean of X. */
        TailBound ofMean() {
            return new TailBound(variance / maps, scale / maps, 0);
        }

        /** (√(2Vx) + cx)² at x = 20, which (X − P)² exceeds with probability at most 2e^−20. */
        double cap() {
            double deviation = Math.sqrt(2 * variance * CUT) + scale * CUT;
            return deviation * deviation;
        }

        /**
         * The tail of the mean of (X − P)², by Bernstein: its variance is at most the fourth moment. What is cut off is at most ∫ 2e^−x d((√(2Vx) + cx)²) from 20 on, less than 10⁻⁹ of the cap.
         */
        TailBound ofSpread() {
            return new TailBound(fourth / maps, cap() / (3 * maps), 1e-9 * cap());
        }
    }
}
