package io.github.withcdp.causes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.documentation.SampleClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code causes.txt}, which says why tests fail. That stands in no file of a test, because reports show the source around a line that failed. */
final class Causes {

    private static final Pattern HEAD = Pattern.compile("(.+): (\\S+)\\.(\\w+)");

    private static final List<Class<?>> TESTS = List.of(
            Account.BankTestCase.class,
            Charts.CurrencyTestCase.class,
            Charts.DashboardTestCase.class,
            Mail.ContactsTestCase.class,
            Mail.InboxTestCase.class,
            News.NewspaperTestCase.class,
            Notes.LanguageTestCase.class,
            Notes.NotebookTestCase.class,
            Shop.CatalogTestCase.class,
            Shop.CheckoutTestCase.class,
            Travel.HotelTestCase.class,
            Travel.RailwayTestCase.class);

    private Causes() {}

    static List<SeededFailure> read() {
        return read(type -> type);
    }

    /** Read about tests whose servers are nobody else's: these begin and end with their class, and other tests run beside. */
    static List<SeededFailure> readFor(SampleClasses copies) {
        return read(type -> copies.sample(
                type.getName().substring(Causes.class.getPackageName().length() + 1)));
    }

    private static List<SeededFailure> read(UnaryOperator<Class<?>> copy) {
        return Stream.of(text().replaceAll("(?m)^#.*", "").strip().split("\\n+(?=\\S)"))
                .map(entry -> failure(entry, copy))
                .toList();
    }

    private static SeededFailure failure(String entry, UnaryOperator<Class<?>> copy) {
        var lines =
                entry.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        var head = HEAD.matcher(lines.get(0));
        if (!head.matches()) {
            throw new IllegalArgumentException("causes.txt: no test in " + entry);
        }
        var patterns = lines.stream().skip(1).map(Pattern::compile).toList();
        return new SeededFailure(
                head.group(1),
                copy.apply(tests(head.group(2))),
                head.group(3),
                patterns.get(0),
                patterns.subList(1, patterns.size()));
    }

    private static Class<?> tests(String name) {
        return TESTS.stream()
                .filter(tests -> tests.getName().endsWith("." + name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("causes.txt: no such class of tests: " + name));
    }

    private static String text() {
        try (var file = Causes.class.getResourceAsStream("/causes/causes.txt")) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
