package org.theoremcheck.guard;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Judgements as the XML that continuous integration reads: a test case for each claim; a failure where something is violated, an error
 * where nothing could be decided, skipped what was declared.
 */
public final class JUnitXml {

    private JUnitXml() {}

    /** Writes the file. */
    public static void write(Path file, List<Judgement> judgements) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, judgements);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException unwritable) {
            throw new IOException(file + ": cannot be written", unwritable);
        }
    }

    private static void suite(XMLStreamWriter xml, List<Judgement> judgements) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "theoremcheck guard");
        xml.writeAttribute("tests", Integer.toString(judgements.size()));
        for (Result result : Result.values()) {
            if (result != Result.PASSED) {
                long count = judgements.stream()
                        .filter(judgement -> Result.of(judgement) == result)
                        .count();
                xml.writeAttribute(result.counted, Long.toString(count));
            }
        }
        for (Judgement judgement : judgements) {
            testCase(xml, judgement);
        }
        xml.writeEndElement();
    }

    private enum Result {
        PASSED("", ""),
        FAILED("failures", "failure"),
        ERROR("errors", "error"),
        SKIPPED("skipped", "skipped");

        private final String counted;
        private final String element;

        Result(String counted, String element) {
            this.counted = counted;
            this.element = element;
        }

        static Result of(Judgement judgement) {
            if (judgement.expected()) {
                return switch (judgement.verdict()) {
                    case NOT_APPLICABLE, KNOWN_DEVIATION -> SKIPPED;
                    default -> PASSED;
                };
            }
            return switch (judgement.verdict()) {
                case VIOLATED, HOLDS -> FAILED;
                default -> ERROR;
            };
        }
    }

    private static void testCase(XMLStreamWriter xml, Judgement judgement) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "theoremcheck.guard");
        xml.writeAttribute("name", judgement.claim());
        xml.writeAttribute("time", Account.seconds(judgement));
        Result result = Result.of(judgement);
        if (result != Result.PASSED) {
            xml.writeStartElement(result.element);
            String reason = judgement.reason().isEmpty() ? "" : ": " + judgement.reason();
            xml.writeAttribute("message", allowed(Account.headline(judgement) + reason));
            xml.writeCharacters(allowed(Account.details(judgement).stream().collect(Collectors.joining("\n"))));
            xml.writeEndElement();
        }
        if (!judgement.aside().isEmpty()) {
            xml.writeStartElement("system-err");
            xml.writeCharacters(allowed(judgement.aside()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** What XML 1.0 has no character for is replaced. */
    private static String allowed(String text) {
        return text.codePoints()
                .map(point -> point == '\t'
                                || point == '\n'
                                || point == '\r'
                                || (point >= 0x20 && point <= 0xD7FF)
                                || (point >= 0xE000 && point <= 0xFFFD)
                                || point >= 0x10000
                        ? point
                        : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
