package org.theoremcheck.predictable.stationarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Family;
import org.theoremcheck.predictable.predictor.Predictor;

class ProblemsTest {

    @Test
    void aProblemReadsBackFromItsTextBitForBit() {
        for (Family<Problem> family : all()) {
            for (int index = 0; index < 5; index++) {
                Problem problem = family.draw(11, index);
                String text = Codec.write(problem);
                Problem read = Codec.read(text, Problem.class);

                assertThat(Codec.write(read)).isEqualTo(text);
                assertThat(read.start()).containsExactly(problem.start());
                assertThat(read.step()).isEqualTo(problem.step());
            }
        }
    }

    @Test
    void namesOfFamiliesAreUnique() {
        assertThat(all()).extracting(Family::name).doesNotHaveDuplicates();
    }

    @Test
    void everyTerrainHasAGroupInEveryTheorem() {
        for (List<Family<Problem>> families : List.of(Problems.everywhere(), Problems.extended(), Problems.delayed())) {
            assertThat(families)
                    .extracting(Family::group)
                    .contains("quadratic", "cosine", "logarithm", "huber", "sigmoid", "network")
                    .hasSizeGreaterThan(6);
        }
    }

    @Test
    void theAttainingFamiliesAttainTheBound() {
        for (Family<Problem> family : Problems.everywhere()) {
            if (!family.name().endsWith("attained")) {
                continue;
            }
            for (int index = 0; index < 50; index++) {
                assertThat(StationarityBound.THEOREM
                                .claim()
                                .judge(family.draw(13, index), ProxyDescent::new)
                                .ratio())
                        .as(family.name() + " " + index)
                        .isBetween(1 - 1e-5, 1 + 1e-13);
            }
        }
    }

    @Test
    void partsOfDifferentDimensionsAreRefused() {
        Separable plane = Terrain.COSINE.isotropic(1, 2);

        assertThatThrownBy(() -> new Problem(plane, 0, new double[1], 1, Problems.multiple(1), 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the objective has dimension 2, the start has 1");
        assertThatThrownBy(() -> new Problem(plane, 0, new double[2], 1, Problems.multiple(1), 1, 1))
                .hasMessage("the noise has dimension 1, the start has 2");
        assertThatThrownBy(() -> new Problem(plane, 0, new double[2], 1, Problems.startedWith(1), 1, 1))
                .hasMessage("the first proxy has dimension 1, the start has 2");
        assertThatThrownBy(() -> Problems.line(1, 1, Problems.multiple(Double.NaN), 0))
                .hasMessage("a problem has at least one round, got 0");
        assertThatThrownBy(() -> Problems.line(Double.NaN, 1, Problems.multiple(1), 1))
                .hasMessage("the start is a finite vector");
        assertThatThrownBy(() -> Problems.line(
                        1, 1, new Proxy.History(new Predictor.OneStep(), new double[] {Double.POSITIVE_INFINITY}), 1))
                .hasMessage("the first proxy is a finite vector");
    }

    private static List<Family<Problem>> all() {
        List<Family<Problem>> families = new ArrayList<>(Problems.everywhere());
        families.addAll(Problems.extended());
        families.addAll(Problems.delayed());
        return families;
    }
}
