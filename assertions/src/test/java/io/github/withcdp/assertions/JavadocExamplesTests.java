package io.github.withcdp.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import net.javacrumbs.jsonunit.assertj.JsonAssert;
import net.javacrumbs.jsonunit.core.Configuration;
import org.assertj.core.api.Assertions;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.TreeNode;
import tools.jackson.databind.JsonNode;

/** The examples in the Javadoc are compiled, each assertion has one that passes and one that fails, and those that need no browser do what they say. */
class JavadocExamplesTests {

    private static final Path SOURCES = Path.of("src", "main", "java", "io", "github", "withcdp", "assertions");
    private static final Pattern EXAMPLE = Pattern.compile(
            "(?ms)^     \\* <pre>\\{@code\\R(.*?)^     \\* \\}</pre>.*?\\*/\\s+((?:@\\w+.*?\\R\\s+)*[^\\n]*)");
    private static final Pattern CLASS_EXAMPLE = Pattern.compile("(?ms)^ \\* <pre>\\{@code\\R(.*?)^ \\* \\}</pre>");
    private static final Pattern NAME = Pattern.compile("(\\w+)\\(");

    /** About what needs nothing but what is on record. */
    private static final Set<String> RUNNING = Set.of(
            "AbstractExchangeAssert",
            "ConsoleMessageAssert",
            "CookieAssert",
            "RecordedMessageAssert",
            "StreamFrameAssert");

    /** What leads elsewhere and cannot fail. */
    private static final Set<String> LEADING = Set.of("within");

    private record Example(String className, String method, List<String> lines) {

        String name() {
            return className + "." + method;
        }

        /** Return the statements; what is said to pass or to fail is wrapped, so that it can be seen to do so. */
        String body() {
            var body = new StringBuilder();
            var statement = new StringBuilder();
            for (var line : lines) {
                int comment = line.indexOf(" // ");
                var code = comment < 0 ? line : line.substring(0, comment);
                statement.append(code).append('\n');
                if (code.stripTrailing().endsWith(";")) {
                    var verdict = comment < 0 ? "" : line.substring(comment + 4);
                    body.append(
                            verdict.startsWith("passes")
                                    ? "passes(() -> { %s });\n".formatted(statement)
                                    : verdict.startsWith("fails")
                                            ? "fails(() -> { %s });\n".formatted(statement)
                                            : statement.toString());
                    statement.setLength(0);
                }
            }
            return body.append(statement).toString();
        }
    }

    private static List<Example> examples = List.of();

    @TempDir
    static Path classes;

    @BeforeAll
    static void read() throws IOException {
        var found = new ArrayList<Example>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (var file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                var className = file.getFileName().toString().replace(".java", "");
                var source = Files.readString(file);
                CLASS_EXAMPLE
                        .matcher(source)
                        .results()
                        .forEach(match -> found.add(new Example(className, "", lines(match.group(1), " \\* ?"))));
                EXAMPLE.matcher(source).results().forEach(match -> {
                    var name = NAME.matcher(match.group(2));
                    assertThat(name.find()).as(match.group(2)).isTrue();
                    found.add(new Example(className, name.group(1), lines(match.group(1), "     \\* ?")));
                });
            }
        }
        examples = found;
    }

    private static List<String> lines(String example, String margin) {
        return example.lines().map(line -> line.replaceFirst("^" + margin, "")).toList();
    }

    @Test
    void there_are_many() {
        assertThat(examples).hasSizeGreaterThan(60);
    }

    @TestFactory
    Stream<DynamicTest> each_shows_what_passes_and_what_fails() {
        return examples.stream()
                .filter(example -> !example.method().isEmpty())
                .filter(example -> !LEADING.contains(example.method()))
                .map(example -> DynamicTest.dynamicTest(
                        example.name(),
                        () -> assertThat(example.lines())
                                .anyMatch(line -> line.contains("// passes"))
                                .anyMatch(line -> line.contains("// fails"))));
    }

    @TestFactory
    Stream<DynamicTest> each_assertion_has_one() throws IOException {
        var documented = examples.stream().map(Example::name).toList();
        var tests = new ArrayList<DynamicTest>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (var file : files.filter(path -> path.toString().endsWith("Assert.java"))
                    .sorted()
                    .toList()) {
                var className = file.getFileName().toString().replace(".java", "");
                Pattern.compile(
                                "(?m)^     \\*/\\R(?!    @Override)(?:    @.*\\R)*    public (?:abstract |final )?[\\w<>?]+ (\\w+)\\(")
                        .matcher(Files.readString(file))
                        .results()
                        .map(match -> className + "." + match.group(1))
                        .map(name -> DynamicTest.dynamicTest(
                                name, () -> assertThat(documented).contains(name)))
                        .forEach(tests::add);
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> each_is_compiled_and_says_the_truth() throws IOException {
        var sources = new LinkedHashMap<String, Example>();
        examples.forEach(example -> sources.put("Example" + sources.size(), example));
        var output = new StringWriter();
        var compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        output,
                        null,
                        null,
                        List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classPath()),
                        null,
                        sources.entrySet().stream()
                                .map(JavadocExamplesTests::source)
                                .toList())
                .call();
        assertThat(compiled).as(() -> "the examples are compiled:\n" + output).isTrue();

        var loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, JavadocExamplesTests.class.getClassLoader());
        return sources.entrySet().stream()
                .filter(entry -> RUNNING.contains(entry.getValue().className()))
                .map(entry -> DynamicTest.dynamicTest(entry.getValue().name(), () -> {
                    var type = loader.loadClass("io.github.withcdp.assertions.examples." + entry.getKey());
                    ((ExampleWorld) type.getDeclaredConstructor().newInstance()).run();
                }))
                .onClose(() -> close(loader));
    }

    /** Return where the classes come from that examples name; the class path of this JVM may be hidden in a manifest. */
    private static String classPath() {
        return Stream.of(
                        CDPAssertions.class,
                        ExampleWorld.class,
                        CDPSession.class,
                        Assertions.class,
                        JsonAssert.class,
                        Configuration.class,
                        JsonNode.class,
                        TreeNode.class,
                        Matcher.class,
                        Nullable.class)
                .map(type -> {
                    try {
                        return Path.of(type.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString();
                    } catch (URISyntaxException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void close(URLClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String imports() {
        return Stream.of(
                        "static io.github.withcdp.assertions.CDPAssertions.*",
                        "static io.github.withcdp.assertions.BDDCDPAssertions.then",
                        "static java.time.Duration.*",
                        "io.github.withcdp.assertions.*",
                        "io.github.withcdp.protocol.*",
                        "io.github.withcdp.recording.*",
                        "io.github.withcdp.recording.ConsoleMessage.Level",
                        "io.github.withcdp.recording.ConsoleMessage.Source",
                        "io.github.withcdp.session.*",
                        "java.nio.file.Path",
                        "java.time.Instant",
                        "java.util.*",
                        "java.util.regex.Pattern")
                .map("import %s;"::formatted)
                .collect(Collectors.joining("\n"));
    }

    private static SimpleJavaFileObject source(Map.Entry<String, Example> entry) {
        var code = """
                package io.github.withcdp.assertions.examples;
                %s
                /** %s */
                public class %s extends ExampleWorld {
                    public void run() throws Exception {
                %s
                    }
                }
                """.formatted(
                        imports(),
                        entry.getValue().name(),
                        entry.getKey(),
                        entry.getValue().body());
        return new SimpleJavaFileObject(
                URI.create("string:///io/github/withcdp/assertions/examples/" + entry.getKey() + ".java"),
                Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
    }
}
