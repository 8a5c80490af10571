package example;

/** Gradient descent: x⁺ = x − η ∇f(x). */
final class GradientDescent implements Descender {

    private final double[] point;
    private final double step;

    GradientDescent(double[] start, double step) {
        point = start.clone();
        this.step = step;
    }

    static GradientDescent of(Problem problem) {
        return new GradientDescent(problem.start(), problem.step());
    }

    @Override
    public double[] step(double[] gradient) {
        for (int i = 0; i < point.length; i++) {
            point[i] -= step * gradient[i];
        }
        return point;
    }
}
