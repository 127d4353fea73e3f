package io.github.withcdp.api;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Annotations that are there at run time, with the attributes that are not their defaults. Each JDK prints them in its own way, this one does not. */
final class AnnotationText {

    private AnnotationText() {}

    static String of(Annotation annotation) {
        var attributes = Stream.of(annotation.annotationType().getDeclaredMethods())
                .filter(attribute -> !Objects.deepEquals(get(attribute, annotation), attribute.getDefaultValue()))
                .sorted(Comparator.comparing(Method::getName))
                .map(attribute -> attribute.getName() + " = " + value(get(attribute, annotation)))
                .collect(Collectors.joining(", "));
        return "@" + annotation.annotationType().getSimpleName() + (attributes.isEmpty() ? "" : "(" + attributes + ")");
    }

    /** Return the annotations of a member, each with a space behind it. */
    static String before(AnnotatedElement member) {
        return Stream.of(member.getAnnotations())
                .map(annotation -> of(annotation) + " ")
                .sorted()
                .collect(Collectors.joining());
    }

    /** Return a value as it would be written in an annotation. */
    static String value(Object value) {
        if (value instanceof Class<?> type) {
            return TypeText.name(type) + ".class";
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        }
        if (value instanceof Annotation annotation) {
            return of(annotation);
        }
        return value.getClass().isArray()
                ? IntStream.range(0, Array.getLength(value))
                        .mapToObj(i -> value(Array.get(value, i)))
                        .collect(Collectors.joining(", ", "{", "}"))
                : value.toString();
    }

    private static Object get(Method attribute, Annotation annotation) {
        try {
            attribute.setAccessible(true);
            return attribute.invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
