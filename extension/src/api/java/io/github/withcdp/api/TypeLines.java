package io.github.withcdp.api;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A type as lines of text, each of which begins with its name: what it is, and what it has. */
final class TypeLines {

    private static final int ANNOTATION = 0x2000;

    private final Class<?> type;

    private TypeLines(Class<?> type) {
        this.type = type;
    }

    /** Return the lines, unsorted. */
    static List<String> of(Class<?> type) {
        return new TypeLines(type).lines();
    }

    private List<String> lines() {
        var members = new MemberText(type);
        Stream<String> lines = Stream.of(
                        Stream.of(declaration()),
                        Stream.of(type.getAnnotations()).map(AnnotationText::of),
                        Stream.of(type.getDeclaredConstructors())
                                .filter(members::isVisible)
                                .map(members::constructor),
                        declarers()
                                .flatMap(declarer -> Stream.of(declarer.getDeclaredMethods()))
                                .filter(members::isVisible)
                                .map(members::method),
                        declarers()
                                .flatMap(declarer -> Stream.of(declarer.getDeclaredFields()))
                                .filter(members::isVisible)
                                .map(members::field))
                .flatMap(part -> part);
        return lines.distinct()
                .map(line -> type.getCanonicalName() + ": " + line)
                .toList();
    }

    private String declaration() {
        return modifiers() + kind() + TypeText.parameters(type) + components() + ancestors() + permitted();
    }

    private String modifiers() {
        int left = type.getModifiers() & ~ANNOTATION;
        if (type.isInterface() || type.isEnum() || type.isRecord()) {
            left &= Modifier.PUBLIC | Modifier.PROTECTED;
        }
        return Modifier.toString(left) + (type.isSealed() ? " sealed " : " ");
    }

    private String kind() {
        if (type.isAnnotation()) {
            return "@interface";
        }
        if (type.isInterface()) {
            return "interface";
        }
        if (type.isEnum()) {
            return "enum";
        }
        return type.isRecord() ? "record" : "class";
    }

    private String components() {
        return type.isRecord()
                ? Stream.of(type.getRecordComponents())
                        .map(component -> TypeText.of(component.getAnnotatedType()) + " " + component.getName())
                        .collect(Collectors.joining(", ", "(", ")"))
                : "";
    }

    /** Whom a class extends and implements; those that nobody else can name are replaced by what they themselves extend and implement. */
    private String ancestors() {
        Set<String> interfaces = new LinkedHashSet<>();
        declarers()
                .forEach(declarer -> Stream.of(declarer.getAnnotatedInterfaces())
                        .filter(TypeLines::isNamable)
                        .map(TypeText::of)
                        .forEach(interfaces::add));
        return superclass()
                + (interfaces.isEmpty() || type.isAnnotation()
                        ? ""
                        : (type.isInterface() ? " extends " : " implements ") + String.join(", ", interfaces));
    }

    private String superclass() {
        if (type.isInterface() || type.isEnum() || type.isRecord()) {
            return "";
        }
        var above = Objects.requireNonNull(type.getAnnotatedSuperclass());
        while (!isNamable(above)) {
            above = Objects.requireNonNull(TypeText.raw(above).getAnnotatedSuperclass());
        }
        return above.getType() == Object.class ? "" : " extends " + TypeText.of(above);
    }

    private static boolean isNamable(AnnotatedType type) {
        return PublicApi.isVisible(TypeText.raw(type));
    }

    private String permitted() {
        if (!type.isSealed()) {
            return "";
        }
        return Stream.of(type.getPermittedSubclasses())
                .filter(PublicApi::isVisible)
                .map(Class::getCanonicalName)
                .sorted()
                .collect(Collectors.joining(", ", " permits ", ""));
    }

    /** The type, and those that nobody else can name and whose members it has. */
    private Stream<Class<?>> declarers() {
        List<Class<?>> declarers = new ArrayList<>();
        declarers.add(type);
        for (int i = 0; i < declarers.size(); i++) {
            var declarer = declarers.get(i);
            Stream.concat(Stream.ofNullable(declarer.getSuperclass()), Stream.of(declarer.getInterfaces()))
                    .filter(above -> !PublicApi.isVisible(above) && !declarers.contains(above))
                    .forEach(declarers::add);
        }
        return declarers.stream();
    }
}
