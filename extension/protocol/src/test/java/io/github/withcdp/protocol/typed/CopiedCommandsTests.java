package io.github.withcdp.protocol.typed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.protocol.Command;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What the monitor copies as typed Java is Java, and sends what was sent. The file is that of {@code TypedCodeTests} of the extension. */
public class CopiedCommandsTests {

    private static final Path FILE =
            Path.of("../src/test/resources/io/github/withcdp/internal/monitor/copied-commands.txt");

    private static final String IMPORTS = Stream.of(
                    "io.github.withcdp.protocol.typed.*",
                    "io.github.withcdp.protocol.typed.experimental.*",
                    "io.github.withcdp.protocol.typed.CopiedCommandsTests",
                    "io.github.withcdp.protocol.typed.Runtime",
                    "java.util.*",
                    "tools.jackson.databind.node.NullNode")
            .map("import %s;"::formatted)
            .collect(Collectors.joining("\n"));

    /** Called by JUnit. */
    public CopiedCommandsTests() {}

    /** As a session, as far as a statement that was copied asks for it. */
    public interface Sending {

        <T> void send(Command<T> command);
    }

    /** What a class of such a statement is seen by. */
    public interface Copied {

        void run(Sending session);
    }

    private record Statement(String method, String params, String java) {

        static Statement of(String block) {
            var lines = block.strip().split("\n", 3);
            return new Statement(lines[0], lines[1], lines[2]);
        }

        String source(String name) {
            return """
                    %s
                    public class %s implements CopiedCommandsTests.Copied {
                        public void run(CopiedCommandsTests.Sending session) {
                            %s
                        }
                    }
                    """.formatted(IMPORTS, name, java);
        }
    }

    @TempDir
    static Path classes;

    @TestFactory
    Stream<DynamicTest> send_what_was_sent() throws IOException {
        var statements = Stream.of(Files.readString(FILE).split("\n\n", -1))
                .map(Statement::of)
                .toList();
        var compilation = new Compilation();
        IntStream.range(0, statements.size())
                .forEach(i -> compilation.add("Copied" + i, statements.get(i).source("Copied" + i)));
        assertThat(compilation.errors(List.of("-d", classes.toString(), "-XDshould-stop.ifNoError=GENERATE")))
                .isEqualTo(Map.of());
        var loader = loader();
        return IntStream.range(0, statements.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        statements.get(i).java(), () -> sends(statements.get(i), loader.loadClass("Copied" + i))));
    }

    private static URLClassLoader loader() throws MalformedURLException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, CopiedCommandsTests.class.getClassLoader());
    }

    private static void sends(Statement statement, Class<?> type) throws ReflectiveOperationException {
        List<Command<?>> sent = new ArrayList<>();
        var copied = (Copied) type.getDeclaredConstructor().newInstance();
        copied.run(new Sending() {
            @Override
            public <T> void send(Command<T> command) {
                sent.add(command);
            }
        });
        var mapper = JsonMapper.shared();
        assertThat(sent).hasSize(1);
        var params = sent.get(0).params();

        assertThat(sent.get(0).method()).isEqualTo(statement.method());
        assertThat(mapper.readTree(params == null ? "{}" : mapper.writeValueAsString(params)))
                .isEqualTo(mapper.readTree(statement.params()));
    }
}
