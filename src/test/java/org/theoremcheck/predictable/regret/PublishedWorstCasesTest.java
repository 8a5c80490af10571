package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.theoremcheck.predictable.regret.Games.at;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.geometry.Domain;
import org.theoremcheck.predictable.geometry.Euclidean;

/**
 * The bounds without hints against the worst cases that PEPit publishes (Goujaud, Moucer, Glineur, Hendrickx, Taylor, Dieuleveut: Mathematical
 * Programming Computation 16, 2024): examples/online_learning/online_gradient_descent.py and online_follow_regularized_leader.py, where losses
 * are M-Lipschitz, the domain has diameter D, the step is D/(M√n), and the regret after n rounds is at most M D √n.
 */
class PublishedWorstCasesTest {

    /** What both files print, from a semidefinite program, for M = 1, D = ½, n = 2. */
    private static final double COMPUTED = 0.707107;

    /** Gradients −M eₜ, one axis after another, against u = (D/√n)(1, …, 1), which is where n steps of D/(M√n) lead. */
    private static Game game(double lipschitz, double diameter, int rounds) {
        double root = Math.sqrt(rounds);
        double[][] gradients = new double[rounds][rounds];
        for (int t = 0; t < rounds; t++) {
            gradients[t][t] = -lipschitz;
        }
        return new Game(
                new Euclidean(new Domain.Space()),
                new double[rounds],
                new Steps.Constant(diameter / (lipschitz * root)),
                new Adversary.Linear(gradients),
                RegretSetting.ZERO,
                at(Vectors.filled(rounds, diameter / root)),
                rounds);
    }

    /** Without hints on R^d the three algorithms are one. */
    static Stream<Claim<Game, ?, ?>> claims() {
        return Stream.of(RegretTwoStep.THEOREM, RegretOneStep.THEOREM, RegretFtrl.THEOREM)
                .map(Theorem::claim);
    }

    static Stream<Arguments> exactGames() {
        return claims().flatMap(claim -> Stream.of(
                Arguments.of(claim, 1, 1, 1),
                Arguments.of(claim, 1, 0.5, 4),
                Arguments.of(claim, 2, 3, 16),
                Arguments.of(claim, 0.25, 8, 64)));
    }

    /** Numbers of rounds with a whole root, so that nothing is rounded. */
    @ParameterizedTest
    @MethodSource("exactGames")
    <S, E> void theBoundIsThatOfPEPitAndIsAttained(
            Claim<Game, S, E> claim, double lipschitz, double diameter, int rounds) {
        Finding finding =
                claim.judge(game(lipschitz, diameter, rounds), claim.setting().reference());

        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.measured()).isEqualTo(finding.bound()).isEqualTo(lipschitz * diameter * Math.sqrt(rounds));
    }

    @ParameterizedTest
    @MethodSource("claims")
    <S, E> void theNumberThatPEPitComputedIsAttained(Claim<Game, S, E> claim) {
        Finding finding = claim.judge(game(1, 0.5, 2), claim.setting().reference());

        // Six digits are printed.
        assertThat(finding.bound()).isCloseTo(COMPUTED, within(0.5e-6));
        assertThat(finding.measured()).isCloseTo(COMPUTED, within(0.5e-6));
    }
}
