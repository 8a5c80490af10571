package org.theoremcheck.guard.outside;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.theoremcheck.guard.outside.Judged.Answer;

/** PyTorch by the process in {@code src/test/outside/python}. */
class PyTorchTest {

    private static final String PYTHON = System.getProperty("python", "/usr/bin/python3");
    private static final String SUBJECT = PYTHON + " src/test/outside/python/pytorch_subject.py ";

    @BeforeAll
    static void needsPyTorch() throws IOException {
        assumeThat(version()).as("the version of PyTorch, -Dpython=...").isNotEmpty();
    }

    /** Empty where there is none. */
    private static String version() throws IOException {
        Process process = new ProcessBuilder(PYTHON, "-c", "import torch; print(torch.__version__)").start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void optimizersMoveAsTheirRulesSay() {
        Map<String, Answer> expected = Stream.of(
                        "step-sgd",
                        "step-momentum",
                        "step-nesterov",
                        "step-adam",
                        "step-adamw",
                        "step-adagrad",
                        "step-rmsprop",
                        "step-adadelta")
                .collect(Collectors.toMap(rule -> rule, rule -> Answer.HOLDS));

        Judged.process(SUBJECT + "norm", expected.keySet().toArray(String[]::new))
                .assertAnswers(expected);
    }

    /** In 1.13, the one of Debian 12; mended later. */
    @Test
    void nadamTakesOneMomentumTwice() throws IOException {
        assumeThat(version()).startsWith("1.13");

        Judged judged = Judged.process(SUBJECT + "norm", "step-nadam");

        judged.assertAnswers(Map.of("step-nadam", Answer.slip("nadam-momentum-twice")));
        judged.assertToldInReadme("step-nadam");
    }

    @Test
    void clippingByNormKeepsTheImplicitBias() {
        Judged.process(SUBJECT + "norm", "implicit-bias-isotropic", "row-space-invariance")
                .assertAnswers(Map.of("implicit-bias-isotropic", Answer.HOLDS, "row-space-invariance", Answer.HOLDS));
    }

    @Test
    void clippingByValueDoesNot() {
        Judged.process(SUBJECT + "value", "implicit-bias-isotropic")
                .assertAnswers(Map.of("implicit-bias-isotropic", Answer.slip("implicit-bias-elementwise")));
    }
}
