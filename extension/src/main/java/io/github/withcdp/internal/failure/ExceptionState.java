package io.github.withcdp.internal.failure;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.opentest4j.AssertionFailedError;

/** Tells whether the exceptions of a class may know more than what a copy is told, and so cannot be copied. */
final class ExceptionState {

    /** The classes whose fields are copied. */
    private static final Set<Class<?>> COPIED = Set.of(Throwable.class, AssertionFailedError.class);

    private ExceptionState() {}

    /**
     * Return whether a class has fields of its own, or inherits some that its constructors may fill with more than a text and a cause.
     * If they can be told nothing else, the same text and the same cause fill them alike.
     */
    static boolean isIn(Class<?> type) {
        if (COPIED.contains(type)) {
            return false;
        }
        return hasFields(type)
                || (inheritsFields(type) && !canOnlyBeTold(type, List.of(String.class), Throwable.class));
    }

    /** Return whether no constructor of a class takes anything but, at most once each, what is named, and any number of something else. */
    static boolean canOnlyBeTold(Class<?> type, List<Class<?>> once, Class<?> often) {
        return Reflection.attempt(type::getDeclaredConstructors)
                .filter(constructors -> Arrays.stream(constructors)
                        .filter(constructor -> !constructor.isSynthetic())
                        .allMatch(constructor -> isToldOnly(constructor, once, often)))
                .isPresent();
    }

    private static boolean isToldOnly(Constructor<?> constructor, List<Class<?>> once, Class<?> often) {
        var otherParameters = Arrays.stream(constructor.getParameterTypes())
                .filter(parameter -> !often.isAssignableFrom(parameter))
                .toList();
        return once.containsAll(otherParameters)
                && otherParameters.stream().distinct().count() == otherParameters.size();
    }

    private static boolean inheritsFields(Class<?> type) {
        for (Class<?> each = type.getSuperclass(); !COPIED.contains(each); each = each.getSuperclass()) {
            if (hasFields(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasFields(Class<?> type) {
        return Reflection.attempt(type::getDeclaredFields)
                .filter(fields -> Arrays.stream(fields).noneMatch(ExceptionState::isState))
                .isEmpty();
    }

    /** Return whether a field is a part of the state: what is transient in the JDK is worked out again, such as the helpful text of a {@link NullPointerException}. */
    private static boolean isState(Field field) {
        var module = field.getDeclaringClass().getModule().getName();
        boolean ofJdk = module != null && module.startsWith("java.");
        return !Modifier.isStatic(field.getModifiers())
                && !field.isSynthetic()
                && !(ofJdk && Modifier.isTransient(field.getModifiers()));
    }
}
