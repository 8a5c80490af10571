package example;

import java.util.List;
import org.theoremcheck.claim.Paper;
import org.theoremcheck.claim.Theorem;

/**
 * Y. Drori, M. Teboulle: Performance of first-order methods for smooth convex minimization: a novel approach (Mathematical Programming
 * 145, 2014; arXiv 1206.3209).
 */
public final class FirstOrderMethods implements Paper {

    @Override
    public String title() {
        return "Performance of first-order methods for smooth convex minimization: a novel approach";
    }

    @Override
    public List<Theorem<?, ?, ?>> theorems() {
        return List.of(GradientDescentRate.THEOREM);
    }
}
