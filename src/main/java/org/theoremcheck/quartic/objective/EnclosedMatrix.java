package org.theoremcheck.quartic.objective;

import java.util.Arrays;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;

/** Products of small matrices of enclosures. */
final class EnclosedMatrix {

    private EnclosedMatrix() {}

    /** A vector cut into rows of the given length. */
    static Enclosure[][] rows(Enclosure[] point, int columns) {
        Enclosure[][] rows = new Enclosure[point.length / columns][columns];
        for (int i = 0; i < point.length; i++) {
            rows[i / columns][i % columns] = point[i];
        }
        return rows;
    }

    /** The rows one after the other. */
    static Enclosure[] flat(Enclosure[][] rows) {
        return Arrays.stream(rows).flatMap(Arrays::stream).toArray(Enclosure[]::new);
    }

    static Enclosure[][] transposed(Enclosure[][] a) {
        Enclosure[][] transposed = new Enclosure[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                transposed[j][i] = a[i][j];
            }
        }
        return transposed;
    }

    /** ABᵀ. */
    static Enclosure[][] timesTransposed(Enclosure[][] a, Enclosure[][] b) {
        Enclosure[][] product = new Enclosure[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i][j] = Enclosures.dot(a[i], b[j]);
            }
        }
        return product;
    }

    /** AB. */
    static Enclosure[][] product(Enclosure[][] a, Enclosure[][] b) {
        return timesTransposed(a, transposed(b));
    }

    /** AAᵀ. */
    static Enclosure[][] gram(Enclosure[][] a) {
        return timesTransposed(a, a);
    }

    /** A + cB. */
    static Enclosure[][] sum(Enclosure[][] a, double factor, Enclosure[][] b) {
        Enclosure[][] sum = new Enclosure[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                sum[i][j] = a[i][j].plus(Enclosure.of(factor).times(b[i][j]));
            }
        }
        return sum;
    }

    /** A − B. */
    static Enclosure[][] difference(Enclosure[][] a, Enclosure[][] b) {
        return sum(a, -1, b);
    }
}
