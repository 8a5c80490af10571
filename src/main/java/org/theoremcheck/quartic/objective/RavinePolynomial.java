package org.theoremcheck.quartic.objective;

import java.util.Arrays;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * A polynomial with isolated fourth-order growth at 0, by the criterion on its derivatives there: H = ∇²f(0) ≥ 0, D³f(0) vanishes on
 * ker H, and q₄ &gt; 0 on the unit sphere of ker H. Points are u, then v, and
 * <pre>
 *   f(u, v) = Σᵢ ½λᵢ(uᵢ + bᵢ(v)/(2λᵢ))² + uᵢ²⟨mᵢ, v⟩ + uᵢ⟨nᵢ, v⟩³ + Σⱼ ⟨cⱼ, v⟩⁴,   bᵢ(v) = ⟨v, Bᵢv⟩
 * </pre>
 * so that H = diag(λ, 0), D³f(0)[v, v] = (b(v), 0), and q₄(v) = Σ⟨cⱼ, v⟩⁴. The ravine is a curved surface u ≈ −bᵢ(v)/(2λᵢ), along
 * which the terms with mᵢ and nᵢ are of fifth order.
 *
 * @param stiffness λᵢ &gt; 0
 * @param bends Bᵢ, symmetric
 * @param tilts mᵢ
 * @param twists nᵢ
 * @param ridges cⱼ, which span
 */
public record RavinePolynomial(
        double[] stiffness, double[][][] bends, double[][] tilts, double[][] twists, double[][] ridges)
        implements Objective {

    @Override
    public int dimension() {
        return stiffness.length + ridges[0].length;
    }

    /** bᵢ(v). */
    public double bend(int i, double[] v) {
        double sum = 0;
        for (int k = 0; k < v.length; k++) {
            sum += v[k] * Vectors.dot(bends[i][k], v);
        }
        return sum;
    }

    /** ⟨nᵢ, v⟩³. */
    public double twist(int i, double[] v) {
        double root = Vectors.dot(twists[i], v);
        return root * root * root;
    }

    /** kᵢ = λᵢ + 2⟨mᵢ, v⟩, the second derivatives across: f is a quadratic in u. */
    public double[] stiffnessAt(double[] v) {
        double[] across = stiffness.clone();
        for (int i = 0; i < across.length; i++) {
            across[i] += 2 * Vectors.dot(tilts[i], v);
        }
        return across;
    }

    /** φ(v), the zero of ∂_u f(·, v): −(bᵢ(v)/2 + ⟨nᵢ, v⟩³)/kᵢ. */
    public double[] ravine(double[] v) {
        double[] ravine = stiffnessAt(v);
        for (int i = 0; i < ravine.length; i++) {
            ravine[i] = -(bend(i, v) / 2 + twist(i, v)) / ravine[i];
        }
        return ravine;
    }

    /** v. */
    public double[] tangent(double[] point) {
        return Arrays.copyOfRange(point, stiffness.length, point.length);
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        double[] v = tangent(point);
        Arrays.fill(gradient, 0);
        double sum = 0;
        for (int i = 0; i < stiffness.length; i++) {
            double u = point[i];
            double[] bent = new double[v.length];
            for (int k = 0; k < v.length; k++) {
                bent[k] = Vectors.dot(bends[i][k], v);
            }
            double tilt = Vectors.dot(tilts[i], v);
            double twist = Vectors.dot(twists[i], v);
            double off = u + Vectors.dot(v, bent) / (2 * stiffness[i]);
            sum += stiffness[i] / 2 * off * off + u * (u * tilt + twist * twist * twist);
            gradient[i] = stiffness[i] * off + 2 * u * tilt + twist * twist * twist;
            for (int k = 0; k < v.length; k++) {
                gradient[stiffness.length + k] +=
                        off * bent[k] + u * (u * tilts[i][k] + 3 * twist * twist * twists[i][k]);
            }
        }
        for (double[] ridge : ridges) {
            double t = Vectors.dot(ridge, v);
            sum += t * t * t * t;
            for (int k = 0; k < v.length; k++) {
                gradient[stiffness.length + k] += 4 * t * t * t * ridge[k];
            }
        }
        return sum;
    }

    /** γ of the sum of all absolute terms, with the brackets opened. */
    @Override
    public Accuracy accuracy(double[] point) {
        double size = Vectors.norm(tangent(point));
        double gap = 0;
        double gradient = 0;
        for (int i = 0; i < stiffness.length; i++) {
            double u = Math.abs(point[i]);
            double bend = bendSize(i) * size;
            double tilt = Vectors.norm(tilts[i]);
            double twist = Vectors.norm(twists[i]) * size;
            double off = u + bend * size / (2 * stiffness[i]);
            gap += stiffness[i] * off * off + u * (u * tilt * size + twist * twist * twist);
            gradient += stiffness[i] * off
                    + 2 * u * tilt * size
                    + twist * twist * twist
                    + off * bend
                    + u * (u * tilt + 3 * twist * twist * Vectors.norm(twists[i]));
        }
        for (double[] ridge : ridges) {
            double t = Vectors.norm(ridge) * size;
            gap += t * t * t * t;
            gradient += 4 * t * t * t * Vectors.norm(ridge);
        }
        double roundings = Rounding.gamma(4.0 * point.length + stiffness.length + ridges.length + 8);
        return new Accuracy(roundings * gap, roundings * gradient);
    }

    /** ‖Bᵢ‖_F. */
    public double bendSize(int i) {
        double sum = 0;
        for (double[] row : bends[i]) {
            sum += Vectors.squaredNorm(row);
        }
        return Math.sqrt(sum);
    }

    @Override
    public Enclosure exactGap(Enclosure[] point) {
        Enclosure[] v = exactTangent(point);
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < stiffness.length; i++) {
            Enclosure u = point[i];
            Enclosure twist = Enclosures.dot(twists[i], v);
            sum = sum.plus(Enclosure.of(stiffness[i] / 2).times(off(i, u, v).squared()))
                    .plus(u.squared().times(Enclosures.dot(tilts[i], v)))
                    .plus(u.times(twist.squared()).times(twist));
        }
        for (double[] ridge : ridges) {
            sum = sum.plus(Enclosures.dot(ridge, v).squared().squared());
        }
        return sum;
    }

    @Override
    public Enclosure[] exactGradient(Enclosure[] point) {
        Enclosure[] v = exactTangent(point);
        Enclosure[] gradient = Enclosures.of(new double[point.length]);
        Enclosure two = Enclosure.of(2);
        for (int i = 0; i < stiffness.length; i++) {
            Enclosure u = point[i];
            Enclosure twist = Enclosures.dot(twists[i], v);
            Enclosure off = off(i, u, v);
            gradient[i] = Enclosure.of(stiffness[i])
                    .times(off)
                    .plus(two.times(u).times(Enclosures.dot(tilts[i], v)))
                    .plus(twist.squared().times(twist));
            for (int k = 0; k < v.length; k++) {
                int at = stiffness.length + k;
                gradient[at] = gradient[at]
                        .plus(off.times(Enclosures.dot(bends[i][k], v)))
                        .plus(u.squared().times(Enclosure.of(tilts[i][k])))
                        .plus(Enclosure.of(3).times(u).times(twist.squared()).times(Enclosure.of(twists[i][k])));
            }
        }
        for (double[] ridge : ridges) {
            Enclosure t = Enclosures.dot(ridge, v);
            Enclosure slope = Enclosure.of(4).times(t.squared()).times(t);
            for (int k = 0; k < v.length; k++) {
                int at = stiffness.length + k;
                gradient[at] = gradient[at].plus(slope.times(Enclosure.of(ridge[k])));
            }
        }
        return gradient;
    }

    private Enclosure[] exactTangent(Enclosure[] point) {
        return Arrays.copyOfRange(point, stiffness.length, point.length);
    }

    private Enclosure off(int i, Enclosure u, Enclosure[] v) {
        return u.plus(exactBend(i, v).over(Enclosure.of(2 * stiffness[i])));
    }

    /** bᵢ(v), enclosed. */
    public Enclosure exactBend(int i, Enclosure[] v) {
        Enclosure bend = Enclosure.ZERO;
        for (int k = 0; k < v.length; k++) {
            bend = bend.plus(v[k].times(Enclosures.dot(bends[i][k], v)));
        }
        return bend;
    }

    @Override
    public double order() {
        return 4;
    }

    @Override
    public double[] curvatures() {
        double least = stiffness[0];
        double most = stiffness[0];
        for (double value : stiffness) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new double[] {least, most};
    }
}
