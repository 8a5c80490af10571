package org.theoremcheck.spark;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.meanfield.curve.Curves;

/** Members of an ensemble as tasks; the driver takes their means in the order of their indices. */
record SparkEnsemble(JavaSparkContext spark) implements Curves.Ensemble {

    @Override
    public List<double[][]> rows(Curves.Question question, Curves.Member member, int count) {
        if (count == 0) {
            return List.of();
        }
        String asked = Codec.write(question);
        List<Integer> indices = IntStream.range(0, count).boxed().toList();
        return spark
                .parallelize(indices, count)
                .map(index -> Codec.write(member.rows(Codec.read(asked, Curves.Question.class), index)))
                .collect()
                .stream()
                .map(rows -> Codec.read(rows, double[][].class))
                .toList();
    }
}
