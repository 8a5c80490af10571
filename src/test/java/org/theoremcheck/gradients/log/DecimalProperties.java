package org.theoremcheck.gradients.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The oracle is the conversion of exact decimals in the JDK. */
class DecimalProperties {

    @Property
    void everyDoubleIsReadBack(@ForAll long bits) {
        Double number = Double.longBitsToDouble(bits);

        assertThat(read(Double.toString(number))).isEqualTo(number);
    }

    @Property
    void everyDecimalIsRoundedCorrectly(@ForAll("decimals") String text) {
        assertThat(read(text)).isEqualTo(new BigDecimal(text).doubleValue());
    }

    @Provide
    Arbitrary<String> decimals() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(25);
        return Combinators.combine(
                        Arbitraries.of("", "-", "+"),
                        digits,
                        digits,
                        Arbitraries.integers().between(-350, 350))
                .as((sign, whole, fraction, exponent) -> sign + whole + "." + fraction + "e" + exponent);
    }

    private static double read(String text) {
        Decimal decimal = new Decimal();
        byte[] bytes = (">" + text + "<").getBytes(StandardCharsets.US_ASCII);
        assertThat(decimal.read(bytes, 1, bytes.length - 1)).isTrue();
        return decimal.value();
    }
}
