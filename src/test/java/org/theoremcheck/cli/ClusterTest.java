package org.theoremcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremcheck.audit.Commission;
import org.theoremcheck.audit.Progress;
import org.theoremcheck.audit.Workers;
import org.theoremcheck.gradients.Diagnosis;
import org.theoremcheck.gradients.log.ShardedLog;
import org.theoremcheck.meanfield.curve.Curves;

/** What is asked of a cluster, here of one that has nobody. */
class ClusterTest {

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();

    private final Cluster nobody = new Cluster() {
        @Override
        public Workers workers(Commission commission, Optional<Path> suite) {
            throw refused(
                    "workers" + suite.map(jar -> " with " + jar.getFileName()).orElse(""));
        }

        @Override
        public Curves.Ensemble ensemble() {
            throw refused("an ensemble");
        }

        @Override
        public Diagnosis diagnose(
                String name, Optional<ShardedLog.Along> along, Diagnosis.Question question, Progress progress) {
            throw refused("a diagnosis of " + name);
        }
    };

    private IllegalArgumentException refused(String what) {
        asked.add(what);
        return new IllegalArgumentException("nobody is there");
    }

    private Outcome outcome(String... arguments) {
        return Outcome.of(Optional.of(nobody), arguments);
    }

    @Test
    void anAuditAsksForWorkers() {
        outcome(
                        "audit",
                        "--only",
                        "regret-tuned",
                        "--out",
                        folder.resolve("out").toString())
                .assertComplaint("nobody is there");

        assertThat(asked).containsExactly("workers");
    }

    @Test
    void observationsAreRefusedBeforeAnybodyIsAsked() {
        outcome(
                        "audit",
                        "--only",
                        "regret-tuned",
                        "--observations",
                        folder.resolve("cases").toString())
                .assertComplaint("--observations: expected on one machine, a cluster keeps none");

        assertThat(asked).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLogIsReadWhereTheClusterFindsIt() {
        outcome("gradients", "hdfs://far/away.npy").assertComplaint("nobody is there");

        assertThat(asked).containsExactly("a diagnosis of hdfs://far/away.npy");
    }

    @Test
    void aMeanFieldAsksForAnEnsemble() {
        outcome("meanfield", "--loss", "tanh", "--delta", "2", "--tau", "0.4", "--steps", "2")
                .assertComplaint("nobody is there");

        assertThat(asked).containsExactly("an ensemble");
    }
}
