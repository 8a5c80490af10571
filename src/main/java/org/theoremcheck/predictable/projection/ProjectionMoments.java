package org.theoremcheck.predictable.projection;

import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.predictable.projection.ProjectionSetting.saying;

import java.util.List;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/**
 * The mean and the variance of a projected path length.
 *
 * <p><b>Setting.</b> Vectors δₜ = gₜ − mₜ with P = Σ‖δₜ‖² and A = Σ δₜδₜᵀ; R ∈ R^{k×d} with independent centred entries of variance 1/k and
 * kurtosis κ: 3 for Gaussians, s for signs of which 1/s are not 0.
 *
 * <p><b>Algorithm.</b> {@link RandomProjection}: X = Σ‖Rδₜ‖².
 *
 * <p><b>Claim.</b> E X = P ({@link #UNBIASED}), and ({@link #VARIANCE})
 * <pre>
 *   Var X  =  (2(‖A‖_F² − Σ Aᵢᵢ²) + (κ − 1) Σ Aᵢᵢ²)/k
 * </pre>
 * which is (2/k) Σ sᵢ⁴ for Gaussians, sᵢ the singular values of (δₜ); so X/P has standard deviation √(2/(k r_eff)), r_eff = P²/Σ sᵢ⁴.
 *
 * <p><b>Constant.</b> X is the mean over k independent quadratic forms rᵀAr with entries of variance 1.
 *
 * <p><b>Hypotheses.</b> None beyond the law of the entries.
 *
 * <p><b>Rounding.</b> Far below the tests' resolution of about one per cent.
 *
 * <p><b>Tests.</b> The mean of X over 20,000 maps, against a {@link TailBound}: of Laurent and Massart for Gaussians, of Bernstein for signs, for
 * which a row of R gives at most s Σ‖δₜ‖₁². For the variance the mean of (X − P)², cut off at what X exceeds with probability 2e^−20, against
 * Bernstein's bound with a fourth moment of at most 3V² + 48 Σ sᵢ⁸/k³ for Gaussians and 3V² + (s Σ‖δₜ‖₁²)² V/k² for signs. So both shares are proved at this
 * sample size, and the tests are conservative: their units are larger than standard errors.
 *
 * <p><b>Tightness.</b> Equalities.
 *
 * <p><b>References.</b> Achlioptas 2003; Laurent and Massart 2000; Boucheron, Lugosi and Massart 2013.
 */
final class ProjectionMoments {

    private static final Setting<Sketch, Projection, Energies> SETTING = setting();

    static final Theorem<Sketch, Projection, Energies> UNBIASED = Theorem.theorem(
                    "projection-unbiased",
                    "A projected path length is right on average",
                    ProjectionSetting.SOURCE,
                    SETTING,
                    TailBound.test("Z of (mean ‖RΔ‖_F² − P)", energies -> offMean(energies, 1)),
                    Tightness.NONE)
            .control(
                    "unbiased-smaller",
                    "P at 0.9 of its size",
                    saying(TailBound.test("Z of (mean ‖RΔ‖_F² − 0.9 P)", energies -> offMean(energies, 0.9))))
            .control("unbiased-scale", "entries of variance 1/(k + 1)", subject(Slips.ONE_TOO_MANY));

    static final Theorem<Sketch, Projection, Energies> VARIANCE = Theorem.theorem(
                    "projection-variance",
                    "The variance of a projected path length",
                    ProjectionSetting.SOURCE,
                    SETTING,
                    TailBound.test(
                            "Z of (mean (‖RΔ‖_F² − P)² − V)",
                            energies -> energies.moments()
                                    .ofSpread()
                                    .score(energies.spread(), energies.moments().variance())),
                    Tightness.NONE)
            .control(
                    "variance-gaussian",
                    "the variance of Gaussian entries, whatever their law",
                    saying(TailBound.test(
                            "Z of (mean (‖RΔ‖_F² − P)² − 2‖A‖_F²/k)",
                            energies -> energies.moments()
                                    .ofSpread()
                                    .score(energies.spread(), energies.moments().gaussian()))))
            .control("variance-one-row", "entries that are not independent: k equal rows", subject(Slips.ONE_ROW));

    private ProjectionMoments() {}

    private static Setting<Sketch, Projection, Energies> setting() {
        Referee<Sketch, Projection, Energies> referee = Energies::play;
        return ProjectionSetting.projected(
                "projected path lengths",
                "Vectors projected by 20,000 independent maps to 16 numbers; entries Gaussian or sparse signs",
                List.of(Sketches.gaussian(), Sketches.sparse()),
                referee);
    }

    private static double offMean(Energies energies, double factor) {
        Energies.Moments moments = energies.moments();
        return moments.ofMean().score(energies.mean(), factor * moments.energy());
    }
}
