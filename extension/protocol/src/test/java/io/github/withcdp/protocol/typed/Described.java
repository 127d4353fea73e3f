package io.github.withcdp.protocol.typed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The protocol as Chrome describes it, which the tests compare the classes with, and how the two find each other. */
final class Described {

    private static final List<JsonNode> DOMAINS = Stream.of("browser_protocol.json", "js_protocol.json")
            .map(name -> Path.of(System.getProperty("protocol.description"), name))
            .map(Described::read)
            .flatMap(file -> elements(file.path("domains")))
            .toList();

    /** A command or an event of a domain. */
    record Method(String domain, JsonNode json) {

        String name() {
            return domain + "." + simpleName();
        }

        String simpleName() {
            return json.path("name").asString();
        }

        List<JsonNode> parameters() {
            return elements(json.path("parameters")).toList();
        }

        List<JsonNode> results() {
            return elements(json.path("returns")).toList();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    private Described() {}

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Stream<String> domains() {
        return DOMAINS.stream().map(domain -> domain.path("domain").asString());
    }

    static List<Method> commands() {
        return methods("commands");
    }

    static List<Method> events() {
        return methods("events");
    }

    private static List<Method> methods(String kind) {
        return DOMAINS.stream()
                .flatMap(domain -> elements(domain.path(kind))
                        .map(json -> new Method(domain.path("domain").asString(), json)))
                .toList();
    }

    static boolean isOptional(JsonNode property) {
        return property.path("optional").asBoolean(false);
    }

    /** Return the type with a name, {@code Network.Cookie}. */
    static JsonNode type(String name) {
        int dot = name.indexOf('.');
        return DOMAINS.stream()
                .filter(domain -> domain.path("domain").asString().equals(name.substring(0, dot)))
                .flatMap(domain -> elements(domain.path("types")))
                .filter(type -> type.path("id").asString().equals(name.substring(dot + 1)))
                .findFirst()
                .orElseThrow();
    }

    // --- In Java

    /** Return the class of a domain. */
    static Class<?> domainClass(String domain) {
        return Stream.of("io.github.withcdp.protocol.typed.", "io.github.withcdp.protocol.typed.experimental.")
                .map(prefix -> prefix + domain)
                .flatMap(Described::existing)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no class of " + domain));
    }

    private static Stream<Class<?>> existing(String name) {
        try {
            return Stream.of(Class.forName(name));
        } catch (ClassNotFoundException absent) {
            return Stream.empty();
        }
    }

    /** Return a class within that of a domain. */
    static Class<?> within(String domain, String name) {
        var java = name.equals(domain) ? name + "Object" : capital(name);
        return Arrays.stream(domainClass(domain).getClasses())
                .filter(type -> type.getSimpleName().equals(java))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no class of %s.%s".formatted(domain, name)));
    }

    static java.lang.reflect.Method method(Class<?> type, String name, int parameters) {
        return Arrays.stream(type.getMethods())
                .filter(method ->
                        method.getName().equals(name) || method.getName().equals(name + "_"))
                .filter(method -> method.getParameterCount() == parameters)
                .filter(method -> method.getDeclaringClass() != Object.class)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no method %s of %s".formatted(name, type)));
    }

    static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Call a method and hand on what it throws. */
    static Object call(java.lang.reflect.Method method, @Nullable Object on, Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(thrown);
        } catch (IllegalAccessException | IllegalArgumentException e) {
            throw new AssertionError(method + " with " + Arrays.toString(arguments), e);
        }
    }
}
