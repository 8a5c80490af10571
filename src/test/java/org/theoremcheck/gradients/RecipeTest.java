package org.theoremcheck.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.theoremcheck.gradients.log.GradientLog;
import org.theoremcheck.gradients.log.GradientLogs;

/** The recipe of the README, as it stands there, in a small training run that also logs its whole gradients. */
@EnabledIfSystemProperty(named = "python", matches = ".+", disabledReason = "mvn -Precipe verify")
class RecipeTest {

    private static final Pattern RECIPE = Pattern.compile("```python\\n(import numpy.*?)```", Pattern.DOTALL);

    private static final String RUN = """

            torch.manual_seed(1)
            model = torch.nn.Sequential(torch.nn.Linear(20, 64), torch.nn.Tanh(), torch.nn.Linear(64, 3))
            optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
            inputs = torch.randn(512, 20)
            targets = inputs[:, :3].argmax(1)
            log = GradientLog(model)
            whole = []
            for step in range(200):
                batch = torch.randint(512, (32,))
                optimizer.zero_grad()
                torch.nn.functional.cross_entropy(model(inputs[batch]), targets[batch]).backward()
                log.step()
                whole.append(torch.cat([p.grad.flatten() for p in model.parameters()]).numpy().copy())
                torch.nn.utils.clip_grad_norm_(model.parameters(), 0.1)
                optimizer.step()
            log.save("projected.npy")
            np.save("whole.npy", np.stack(whole))
            """;

    @TempDir
    private Path folder;

    @Test
    void logsWhatTheWholeGradientsSay() throws IOException, InterruptedException {
        Matcher recipe = RECIPE.matcher(Files.readString(Path.of("README.md")));
        assertThat(recipe.find()).isTrue();
        Files.writeString(folder.resolve("run.py"), recipe.group(1) + RUN);
        Process process = new ProcessBuilder(System.getProperty("python"), "run.py")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("output")))
                .isZero();

        Diagnosis whole = diagnose("whole.npy");
        Diagnosis projected = diagnose("projected.npy");
        assertThat(projected.columns()).isEqualTo(256);
        assertThat(projected.rows()).isEqualTo(200);
        // Six standard deviations √(2/(k · effective dimension)) of an energy under the map; κ is a ratio of two that
        // move together.
        double deviation = Math.sqrt(2 / (256 * whole.effectiveDimension()));
        assertThat(projected.energy()).isCloseTo(whole.energy(), within(6 * deviation * whole.energy()));
        for (HistoryPredictor predictor : HistoryPredictor.values()) {
            double kappa = whole.prediction(predictor).kappa();
            assertThat(projected.prediction(predictor).kappa()).isCloseTo(kappa, within(6 * deviation * kappa));
        }
    }

    private Diagnosis diagnose(String file) throws IOException {
        try (GradientLog log = GradientLogs.open(folder.resolve(file).toString())) {
            return Diagnosis.of(log, new Diagnosis.Question(Diagnosis.SHARES, Optional.empty(), true, 2), done -> {});
        }
    }
}
