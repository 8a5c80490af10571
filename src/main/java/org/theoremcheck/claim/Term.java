package org.theoremcheck.claim;

import java.util.function.ToDoubleFunction;

/**
 * A named quantity with its coefficient.
 *
 * @param name by which alterations, exact evaluation and the command line know it
 * @param symbol how a formula shows it, without the coefficient
 * @param coefficient a decimal number
 * @param value the quantity in the evidence, without the coefficient
 */
public record Term<E>(String name, String symbol, double coefficient, ToDoubleFunction<E> value) {

    /** A term with a coefficient. */
    public static <E> Term<E> term(String name, double coefficient, String symbol, ToDoubleFunction<E> value) {
        return new Term<>(name, symbol, coefficient, value);
    }

    /** A term with coefficient 1. */
    public static <E> Term<E> term(String name, String symbol, ToDoubleFunction<E> value) {
        return new Term<>(name, symbol, 1, value);
    }

    /** The coefficient times the quantity; a term that was dropped is 0 whatever its quantity. */
    public double in(E evidence) {
        return coefficient == 0 ? 0 : coefficient * value.applyAsDouble(evidence);
    }

    Term<E> times(double factor) {
        return with(coefficient * factor);
    }

    Term<E> with(double newCoefficient) {
        return new Term<>(name, symbol, newCoefficient, value);
    }

    /** Coefficient and symbol; a coefficient of 1 is not written. */
    String text() {
        if (coefficient == 1) {
            return symbol;
        }
        String number = coefficient == Math.rint(coefficient) && Math.abs(coefficient) < 1e9
                ? Integer.toString((int) coefficient)
                : coefficient == 0.5 ? "½" : Codec.number(coefficient);
        return number + " " + symbol;
    }
}
