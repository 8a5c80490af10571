package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TapeTest {

    /** A role with every sort of answer. */
    private interface Player {
        double[] point(double[] hint);

        double step();

        int rounds();

        void learn(double[] gradient);
    }

    /** Answers with its own state, which the next lesson changes in place. */
    private static class Accumulator implements Player {
        private final double[] state;

        Accumulator(double start) {
            state = new double[] {start, 0};
        }

        @Override
        public double[] point(double[] hint) {
            return state;
        }

        @Override
        public double step() {
            return state[0] / 3;
        }

        @Override
        public int rounds() {
            return (int) state[1];
        }

        @Override
        public void learn(double[] gradient) {
            state[0] += gradient[0];
            state[1]++;
        }
    }

    /** Two lessons, each answer noted as it was when it was given. */
    private static List<Object> play(Player player) {
        List<Object> heard = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            heard.add(player.point(new double[] {0, 0}).clone());
            heard.add(player.step());
            player.learn(new double[] {0.1});
            heard.add(player.rounds());
        }
        return heard;
    }

    private static Tape taped(Subject<Double, Player> subject, double... starts) {
        List<List<double[]>> reel = new ArrayList<>();
        Subject<Double, Player> recorded = Tape.recording(Player.class, subject, reel);
        for (double start : starts) {
            play(recorded.begin(start));
        }
        return new Tape(reel);
    }

    @Test
    void everyAnswerIsRecordedAndNothingElse() {
        List<double[]> answers = taped(Accumulator::new, 1).episodes().get(0);

        assertThat(answers)
                .containsExactly(
                        new double[] {1, 0},
                        new double[] {1.0 / 3},
                        new double[] {1},
                        new double[] {1.1, 1},
                        new double[] {1.1 / 3},
                        new double[] {2});
    }

    @Test
    void aSubjectThatChangesItsAnswerAfterwardsDoesNotChangeTheTape() {
        Tape tape = taped(Accumulator::new, 1);

        assertThat(tape.episodes().get(0).get(0)).containsExactly(1, 0);
    }

    @Test
    void recordingDoesNotChangeWhatIsHeard() {
        List<List<double[]>> reel = new ArrayList<>();
        Player recorded = Tape.<Double, Player>recording(Player.class, Accumulator::new, reel)
                .begin(1.0);

        assertThat(play(recorded)).usingRecursiveComparison().isEqualTo(play(new Accumulator(1)));
    }

    @Test
    void severalEpisodesAreReplayedInTheirOrder() {
        Subject<Double, Player> replaying = taped(Accumulator::new, 1, 5).replaying(Player.class);

        assertThat(play(replaying.begin(77.0))).usingRecursiveComparison().isEqualTo(play(new Accumulator(1)));
        assertThat(play(replaying.begin(77.0))).usingRecursiveComparison().isEqualTo(play(new Accumulator(5)));
    }

    @Test
    void eachReplayBeginsAtTheFirstEpisode() {
        Tape tape = taped(Accumulator::new, 1, 5);
        play(tape.<Double, Player>replaying(Player.class).begin(0.0));

        assertThat(play(tape.<Double, Player>replaying(Player.class).begin(0.0)))
                .usingRecursiveComparison()
                .isEqualTo(play(new Accumulator(1)));
    }

    @Test
    void whoeverHearsAnAnswerCannotAlterTheTape() {
        Tape tape = taped(Accumulator::new, 1);
        tape.<Double, Player>replaying(Player.class).begin(0.0).point(new double[2])[0] = 99;

        assertThat(tape.episodes().get(0).get(0)).containsExactly(1, 0);
    }

    @Test
    void aRecordingThatEndsSaysWhere() {
        Player player = taped(Accumulator::new, 1)
                .<Double, Player>replaying(Player.class)
                .begin(0.0);
        play(player);

        player.learn(new double[] {1});
        assertThatExceptionOfType(OutOfAnswers.class)
                .isThrownBy(player::step)
                .withMessage("the recording ends after answer 6 of episode 0");
    }

    @Test
    void anEpisodeThatWasNotRecordedSaysSo() {
        Subject<Double, Player> replaying = taped(Accumulator::new, 1).replaying(Player.class);
        replaying.begin(0.0);

        assertThatExceptionOfType(OutOfAnswers.class)
                .isThrownBy(() -> replaying.begin(0.0))
                .withMessage("the recording ends after answer 0 of episode 1");
    }

    @Test
    void aClaimAboutTooFewAnswersIsInconclusive() {
        Claim<Double, Player, Double> claim = new Claim<>(
                "end",
                Kind.THEOREM,
                Verdict.HOLDS,
                Optional.empty(),
                "",
                Toy.SOURCE,
                new Setting<>(
                        "end",
                        "",
                        Double.class,
                        Player.class,
                        List.of(),
                        List.of(),
                        Accumulator::new,
                        (start, subject) -> subject.begin(start).step(),
                        Optional.empty()),
                new Criterion<>("positive", step -> step),
                Tightness.NONE);

        Finding finding = claim.judge(1.0, new Tape(List.of(List.of())).replaying(Player.class));

        assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(finding.reason()).isEqualTo("OutOfAnswers: the recording ends after answer 0 of episode 0");
        assertThat(claim.judge(1.0, Accumulator::new).verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void whatASubjectThrowsComesThroughTheRecording() {
        Subject<Double, Player> recorded = Tape.recording(
                Player.class,
                start -> new Accumulator(start) {
                    @Override
                    public double step() {
                        throw new Misplay("no step");
                    }
                },
                new ArrayList<>());

        assertThatExceptionOfType(Misplay.class)
                .isThrownBy(() -> recorded.begin(1.0).step())
                .withMessage("no step");
    }

    @Test
    void noVectorIsReplayedAsOneWithoutCoordinates() {
        List<List<double[]>> reel = new ArrayList<>();
        Subject<Double, Player> silent = start -> new Accumulator(start) {
            @Override
            public double[] point(double[] hint) {
                return null;
            }
        };
        Player recorded = Tape.recording(Player.class, silent, reel).begin(3.0);

        assertThat(recorded.point(new double[2])).isNull();
        assertThat(recorded.step()).isEqualTo(1);
        Player replayed = new Tape(reel).<Double, Player>replaying(Player.class).begin(3.0);
        assertThat(replayed.point(new double[2])).isEmpty();
        assertThat(replayed.step()).isEqualTo(1);
    }

    @Test
    void aTapeIsACopyOfItsLists() {
        List<List<double[]>> reel = new ArrayList<>();
        reel.add(new ArrayList<>(List.of(new double[] {1})));
        Tape tape = new Tape(reel);
        reel.get(0).add(new double[] {2});
        reel.add(List.of());

        assertThat(tape.episodes()).hasSize(1);
        assertThat(tape.episodes().get(0)).hasSize(1);
    }
}
