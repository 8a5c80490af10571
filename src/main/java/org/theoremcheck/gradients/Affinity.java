package org.theoremcheck.gradients;

import org.theoremcheck.numeric.Vectors;

/** The Gram matrix K = (⟨gᵢ, gⱼ⟩) of gradients. */
final class Affinity {

    private Affinity() {}

    /** Of rows that are kept: Kᵢᵢ, Σ_{j≠i} Kᵢⱼ = ⟨gᵢ, Σ gⱼ⟩ − ‖gᵢ‖², and Σ Kᵢⱼ² = ‖GᵀG‖²_F less the diagonal. */
    static QuadraticForm of(Kept kept, Workers workers) {
        double[] total = new double[kept.width()];
        for (double[] gradient : kept.gradients()) {
            for (int i = 0; i < total.length; i++) {
                total[i] += gradient[i];
            }
        }
        double[] energies = new double[kept.count()];
        double[] beside = new double[kept.count()];
        for (int row = 0; row < kept.count(); row++) {
            energies[row] = Vectors.squaredNorm(kept.gradients()[row]);
            beside[row] = Vectors.dot(kept.gradients()[row], total) - energies[row];
        }
        double squares = Gram.of(kept.gradients(), workers).squaredNorm();
        return new QuadraticForm(energies, beside, Math.max(0, squares - Vectors.squaredNorm(energies)));
    }
}
