package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.preconditioner.Diagonal;

/** The search finds the worst data for a fixed preconditioner: the constant of quadratic-distance is not only attained by hand. */
class DistanceSearchTest {

    @ParameterizedTest
    @ValueSource(doubles = {10, 100})
    void theBestOfTenStartsComesWithinOnePercentOfTheConstant(double condition) {
        Claim<Problem, ?, ?> claim = claim();
        Family<Problem> family = Family.drawn("search/" + condition, "search", in -> problem(in, condition));
        double best = 0;
        for (int start = 0; start < 10; start++) {
            best = Math.max(best, climbed(claim, family, start));
        }

        assertThat(best).isBetween(0.99, 1 + 1e-9);
    }

    private static <S, E> double climbed(Claim<Problem, S, E> claim, Family<Problem> family, int start) {
        Candidate<Problem> from = Candidate.of(claim, family, 17, start, Map.of());
        return new Climber(17, 1000).climb(claim, from).finding().ratio();
    }

    /** One sample of three features, which one step of η = 1/(xPxᵀ) fits. */
    private static Problem problem(Draw in, double condition) {
        double[] weights = {1, StrictMath.exp(in.uniform("weight", 0, 1) * StrictMath.log(condition)), condition};
        double[] x = in.gaussians("x", 0, 3);
        double along = 0;
        for (int i = 0; i < 3; i++) {
            along += x[i] * weights[i] * x[i];
        }
        return Problems.sample(x, 1, new Diagonal(weights), 1 / along, 1);
    }

    @SuppressWarnings("unchecked")
    private static Claim<Problem, ?, ?> claim() {
        return (Claim<Problem, ?, ?>)
                Whole.catalogue().find("quadratic-distance").orElseThrow();
    }
}
