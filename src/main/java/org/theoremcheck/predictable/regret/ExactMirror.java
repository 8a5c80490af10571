package org.theoremcheck.predictable.regret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.predictable.geometry.Geometry;

/** The terms of {@link MirrorPlay} in exact or enclosed arithmetic, from the doubles that were exchanged. */
final class ExactMirror implements Referee<Game, MirrorLearner, Map<String, Enclosure>> {

    @Override
    public Map<String, Enclosure> play(Game game, Subject<Game, MirrorLearner> subject) {
        List<double[]> secondary = new ArrayList<>(List.of(game.start()));
        List<double[]> points = new ArrayList<>();
        List<Enclosure[]> surprises = new ArrayList<>();
        Map<String, Enclosure> terms = new HashMap<>(new ExactRegret().play(game, instance -> {
            MirrorLearner learner = subject.begin(instance);
            return new Learner() {
                @Override
                public double[] play(double[] hint) {
                    double[] point = learner.play(hint);
                    points.add(point.clone());
                    return point;
                }

                @Override
                public void learn(double[] gradient) {
                    learner.learn(gradient);
                    secondary.add(MirrorReferee.secondary(game, learner).clone());
                }
            };
        }));
        double[] total = new double[game.dimension()];
        Match.play(game, replayed(points), (round, hint, point, gradient) -> {
            surprises.add(Enclosures.difference(gradient, hint));
            for (int i = 0; i < total.length; i++) {
                total[i] += gradient[i];
            }
        });
        Geometry geometry = game.geometry();
        Enclosure before = Enclosure.ZERO;
        Enclosure after = Enclosure.ZERO;
        Enclosure reverse = Enclosure.ZERO;
        Enclosure stability = Enclosure.ZERO;
        Enclosure surprise = Enclosure.ZERO;
        for (int t = 0; t < points.size(); t++) {
            double[] point = points.get(t);
            double[] last = secondary.get(t);
            double[] next = secondary.get(t + 1);
            before = before.plus(geometry.exactDivergence(point, last));
            after = after.plus(geometry.exactDivergence(point, next));
            reverse = reverse.plus(geometry.exactDivergence(next, point));
            stability = stability.plus(geometry.exactSquaredNorm(Enclosures.difference(point, last)));
            Enclosure[] step = Enclosures.difference(point, next);
            for (int i = 0; i < step.length; i++) {
                surprise = surprise.plus(surprises.get(t)[i].times(step[i]));
            }
        }
        Enclosure eta = Enclosure.of(game.lastStep());
        double[] comparator = game.comparator().point(game, total);
        terms.put(
                "end",
                geometry.exactDivergence(comparator, secondary.get(points.size()))
                        .over(eta));
        terms.put("before", before.over(eta));
        terms.put("after", after.over(eta));
        terms.put("stability", stability.times(Enclosure.of(geometry.modulus())).over(eta));
        terms.put("surprise", surprise);
        terms.put("symmetric", after.plus(reverse).over(eta));
        return terms;
    }

    private static Learner replayed(List<double[]> points) {
        int[] round = {0};
        return new Learner() {
            @Override
            public double[] play(double[] hint) {
                return points.get(round[0]++);
            }

            @Override
            public void learn(double[] gradient) {}
        };
    }
}
