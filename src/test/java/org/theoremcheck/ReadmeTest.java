package org.theoremcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void theTheoremOfAddingAPaperIsThatOfTheExample() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int begin = readme.indexOf("static final Theorem<Problem, Descender, Run>");
        String excerpt = readme.substring(begin, readme.indexOf("```", begin));

        assertThat(Path.of("src/it/paper/src/main/java/example/GradientDescentRate.java"))
                .content()
                .containsIgnoringWhitespaces(excerpt);
    }
}
