package io.github.withcdp.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What others see of the members of a type, one line each. */
final class MemberText {

    private static final int SHOWN =
            Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL;

    private final Class<?> type;

    MemberText(Class<?> type) {
        this.type = type;
    }

    boolean isVisible(Member member) {
        return !member.isSynthetic()
                && (Modifier.isPublic(member.getModifiers())
                        || (Modifier.isProtected(member.getModifiers()) && !Modifier.isFinal(type.getModifiers())));
    }

    String constructor(Constructor<?> constructor) {
        return AnnotationText.before(constructor)
                + modifiers(constructor)
                + generics(constructor)
                + type.getSimpleName()
                + parameters(constructor);
    }

    String method(Method method) {
        return AnnotationText.before(method)
                + modifiers(method)
                + (method.isDefault() && type.isInterface() ? "default " : "")
                + generics(method)
                + TypeText.of(method.getAnnotatedReturnType())
                + " "
                + method.getName()
                + parameters(method)
                + Optional.ofNullable(method.getDefaultValue())
                        .map(value -> " default " + AnnotationText.value(value))
                        .orElse("");
    }

    String field(Field field) {
        if (field.isEnumConstant()) {
            return AnnotationText.before(field) + "constant " + field.getName();
        }
        return AnnotationText.before(field)
                + modifiers(field)
                + TypeText.of(field.getAnnotatedType())
                + " "
                + field.getName()
                + value(field);
    }

    /** What a compiler may copy into the code of others. */
    private static String value(Field field) {
        int both = Modifier.STATIC | Modifier.FINAL;
        if ((field.getModifiers() & both) != both
                || (!field.getType().isPrimitive() && field.getType() != String.class)
                || !field.trySetAccessible()) {
            return "";
        }
        try {
            return " = " + AnnotationText.value(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All members of an interface are public, and without a body unless they say so. */
    private String modifiers(Member member) {
        int shown = member.getModifiers() & SHOWN;
        if (type.isInterface()) {
            shown &= ~(Modifier.PUBLIC | Modifier.ABSTRACT);
        }
        return shown == 0 ? "" : Modifier.toString(shown) + " ";
    }

    private static String generics(Executable executable) {
        var parameters = TypeText.parameters(executable);
        return parameters.isEmpty() ? "" : parameters + " ";
    }

    private static String parameters(Executable executable) {
        var parameters = Stream.of(executable.getAnnotatedParameterTypes())
                .map(TypeText::of)
                .collect(Collectors.joining(", ", "(", ")"));
        var thrown = Stream.of(executable.getAnnotatedExceptionTypes())
                .map(TypeText::of)
                .sorted()
                .collect(Collectors.joining(", "));
        return (executable.isVarArgs() ? parameters.replaceFirst("\\[]\\)$", "...)") : parameters)
                + (thrown.isEmpty() ? "" : " throws " + thrown);
    }
}
