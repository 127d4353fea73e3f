package io.github.withcdp.protocol.generator;

import io.github.withcdp.protocol.generator.Domain.Method;
import io.github.withcdp.protocol.generator.Domain.ObjectType;
import io.github.withcdp.protocol.generator.Domain.Property;
import io.github.withcdp.protocol.generator.Domain.Remarks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the class of a domain: its commands, its events, and the types of both. */
final class DomainSource {

    /** What the classes may use, besides each other. */
    private static final List<String> IMPORTS = List.of(
            "io.github.withcdp.protocol.Command",
            "io.github.withcdp.protocol.EventType",
            "io.github.withcdp.protocol.typed.Experimental",
            "io.github.withcdp.protocol.typed.OpenEnum",
            "io.github.withcdp.protocol.typed.OptionsCommand",
            "io.github.withcdp.protocol.typed.ProtocolObject",
            "io.github.withcdp.protocol.typed.internal.Fields",
            "io.github.withcdp.protocol.typed.internal.Values",
            "java.util.List",
            "java.util.Map",
            "java.util.Optional",
            "java.util.OptionalDouble",
            "java.util.OptionalInt",
            "java.util.function.Function",
            "org.apiguardian.api.API",
            "tools.jackson.databind.JsonNode");

    private static final Pattern NAME = Pattern.compile("(?<![.\\w\"])[A-Z]\\w*");

    /** Names of the language that the classes use, which none of their own may hide. */
    private static final Set<String> OF_THE_LANGUAGE =
            Set.of("Boolean", "Deprecated", "Double", "Integer", "Object", "Override", "String", "SuppressWarnings");

    private final Protocol protocol;
    private final Domain domain;
    private final SourceText source = new SourceText();
    private final Set<String> names = new HashSet<>();
    private final List<String> views = new ArrayList<>();

    private DomainSource(Protocol protocol, Domain domain) {
        this.protocol = protocol;
        this.domain = domain;
        taken(domain.name());
    }

    /** Return the text of the file. */
    static String of(Protocol protocol, Domain domain) {
        var writer = new DomainSource(protocol, domain);
        writer.writeClass();
        return writer.head() + writer.source;
    }

    private String head() {
        var home = protocol.packageOf(domain);
        var others = protocol.domains().stream()
                .filter(other -> !other.name().equals(domain.name()))
                .map(other -> protocol.packageOf(other) + "." + other.name());
        var used = namesIn(source);
        var imports = Stream.concat(IMPORTS.stream(), others)
                .filter(name -> !name.substring(0, name.lastIndexOf('.')).equals(home))
                .filter(name -> used.contains(name.substring(name.lastIndexOf('.') + 1)))
                .collect(Collectors.toCollection(TreeSet::new));
        return "// Made from Chrome's description of its protocol; changes are lost.\npackage %s;\n\n%s\n\n"
                .formatted(home, imports.stream().map("import %s;"::formatted).collect(Collectors.joining("\n")));
    }

    /** Return the names that stand in the code alone, neither in comments nor in texts. */
    private static Set<String> namesIn(SourceText source) {
        var code = source.toString()
                .lines()
                .filter(line -> !line.strip().startsWith("*"))
                .collect(Collectors.joining("\n"));
        return NAME.matcher(code).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private void writeClass() {
        var about = JavadocText.of(domain.remarks().description());
        source.javadoc(
                "The domain {@code %s}%s%s".formatted(domain.name(), about.isEmpty() ? "." : ": ", about),
                with(List.of("@since 0.1"), domain.remarks()));
        source.add("@API(status = API.Status.EXPERIMENTAL, since = \"0.1\")");
        annotations(domain.remarks());
        source.add("@SuppressWarnings(\"deprecation\")");
        source.add("public final class %s {".formatted(domain.name()));
        source.add("private %s() {}".formatted(domain.name()));
        domain.commands().forEach(this::writeFactory);
        domain.events().forEach(this::writeConstant);
        domain.commands().forEach(this::writeCommand);
        domain.events().forEach(event -> {
            if (!event.parameters().isEmpty()) {
                var params = "The params of {@code %s.%s}.".formatted(domain.name(), event.name());
                writeView(event.name() + "Event", event.name(), params, event.remarks(), event.parameters(), false);
            }
        });
        domain.types().forEach(this::writeType);
        writeViews();
        source.add("}");
    }

    // --- Commands and events

    private void writeFactory(Method command) {
        var required = command.required();
        var options = command.optional();
        source.add("");
        var redirect = command.redirect().isEmpty()
                ? ""
                : ", which Chrome hands on to the domain {@code %s}".formatted(command.redirect());
        source.javadoc(
                paragraphs(
                        JavadocText.of(command.remarks().description()),
                        "The command {@code %s.%s}%s.".formatted(domain.name(), command.name(), redirect)),
                with(params(required), command.remarks()));
        annotations(command.remarks());
        var returned = options.isEmpty() ? "Command<%s>".formatted(result(command)) : commandClass(command);
        source.add("public static %s %s(%s) {"
                .formatted(returned, JavaNames.member(command.name()), parameters(command.name(), required)));
        var given = required.isEmpty() ? "" : arguments(required);
        if (options.isEmpty()) {
            source.add("return Command.of(\"%s.%s\", %s, %s);"
                    .formatted(
                            domain.name(),
                            command.name(),
                            given.isEmpty() ? "null" : "Values.params(%s)".formatted(given),
                            viewOf(command)));
        } else {
            source.add("return new %s(Values.params(%s));".formatted(returned, given));
        }
        source.add("}");
    }

    private void writeConstant(Method event) {
        source.add("");
        source.javadoc(
                paragraphs(
                        JavadocText.of(event.remarks().description()),
                        "The event {@code %s.%s}.".formatted(domain.name(), event.name())),
                with(List.of(), event.remarks()));
        annotations(event.remarks());
        boolean empty = event.parameters().isEmpty();
        var view = empty ? "JsonNode" : JavaNames.capital(event.name()) + "Event";
        source.add("public static final EventType<%s> %s = EventType.of(\"%s.%s\", %s);"
                .formatted(
                        view,
                        taken(JavaNames.constant(event.name())),
                        domain.name(),
                        event.name(),
                        empty ? "Function.identity()" : viewAs(view)));
    }

    private void writeCommand(Method command) {
        if (!command.optional().isEmpty()) {
            writeCommandClass(command);
        }
        writeEnums(command.name(), command.parameters());
        if (!command.results().isEmpty()) {
            var about = "The result of {@code %s.%s}.".formatted(domain.name(), command.name());
            writeView(command.name() + "Result", command.name(), about, command.remarks(), command.results(), false);
        }
    }

    private void writeCommandClass(Method command) {
        var name = taken(commandClass(command));
        source.add("");
        source.javadoc(
                "The command {@code %s.%s} with its options.".formatted(domain.name(), command.name()),
                with(List.of(), command.remarks()));
        annotations(command.remarks());
        source.add("public static final class %s extends OptionsCommand<%s> {".formatted(name, result(command)));
        source.add("private %s(Map<String, Object> params) {".formatted(name));
        source.add("super(\"%s.%s\", params, %s);".formatted(domain.name(), command.name(), viewOf(command)));
        source.add("}");
        for (var option : command.optional()) {
            writeOption(name, command.name(), option, "Values.with(this, \"%s\", %s)");
        }
        source.add("}");
    }

    private void writeOption(String name, String owner, Property option, String with) {
        source.add("");
        source.javadoc(description(option), with(List.of(), option.remarks()));
        annotations(option.remarks());
        var member = JavaNames.member(option.name());
        source.add("public %s %s(%s %s) {"
                .formatted(name, member, type(owner, option).written(), member));
        source.add("return new %s(%s);".formatted(name, with.formatted(option.name(), member)));
        source.add("}");
    }

    private static String commandClass(Method command) {
        return JavaNames.capital(command.name()) + "Command";
    }

    private static String result(Method command) {
        return command.results().isEmpty() ? "JsonNode" : JavaNames.capital(command.name()) + "Result";
    }

    private String viewOf(Method command) {
        return command.results().isEmpty() ? "Function.identity()" : viewAs(result(command));
    }

    /** Return what views JSON as a type; it has a number of its own. */
    private String viewAs(String type) {
        views.add(type);
        return "new Views<%s>(%d)".formatted(type, views.size() - 1);
    }

    /** A lambda for each would be made when the class is initialised, dozens of them in the fresh JVM of a test, and load their classes. */
    private void writeViews() {
        if (views.isEmpty()) {
            return;
        }
        source.add("");
        source.add("private record %s<T>(int number) implements Function<JsonNode, T> {".formatted(taken("Views")));
        source.add("@Override");
        source.add("@SuppressWarnings(\"unchecked\")");
        source.add("public T apply(JsonNode json) {");
        source.add("switch (number) {");
        for (int number = 0; number < views.size(); number++) {
            source.add("case %d:".formatted(number));
            source.add("    return (T) new %s(json);".formatted(views.get(number)));
        }
        source.add("default:");
        source.add("    throw new IllegalStateException(\"no view has the number \" + number);");
        source.add("}");
        source.add("}");
        source.add("}");
    }

    // --- Types

    private void writeType(ObjectType type) {
        if (type.isObject()) {
            writeView(
                    JavaNames.type(domain.name(), type.id()),
                    type.id(),
                    JavadocText.of(type.remarks().description()),
                    type.remarks(),
                    type.properties(),
                    protocol.isInput(type));
        } else if (type.isEnum()) {
            writeEnum(
                    JavaNames.type(domain.name(), type.id()),
                    JavadocText.of(type.remarks().description()),
                    type.remarks(),
                    type.value().constants());
        }
    }

    private void writeView(
            String id, String owner, String about, Remarks remarks, List<Property> properties, boolean isInput) {
        var name = taken(JavaNames.capital(id));
        source.add("");
        source.javadoc(about, with(List.of(), remarks));
        annotations(remarks);
        source.add("public static final class %s extends ProtocolObject {".formatted(name));
        source.javadoc("View JSON as this.", List.of());
        source.add("public %s(JsonNode json) {".formatted(name));
        source.add("super(json);");
        source.add("}");
        if (isInput) {
            writeFactory(name, owner, properties);
        }
        for (var property : properties) {
            source.add("");
            source.javadoc(description(property), with(List.of(), property.remarks()));
            annotations(property.remarks());
            var type = type(owner, property);
            boolean optional = property.isOptional();
            source.add("public %s %s() {".formatted(type.returned(optional), JavaNames.member(property.name())));
            source.add("return %s;".formatted(type.expression(property.name(), optional)));
            source.add("}");
        }
        if (isInput) {
            for (var option : Property.optional(properties)) {
                writeOption(name, owner, option, "Values.with(this, \"%s\", %s)");
            }
        }
        source.add("}");
        writeEnums(owner, properties);
    }

    private void writeFactory(String name, String owner, List<Property> properties) {
        var required = Property.required(properties);
        source.add("");
        source.javadoc(
                required.isEmpty() ? "Create one without anything." : "Create one with what it must have.",
                params(required));
        source.add("public static %s of(%s) {".formatted(name, parameters(owner, required)));
        source.add("return new %s(Values.object(%s));".formatted(name, arguments(required)));
        source.add("}");
    }

    private void writeEnums(String owner, List<Property> properties) {
        for (var property : properties) {
            if (!property.value().constants().isEmpty()) {
                writeEnum(
                        JavaType.enumName(owner, property),
                        "What {@code %s} of {@code %s.%s} may be.".formatted(property.name(), domain.name(), owner),
                        new Remarks(
                                "",
                                property.remarks().experimental(),
                                property.remarks().deprecated()),
                        property.value().constants());
            }
        }
    }

    private void writeEnum(String name, String about, Remarks remarks, List<String> constants) {
        taken(name);
        source.add("");
        source.javadoc(about, with(List.of(), remarks));
        annotations(remarks);
        source.add("public static final class %s extends OpenEnum {".formatted(name));
        for (var text : constants) {
            source.javadoc("The text {@code %s}.".formatted(text), List.of());
            source.add("public static final %s %s = new %s(\"%s\");"
                    .formatted(name, JavaNames.constant(text), name, text));
        }
        source.add("");
        source.add("private %s(String text) {".formatted(name));
        source.add("super(text);");
        source.add("}");
        source.add("");
        source.javadoc("Return the constant of a text, which may be a new one.", List.of());
        source.add("public static %s of(String text) {".formatted(name));
        source.add("return new %s(text);".formatted(name));
        source.add("}");
        source.add("}");
    }

    // --- Words

    private JavaType type(String owner, Property property) {
        return JavaType.of(protocol, domain, owner, property);
    }

    private String parameters(String owner, List<Property> required) {
        return required.stream()
                .map(each -> type(owner, each).written() + " " + JavaNames.member(each.name()))
                .collect(Collectors.joining(", "));
    }

    private static String arguments(List<Property> required) {
        return required.stream()
                .map(each -> "\"%s\", %s".formatted(each.name(), JavaNames.member(each.name())))
                .collect(Collectors.joining(", "));
    }

    private static List<String> params(List<Property> required) {
        return required.stream()
                .filter(each -> !each.remarks().description().isEmpty())
                .map(each -> "@param %s %s"
                        .formatted(
                                JavaNames.member(each.name()),
                                JavadocText.of(each.remarks().description())))
                .toList();
    }

    private String description(Property property) {
        var about = JavadocText.of(property.remarks().description());
        if (!property.value().kind().equals("ref")) {
            return about;
        }
        var found = protocol.find(domain, property.value().reference());
        boolean isNamedInJava = found.type().isObject() || found.type().isEnum();
        return isNamedInJava
                ? about
                : paragraphs(
                        about,
                        "A {@code %s.%s}."
                                .formatted(found.domain().name(), found.type().id()));
    }

    private static String paragraphs(String first, String second) {
        return first.isEmpty() ? second : first + "\n\n<p>" + second;
    }

    private static List<String> with(List<String> tags, Remarks remarks) {
        var all = new ArrayList<>(tags);
        if (remarks.deprecated()) {
            all.add("@deprecated by the protocol");
        }
        return all;
    }

    private void annotations(Remarks remarks) {
        if (remarks.deprecated()) {
            source.add("@Deprecated");
        }
        if (remarks.experimental()) {
            source.add("@Experimental");
        }
    }

    /** Note a name. Also two that differ in nothing but case cannot be: some disks have one file for both classes. */
    private String taken(String name) {
        if (!names.add(name.toLowerCase(Locale.ROOT))
                || OF_THE_LANGUAGE.contains(name)
                || IMPORTS.stream().anyMatch(each -> each.endsWith("." + name))) {
            throw new IllegalStateException(
                    "%s.%s is there already: JavaNames must find another name".formatted(domain.name(), name));
        }
        return name;
    }
}
