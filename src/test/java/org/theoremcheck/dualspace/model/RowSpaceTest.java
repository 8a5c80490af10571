package org.theoremcheck.dualspace.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.Problems.Size;
import org.theoremcheck.numeric.Enclosure;

class RowSpaceTest {

    private static Problem problem(int index) {
        return Problems.draw(
                new Draw(5, "row-space-test", index),
                new Size(8, 24, 3, 30, 3),
                Kind.GRADIENT_DESCENT,
                Problems::convergent,
                List.of(Loss.SQUARED));
    }

    @Test
    void thePseudoInverseIsThatOfTheOtherLibraryAndOfExactElimination() {
        for (int index = 0; index < 60; index++) {
            Problem problem = problem(index);
            DMatrixRMaj residual = problem.initial().residual();
            RowSpace space = RowSpace.of(problem);
            DMatrixRMaj way = space.pseudoInverse(residual);
            double allowed = space.error() * Matrices.norm(residual) / problem.smallest();

            Enclosure[][] exact = ExactState.pseudoInverse(problem, ExactState.of(residual));
            assertThat(ExactState.norm(ExactState.minus(exact, ExactState.of(way)))
                            .high())
                    .isLessThanOrEqualTo(new BigDecimal(allowed));

            var other = new SingularValueDecomposition(new Array2DRowRealMatrix(problem.design()))
                    .getSolver()
                    .getInverse();
            double[][] rows = new double[residual.numRows][residual.numCols];
            for (int i = 0; i < residual.data.length; i++) {
                rows[i / residual.numCols][i % residual.numCols] = residual.data[i];
            }
            double[][] expected = other.multiply(new Array2DRowRealMatrix(rows)).getData();
            assertThat(Matrices.distance(way, new DMatrixRMaj(expected))).isLessThanOrEqualTo(20 * allowed);
        }
    }

    @Test
    void theErrorStatedIsAModestMultipleOfTheRoundoffTimesTheCondition() {
        for (int index = 0; index < 60; index++) {
            Problem problem = problem(index);
            double condition = problem.largest() / problem.smallest();

            assertThat(RowSpace.of(problem).error()).isLessThan(1e-13 * condition);
        }
    }

    @Test
    void whatIsOrthogonalToTheRowSpaceIsSoExactly() {
        for (int index = 0; index < 30; index++) {
            Problem problem = problem(index);
            DMatrixRMaj start = new DMatrixRMaj(problem.start());
            RowSpace space = RowSpace.of(problem);
            Enclosure[][] exact = ExactState.orthogonal(problem, ExactState.of(start));

            assertThat(ExactState.norm(ExactState.minus(exact, ExactState.of(space.orthogonal(start))))
                            .high())
                    .isLessThanOrEqualTo(new BigDecimal(space.error() * Matrices.norm(start)));
        }
    }
}
