package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.theoremcheck.predictable.regret.Games.at;
import static org.theoremcheck.predictable.regret.Games.gradients;
import static org.theoremcheck.predictable.regret.Games.hints;
import static org.theoremcheck.predictable.regret.Games.line;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.predictable.geometry.Domain;
import org.theoremcheck.predictable.geometry.Euclidean;

class LearnersTest {

    private static final Game TOWARDS_THE_EDGE =
            line(new Euclidean(new Domain.Box(-1, 1)), 0, 0.5, gradients(-3, 1, 1), hints(0, -1, 2), at(1), 3);

    @Test
    void twoStepsMoveTheAnchorByGradientsAndThePointByHints() {
        // y: 0, 1 (clipped from 1.5), 0.5; x = clip(y − m/2)
        assertThat(points(TOWARDS_THE_EDGE, TwoStep::new)).containsExactly(0.0, 1.0, -0.5);
    }

    @Test
    void oneStepMovesByTheSurpriseAndTheNextHint() {
        // x₀ = 0; x₁ = clip(0 − (−3 − 0 − 1)/2) = 1; x₂ = clip(1 − (1 + 1 + 2)/2) = −1
        assertThat(points(TOWARDS_THE_EDGE, OneStep::new)).containsExactly(0.0, 1.0, -1.0);
    }

    @Test
    void theLeaderLooksAtTheSumOfAllGradients() {
        // x = clip(−(G + m)/2) with G = 0, −3, −2 and m = 0, −1, 2
        assertThat(points(TOWARDS_THE_EDGE, OptimisticLeader::new)).containsExactly(0.0, 1.0, 0.0);
    }

    @Test
    void allThreePlayTheSamePointsWhereNoConstraintIsActive() {
        for (Family<Game> family : Games.steady(Arena.EUCLID, Arena.ENTROPY)) {
            for (int index = 0; index < 200; index++) {
                Game game = fromCentre(family.draw(3, index));
                List<Double> two = points(game, TwoStep::new);
                List<Double> one = points(game, OneStep::new);
                List<Double> leader = points(game, OptimisticLeader::new);
                for (int i = 0; i < two.size(); i++) {
                    double size = 1 + Math.abs(two.get(i));
                    assertThat(one.get(i)).isCloseTo(two.get(i), within(1e-11 * size));
                    assertThat(leader.get(i)).isCloseTo(two.get(i), within(1e-11 * size));
                }
            }
        }
    }

    @Test
    void aLearnerThatReusesItsAnswerIsSeenAsItAnswered() {
        Subject<Game, Learner> scribbling = game -> new Learner() {
            private final double[] point = {0};

            @Override
            public double[] play(double[] hint) {
                point[0] = 0;
                return point;
            }

            @Override
            public void learn(double[] gradient) {
                point[0] = 99;
                gradient[0] = 99;
            }
        };

        assertThat(points(TOWARDS_THE_EDGE, scribbling)).containsExactly(0.0, 0.0, 0.0);
    }

    @Test
    void aPointOutsideTheDomainIsAViolationThatNamesTheRound() {
        Finding finding = RegretTwoStep.THEOREM.claim().judge(TOWARDS_THE_EDGE, answering(1.25));

        assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(finding.reason()).isEqualTo("the point of round 0 lies outside the domain by 0.25");
    }

    @Test
    void anAnswerThatIsNotANumberIsAViolationThatNamesTheCoordinate() {
        Finding finding = RegretTwoStep.THEOREM.claim().judge(TOWARDS_THE_EDGE, answering(Double.NaN));

        assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(finding.reason())
                .isEqualTo("the point of round 0 has NaN at coordinate 0, expected a finite number");
    }

    @Test
    void anAnswerOfAnotherDimensionIsAViolationThatNamesBoth() {
        Finding finding = RegretTwoStep.THEOREM.claim().judge(TOWARDS_THE_EDGE, answering(0, 0));

        assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(finding.reason()).isEqualTo("the point of round 0 has dimension 2, expected 1");
    }

    private static Subject<Game, Learner> answering(double... point) {
        return game -> new Learner() {
            @Override
            public double[] play(double[] hint) {
                return point;
            }

            @Override
            public void learn(double[] gradient) {}
        };
    }

    private static Game fromCentre(Game game) {
        return new Game(
                game.geometry(),
                Arena.centre(game.geometry(), game.dimension()),
                game.steps(),
                game.adversary(),
                game.predictor(),
                game.comparator(),
                game.rounds());
    }

    private static List<Double> points(Game game, Subject<Game, ? extends Learner> subject) {
        List<Double> points = new ArrayList<>();
        Match.play(game, subject.begin(game), (round, hint, point, gradient) -> {
            for (double coordinate : point) {
                points.add(coordinate);
            }
        });
        return points;
    }
}
