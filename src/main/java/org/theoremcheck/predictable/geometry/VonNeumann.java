package org.theoremcheck.predictable.geometry;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Stable;
import org.theoremcheck.numeric.Vectors;

/**
 * Φ(X) = tr X ln X on the spectraplex {X ⪰ 0, tr X = 1} of symmetric matrices: λ = 1 in the trace norm, dual norm the spectral one.
 * A matrix of order n is a vector of length n(n + 1)/2, its lower triangle row by row with off-diagonal entries times √2. The mirror
 * image of a point is its matrix logarithm, up to a multiple of the identity.
 */
public record VonNeumann() implements Geometry {

    @Override
    public double modulus() {
        return 1;
    }

    /** Eigenvalues by orthogonal transformations. */
    @Override
    public double normError(int dimension) {
        return 32 * dimension;
    }

    @Override
    public boolean fits(int dimension) {
        return Spectrum.order(dimension) > 0;
    }

    @Override
    public double norm(double[] v) {
        return Vectors.sumNorm(Spectrum.of(v).values());
    }

    @Override
    public double squaredDualDistance(double[] a, double[] b) {
        double[] difference = Vectors.difference(a, b);
        Spectrum spectrum = Spectrum.of(difference);
        double largest = Math.max(spectrum.largest(), -spectrum.smallest());
        return largest * largest;
    }

    @Override
    public double[] mirror(double[] point) {
        return Spectrum.of(point).map(StrictMath::log);
    }

    /** exp(L)/tr exp(L), shifted by the largest eigenvalue. */
    @Override
    public double[] point(double[] mirror) {
        Spectrum spectrum = Spectrum.of(mirror);
        double largest = spectrum.largest();
        double sum = 0;
        for (double value : spectrum.values()) {
            sum += StrictMath.exp(value - largest);
        }
        double trace = sum;
        return spectrum.map(value -> StrictMath.exp(value - largest) / trace);
    }

    /**
     * With eigenvalues κᵢ, μⱼ and eigenvectors vᵢ, wⱼ of x and y: Σ ⟨vᵢ, wⱼ⟩² (κᵢ ln(κᵢ/μⱼ) − κᵢ + μⱼ), a sum of terms that are not
     * negative.
     */
    @Override
    public double divergence(double[] x, double[] y) {
        if (java.util.Arrays.equals(x, y)) {
            return 0;
        }
        Spectrum at = Spectrum.of(x);
        Spectrum from = Spectrum.of(y);
        double sum = 0;
        for (int i = 0; i < at.values().length; i++) {
            for (int j = 0; j < from.values().length; j++) {
                double cosine = Vectors.dot(at.vectors()[i], from.vectors()[j]);
                double to = Math.max(at.values()[i], 0);
                sum += cosine * cosine * Stable.kullbackLeibler(to, Math.max(from.values()[j], Double.MIN_NORMAL));
            }
        }
        return sum;
    }

    /**
     * Eigenvalues and angles are known to a multiple of n²u and not relative to themselves, so that a divergence of size γ² is good to
     * n²u/γ: to 10⁻⁶ where the matrices are a relative 10⁻⁸ apart. Runs have divergences of size 10⁻⁶ or more, or 0.
     */
    @Override
    public double divergenceError(int dimension) {
        return 1e5 * dimension;
    }

    /** ln n + Σ λᵢ ln λᵢ. */
    @Override
    public double potential(double[] x) {
        double[] values = Spectrum.of(x).values();
        double sum = 0;
        for (double value : values) {
            sum += Stable.kullbackLeibler(Math.max(value, 0), 1.0 / values.length);
        }
        return sum;
    }

    /** −ln of the smallest eigenvalue, at the projector on its eigenvector. */
    @Override
    public double supDivergence(double[] y) {
        return -StrictMath.log(Spectrum.of(y).smallest());
    }

    @Override
    public double largestDivergence(int dimension) {
        return dimension == 1 ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public double diameter(int dimension) {
        return dimension == 1 ? 0 : 2;
    }

    /** The projector on an eigenvector of the smallest eigenvalue. */
    @Override
    public double[] bestResponse(double[] total) {
        Spectrum spectrum = Spectrum.of(total);
        double smallest = spectrum.smallest();
        double[] values = new double[spectrum.values().length];
        int index = 0;
        while (spectrum.values()[index] != smallest) {
            index++;
        }
        values[index] = 1;
        return new Spectrum(values, spectrum.vectors()).map(value -> value);
    }

    /** The larger of the smallest eigenvalue below 0 and what the trace misses. */
    @Override
    public double outside(double[] point) {
        Spectrum spectrum = Spectrum.of(point);
        double trace = 0;
        for (double value : spectrum.values()) {
            trace += value;
        }
        double outside = Math.max(Math.abs(trace - 1), -spectrum.smallest());
        return outside <= Rounding.gamma(64.0 * point.length) ? 0 : outside;
    }

    @Override
    public boolean affine() {
        return true;
    }

    private static double logarithms(double[] start, double drift, double slope) {
        double smallest = Math.max(Spectrum.of(start).smallest(), Double.MIN_NORMAL);
        return -StrictMath.log(smallest) + drift + slope;
    }

    /** Product and difference in each entry; the first image is the logarithm of a matrix off by a multiple of n u. */
    @Override
    public double residual(double[] start, double farthest, double drift, double slope) {
        double smallest = Math.max(Spectrum.of(start).smallest(), Double.MIN_NORMAL);
        int entries = start.length;
        return Rounding.UNIT
                * (2 * slope + 2 * Math.sqrt(entries) * logarithms(start, drift, slope) + 16 * entries / smallest);
    }

    /** The eigenvalues of the image are off by n u times its size, as relative errors of the weights; on a spectrum of sum 1. */
    @Override
    public double pointError(int dimension) {
        return 1024 * dimension;
    }

    /** Unbounded near the boundary, where a point says little of its logarithm. */
    @Override
    public double pointResidual(double[] start, double drift, double slope) {
        double error = Rounding.UNIT * pointError(start.length) * StrictMath.exp(2 * logarithms(start, drift, slope));
        return error < 1 ? error / (1 - error) : Double.POSITIVE_INFINITY;
    }

    /** tr X ln X − tr X ln Y − tr X + tr Y. */
    @Override
    public Enclosure exactDivergence(double[] x, double[] y) {
        EnclosedSpectrum at = EnclosedSpectrum.of(Enclosures.of(x));
        EnclosedSpectrum from = EnclosedSpectrum.of(Enclosures.of(y));
        return at.entropy().minus(from.crossEntropy(at)).minus(at.trace()).plus(from.trace());
    }

    @Override
    public Enclosure exactPotential(double[] x) {
        EnclosedSpectrum at = EnclosedSpectrum.of(Enclosures.of(x));
        return at.entropy().plus(Enclosure.of(Spectrum.order(x.length)).log());
    }

    @Override
    public Enclosure exactSquaredNorm(Enclosure[] v) {
        return EnclosedSpectrum.of(v).traceNorm().squared();
    }

    @Override
    public Enclosure exactSquaredDualNorm(Enclosure[] v) {
        return EnclosedSpectrum.of(v).spectralNorm().squared();
    }
}
