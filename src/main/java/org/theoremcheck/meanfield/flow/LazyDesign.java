package org.theoremcheck.meanfield.flow;

/**
 * A Gaussian X that is never formed, exact in law: only what has been asked of it is drawn, given what was asked before (Lu: Householder
 * Dice, arXiv 2101.07464). For K products each way O((n + d)K²) instead of O(ndK), in (2n + d)K numbers.
 *
 * <p>The columns of U are orthonormal directions in which Xu is known, those of V orthonormal directions in which Xᵀv is known. Given
 * all that, what X does beside both is Gaussian and independent of it. So a new v ⟂ V has
 * <pre>
 *   Xᵀv = U(XU)ᵀv + (I − UUᵀ)h,   h ~ N(0, I/d) fresh.
 * </pre>
 * The last part is ϱu with ‖u‖ = 1, and u is taken into U at once. It is orthogonal to all earlier Xᵀv, hence
 * <pre>
 *   Xu = ϱv + (I − VVᵀ)h,   h ~ N(0, I/d) fresh in ℝⁿ.
 * </pre>
 * Now every Xᵀv lies in the span of U and every combination of them has its image at hand: vectors in ℝᵈ are held by their coordinates in
 * U, and the response S = VᵀXU is all that Xᵀg needs. A direction of length 0 adds nothing, and nothing is drawn beside a U or V that
 * fills its space.
 */
final class LazyDesign implements Design {

    private final Experiment experiment;
    private final double spread;

    /** U. */
    private final Frame directions;

    /** XU. */
    private final Columns images;

    /** V. */
    private final Frame probes;

    /** S by rows. */
    private final double[][] response;

    /**
     * Nothing is known yet.
     *
     * @throws IllegalArgumentException if the entries are not Gaussian
     */
    LazyDesign(Experiment experiment) {
        if (experiment.entries() != EntryLaw.GAUSSIAN) {
            throw new IllegalArgumentException(
                    "a design that is drawn as it is needed has Gaussian entries, got " + experiment.entries());
        }
        this.experiment = experiment;
        spread = 1 / Math.sqrt(experiment.dimension());
        int units = experiment.model().loss().units();
        int probed = units * experiment.model().steps();
        int explored = experiment.model().loss().teachers() + units + probed;
        directions = new Frame(explored, experiment.dimension());
        images = new Columns(explored, experiment.samples());
        probes = new Frame(probed, experiment.samples());
        response = new double[probed][];
    }

    @Override
    public double[][] coordinates(double[][] vectors) {
        double[][] coordinates = new double[vectors.length][];
        for (int j = 0; j < vectors.length; j++) {
            coordinates[j] = directions.span(Pieces.of(vectors[j]));
            if (directions.size() > images.count()) {
                images.add(imageBesideProbes());
            }
        }
        return coordinates;
    }

    @Override
    public Pieces[] vectors(double[][] coordinates) {
        return directions.times(coordinates);
    }

    @Override
    public Pieces[] times(double[][] coordinates) {
        return images.times(coordinates);
    }

    @Override
    public double[][] transposedTimes(Pieces[] g) {
        double[][] products = new double[g.length][directions.capacity()];
        for (int j = 0; j < g.length; j++) {
            int known = probes.size();
            double[] coordinates = probes.span(g[j]);
            if (probes.size() > known) {
                response[known] = response(known);
            }
            for (int b = 0; b < probes.size(); b++) {
                for (int a = 0; a < directions.size(); a++) {
                    products[j][a] += coordinates[b] * response[b][a];
                }
            }
        }
        return products;
    }

    /** The coordinates of Xᵀv for the v that came last. Where it leaves U, U takes in the direction and XU its image. */
    private double[] response(int probe) {
        double[] response = images.products(probes.last());
        int known = directions.size();
        double[] drawn = directions.span(gaussian("direction", probe, experiment.dimension()));
        if (directions.size() > known) {
            response[known] = drawn[known];
            Pieces image = imageBesideProbes();
            image.add(drawn[known], probes.last());
            images.add(image);
        }
        return response;
    }

    /** (I − VVᵀ)h in ℝⁿ. */
    private Pieces imageBesideProbes() {
        if (probes.full()) {
            return new Pieces(experiment.samples());
        }
        Pieces image = gaussian("image", images.count(), experiment.samples());
        probes.project(image);
        return image;
    }

    private Pieces gaussian(String part, int index, int length) {
        return Pieces.gaussian(experiment.stream(part, index), spread, length);
    }
}
