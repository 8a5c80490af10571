package example;

/** The role: a method that descends along gradients. */
interface Descender {

    /**
     * The next point.
     *
     * @param gradient ∇f at the point before; at the start, the first time
     */
    double[] step(double[] gradient);
}
