package org.theoremcheck.claim;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Parameter.Law;
import org.theoremcheck.numeric.RandomStream;

/**
 * The named draws of one instance. Each number is a hash of (master seed, family, index, name, row, position), so that the order
 * of the calls does not matter, and replacing one named draw leaves the others as they were. That is how instances are searched,
 * shrunk and repeated: by edits of named draws, never of the instance itself.
 */
public final class Draw {

    private final long index;
    private final long key;
    private final Map<Slot, double[]> edits;
    private final @Nullable SortedMap<Slot, Parameter> record;

    /**
     * The draws of an instance as the seed gives them.
     *
     * @param seed master seed
     * @param family name of the family, part of the hash
     * @param index which instance, from 0
     */
    public Draw(long seed, String family, long index) {
        this(index, indexKey(seed, family, index), Map.of(), null);
    }

    private Draw(long index, long key, Map<Slot, double[]> edits, @Nullable SortedMap<Slot, Parameter> record) {
        this.index = index;
        this.key = key;
        this.edits = edits;
        this.record = record;
    }

    private static long indexKey(long seed, String family, long index) {
        return RandomStream.mix(RandomStream.key(RandomStream.mix(seed), family, 0) + index);
    }

    /** The same draws but for those given, which are brought into the range of their parameter; draws are remembered. */
    public Draw edited(Map<Slot, double[]> changes) {
        return new Draw(index, key, changes, new TreeMap<>());
    }

    /** The same draws, out of reach of search and shrinking: for experiments about chance, whose draws are not to be chosen. */
    public Draw fixed() {
        return new Draw(index, key, Map.of(), null);
    }

    /** The draws made so far, in the order of their slots; empty unless this draw was {@link #edited}. */
    public SortedMap<Slot, Parameter> made() {
        return record == null ? new TreeMap<>() : record;
    }

    /** The index of the instance, from 0. */
    public long index() {
        return index;
    }

    /** A whole number, uniform on [low, high]. */
    public int integer(String name, int low, int high) {
        return (int) values(Law.INTEGER, name, 0, 1, low, high)[0];
    }

    /** A whole number that is the preset unless it is edited: the size of an equality case, which search and shrinking may change. */
    public int preset(String name, int preset, int low, int high) {
        double[] value = {preset};
        return (int) (record == null ? value : noted(Law.INTEGER, name, 0, value, low, high))[0];
    }

    /** One of the options, each as likely. */
    public <T> T oneOf(String name, List<T> options) {
        return options.get((int) values(Law.CHOICE, name, 0, 1, 0, options.size() - 1.0)[0]);
    }

    /** Uniform on [low, high]. */
    public double uniform(String name, double low, double high) {
        return values(Law.UNIFORM, name, 0, 1, low, high)[0];
    }

    /** exp of a uniform number, on [low, high]; low is positive. */
    public double logUniform(String name, double low, double high) {
        return values(Law.LOG_UNIFORM, name, 0, 1, low, high)[0];
    }

    /** A row of standard normals. */
    public double[] gaussians(String name, int row, int count) {
        return values(Law.GAUSSIAN, name, row, count, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /** A row of uniform numbers on [low, high]. */
    public double[] uniforms(String name, int row, int count, double low, double high) {
        return values(Law.UNIFORM, name, row, count, low, high);
    }

    /** A row of signs, −1 or +1. */
    public double[] signs(String name, int row, int count) {
        return values(Law.SIGN, name, row, count, -1, 1);
    }

    private double[] values(Law law, String name, int row, int count, double low, double high) {
        double[] values = new double[count];
        fill(law, RandomStream.key(key, name, row), values, low, high);
        return record == null ? values : noted(law, name, row, values, low, high);
    }

    /** Applies an edit, and remembers the draw. */
    private double[] noted(Law law, String name, int row, double[] values, double low, double high) {
        if (record != null) {
            Slot slot = new Slot(name, row);
            double[] edit = edits.get(slot);
            for (int i = 0; edit != null && i < Math.min(values.length, edit.length); i++) {
                values[i] = Parameter.allowed(law, low, high, edit[i]);
            }
            record.put(slot, new Parameter(slot, law, low, high, values.clone()));
        }
        return values;
    }

    private static void fill(Law law, long stream, double[] values, double low, double high) {
        switch (law) {
            case INTEGER, CHOICE -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = low + StrictMath.floor((high - low + 1) * RandomStream.uniform(stream, i));
                }
            }
            case UNIFORM -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = low + (high - low) * RandomStream.uniform(stream, i);
                }
            }
            case LOG_UNIFORM -> {
                double ratio = high / low;
                double span =
                        ratio <= Double.MAX_VALUE ? StrictMath.log(ratio) : StrictMath.log(high) - StrictMath.log(low);
                for (int i = 0; i < values.length; i++) {
                    values[i] = Math.min(high, low * StrictMath.exp(span * RandomStream.uniform(stream, i)));
                }
            }
            case GAUSSIAN -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = RandomStream.gaussian(stream, i);
                }
            }
            case SIGN -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = RandomStream.bits(stream, i) < 0 ? -1 : 1;
                }
            }
        }
    }
}
