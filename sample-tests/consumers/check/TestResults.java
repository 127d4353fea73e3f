package check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What became of each test, from the reports of Surefire, or of JUnit where Gradle ran it. */
record TestResults(List<Result> all) {

    /** How a test ended; one that passed when it was repeated is flaky. */
    enum Outcome {
        PASSED,
        FAILED,
        FLAKY,
        SKIPPED
    }

    /** One test: the text holds messages and stack traces of its failures. */
    record Result(String className, String name, Outcome outcome, String text) {}

    static TestResults in(Path project) throws IOException {
        var results = new ArrayList<Result>();
        try (Stream<Path> files = Files.walk(project)) {
            for (var file : files.filter(TestResults::isReport).sorted().toList()) {
                results.addAll(read(file));
            }
        }
        return new TestResults(results);
    }

    private static boolean isReport(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith("TEST-") && name.endsWith(".xml");
    }

    private static List<Result> read(Path file) throws IOException {
        try {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            var cases = document.getElementsByTagName("testcase");
            var results = new ArrayList<Result>();
            for (var i = 0; i < cases.getLength(); i++) {
                results.add(result((Element) cases.item(i)));
            }
            return results;
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file + " is no report of Surefire", e);
        }
    }

    private static Result result(Element test) {
        return new Result(
                test.getAttribute("classname"),
                test.getAttribute("name").replaceFirst("\\(.*", ""),
                outcome(test),
                messages(test) + test.getTextContent());
    }

    private static Outcome outcome(Element test) {
        if (has(test, "failure") || has(test, "error")) {
            return Outcome.FAILED;
        }
        if (has(test, "flakyFailure") || has(test, "flakyError")) {
            return Outcome.FLAKY;
        }
        return has(test, "skipped") ? Outcome.SKIPPED : Outcome.PASSED;
    }

    private static boolean has(Element test, String tag) {
        return test.getElementsByTagName(tag).getLength() > 0;
    }

    private static String messages(Element test) {
        var children = test.getElementsByTagName("*");
        var text = new StringBuilder();
        for (var i = 0; i < children.getLength(); i++) {
            text.append(((Element) children.item(i)).getAttribute("message")).append('\n');
        }
        return text.toString();
    }
}
