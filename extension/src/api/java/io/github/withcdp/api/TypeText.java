package io.github.withcdp.api;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.TypeVariable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types as declarations name them, in full but for {@code java.lang}, with what their annotations say of null. */
final class TypeText {

    private TypeText() {}

    static String of(AnnotatedType type) {
        if (type instanceof AnnotatedArrayType array) {
            var annotations = annotations(type);
            return of(array.getAnnotatedGenericComponentType())
                    + (annotations.isEmpty() ? "" : " " + annotations)
                    + "[]";
        }
        return annotations(type) + name(type);
    }

    /** Return the type parameters of a class or a method with their bounds, in angle brackets; nothing if there are none. */
    static String parameters(GenericDeclaration declaration) {
        var parameters = declaration.getTypeParameters();
        return parameters.length == 0
                ? ""
                : Stream.of(parameters).map(TypeText::parameter).collect(Collectors.joining(", ", "<", ">"));
    }

    /** Return the class of a type that is one, with arguments or without. */
    static Class<?> raw(AnnotatedType type) {
        return type.getType() instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type.getType();
    }

    private static String parameter(TypeVariable<?> parameter) {
        var bounds = Stream.of(parameter.getAnnotatedBounds()).map(TypeText::of).collect(Collectors.joining(" & "));
        return parameter.getName() + (bounds.equals("Object") ? "" : " extends " + bounds);
    }

    private static String name(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType parameterized) {
            return name(raw(type))
                    + Stream.of(parameterized.getAnnotatedActualTypeArguments())
                            .map(TypeText::of)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return wildcard(wildcard);
        }
        return type.getType() instanceof Class<?> named
                ? name(named)
                : type.getType().getTypeName();
    }

    private static String wildcard(AnnotatedWildcardType wildcard) {
        for (var lower : wildcard.getAnnotatedLowerBounds()) {
            return "? super " + of(lower);
        }
        var upper = of(wildcard.getAnnotatedUpperBounds()[0]);
        return upper.equals("Object") ? "?" : "? extends " + upper;
    }

    static String name(Class<?> type) {
        return type.getCanonicalName().replaceFirst("^java\\.lang\\.(?=[A-Z])", "");
    }

    private static String annotations(AnnotatedType type) {
        return Stream.of(type.getAnnotations())
                .map(annotation -> "@" + annotation.annotationType().getSimpleName() + " ")
                .collect(Collectors.joining());
    }
}
