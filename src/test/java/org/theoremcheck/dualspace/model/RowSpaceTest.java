package org.theoremcheck.dualspace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.Problems.Size;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;

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

    /** Of ‖X − UΣVᵀ‖ no more is known than its d products let one know; and units of X do not matter. */
    @Test
    void theErrorStatedIsAtLeastThatOfItsOwnMeasurementInAnyUnits() {
        for (int index = 0; index < 60; index++) {
            Problem problem = problem(index);
            DMatrixRMaj design = new DMatrixRMaj(problem.design());
            DMatrixRMaj larger = design.copy();
            CommonOps_DDRM.scale(1024, larger);
            double error = RowSpace.of(problem).error();
            double measuring = Rounding.gamma(problem.dimension()) * Matrices.norm(design) / problem.smallest();

            assertThat(error).isGreaterThan(4 * measuring);
            assertThat(RowSpace.of(larger, 1024 * problem.smallest()).error()).isCloseTo(error, within(1e-9 * error));
            assertThat(RowSpace.of(design, problem.smallest() / 1024).error()).isGreaterThan(4096 * measuring);
        }
    }

    /** Wide and perfectly conditioned: what is left is the defect of V from orthonormality, of d products, n times. */
    @Test
    void theErrorStatedCoversTheDefectOfTheVectorsAndTheProductsThatFollow() {
        for (int samples : new int[] {1, 4, 16}) {
            Problem problem = Problems.drawn(
                    new Draw(6, "row-space-wide", samples),
                    new Size(samples, 64, 1, 1, 1),
                    Kind.GRADIENT_DESCENT,
                    Problems::convergent,
                    List.of(Loss.SQUARED));
            double norm = Matrices.norm(new DMatrixRMaj(problem.design()));
            double ofProducts = Rounding.gamma(64.0) * samples;

            assertThat(RowSpace.of(problem).error())
                    .isGreaterThan(4 * Rounding.gamma(64.0) * norm + 2 * ofProducts)
                    .isLessThan(40 * ofProducts);
        }
    }
}
