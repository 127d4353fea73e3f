package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.CDPBrowser;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Compiles statements as they were copied, and runs them against a session that only notes what it is told. */
final class CopiedJava {

    /** What a session was told. */
    record Call(String name, String method, Object params) {}

    private CopiedJava() {}

    static List<Call> run(Path folder, List<String> statements) throws Exception {
        var calls = new StringBuilder();
        var methods = new StringBuilder();
        for (int i = 0; i < statements.size(); i++) {
            calls.append("run%d(session, browser);\n".formatted(i));
            methods.append("static void run%d(CDPSession session, CDPBrowser browser) {\n".formatted(i))
                    .append(statements.get(i))
                    .append("\n}\n");
        }
        var source = folder.resolve("Copied.java");
        Files.writeString(source, """
                import io.github.withcdp.CDPBrowser;
                import io.github.withcdp.session.CDPSession;
                import java.util.List;
                import java.util.Map;
                import tools.jackson.databind.node.NullNode;

                public final class Copied {
                    public static void run(CDPSession session, CDPBrowser browser) { CALLS }
                    METHODS
                }
                """.replace("CALLS", calls).replace("METHODS", methods));
        compile(folder, source);
        var told = new ArrayList<Call>();
        var session = noting("session", told);
        var browser = (CDPBrowser) Proxy.newProxyInstance(
                CDPBrowser.class.getClassLoader(),
                new Class<?>[] {CDPBrowser.class},
                (proxy, method, arguments) -> noting("browser", told));
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, CopiedJava.class.getClassLoader())) {
            loader.loadClass("Copied")
                    .getMethod("run", CDPSession.class, CDPBrowser.class)
                    .invoke(null, session, browser);
        }
        return told;
    }

    private static CDPSession noting(String name, List<Call> calls) {
        return (CDPSession) Proxy.newProxyInstance(
                CDPSession.class.getClassLoader(), new Class<?>[] {CDPSession.class}, (proxy, method, arguments) -> {
                    var params = arguments.length > 1 ? plain(arguments[1]) : Map.of();
                    calls.add(new Call(name + "." + method.getName(), (String) arguments[0], params));
                    return null;
                });
    }

    /** Return a value as a page knows it: it has one kind of numbers. */
    static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .collect(Collectors.toMap(entry -> (String) entry.getKey(), entry -> plain(entry.getValue())));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CopiedJava::plain).toList();
        }
        if (value instanceof JsonNode node) {
            return switch (node.getNodeType()) {
                case OBJECT ->
                    node.propertyStream()
                            .collect(Collectors.toMap(Map.Entry::getKey, entry -> plain(entry.getValue())));
                case ARRAY -> node.valueStream().map(CopiedJava::plain).toList();
                case NUMBER -> node.doubleValue();
                case BOOLEAN -> node.booleanValue();
                case NULL -> "the value null";
                default -> node.asString();
            };
        }
        return value instanceof Number number ? number.doubleValue() : value;
    }

    private static void compile(Path folder, Path source) throws IOException, InterruptedException {
        var javac = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-proc:none",
                        "-encoding",
                        "UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString())
                .redirectErrorStream(true)
                .start();
        javac.getOutputStream().close();
        var said = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(javac.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(javac.exitValue()).as(said).isZero();
    }
}
