package io.github.withcdp.internal.publish;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The line in which a test failed.
 *
 * @param owner the class in whose source it is: that of the test, one around it, or one above it
 * @param file the name of that source
 * @param number of the line, from 1
 */
record FailingLine(Class<?> owner, String file, int number) {

    private static final int CAUSES = 5;

    /**
     * Return the line in a stack trace, or in that of a cause: of the method of the test, or else of its class.
     *
     * @param methodName the name of the method; empty if it is about the class
     */
    static Optional<FailingLine> of(Throwable thrown, Class<?> testClass, String methodName) {
        var owners = new LinkedHashMap<String, Class<?>>();
        collect(testClass, owners);
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES)
                .flatMap(cause -> in(cause.getStackTrace(), owners, methodName).stream())
                .findFirst();
    }

    private static void collect(@Nullable Class<?> type, Map<String, Class<?>> owners) {
        if (type != null && type != Object.class && owners.putIfAbsent(type.getName(), type) == null) {
            collect(type.getSuperclass(), owners);
            collect(type.getEnclosingClass(), owners);
            Arrays.stream(type.getInterfaces()).forEach(each -> collect(each, owners));
        }
    }

    private static Optional<FailingLine> in(
            StackTraceElement[] calls, Map<String, Class<?>> owners, String methodName) {
        var callsOfTest = Arrays.stream(calls)
                .filter(call -> call.getLineNumber() > 0 && call.getFileName() != null)
                .filter(call -> owner(call, owners).isPresent())
                .toList();
        return first(callsOfTest, call -> isOf(call, methodName)).or(() -> first(callsOfTest, call -> true)).stream()
                .map(call -> new FailingLine(
                        owner(call, owners).orElseThrow(), String.valueOf(call.getFileName()), call.getLineNumber()))
                .findFirst();
    }

    private static Optional<StackTraceElement> first(List<StackTraceElement> calls, Predicate<StackTraceElement> of) {
        return calls.stream().filter(of).findFirst();
    }

    /** Return the innermost of the classes: those without a name of their own, as compilers make them, are in the source of the one around them. */
    private static Optional<Class<?>> owner(StackTraceElement call, Map<String, Class<?>> owners) {
        var name = call.getClassName();
        return owners.entrySet().stream()
                .filter(owner -> name.equals(owner.getKey()) || name.startsWith(owner.getKey() + "$"))
                .max(Comparator.comparingInt(owner -> owner.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /** Return whether a call is one of a method. The code of a lambda is in a method, or a class, that has the name of the one around it in its own. */
    private static boolean isOf(StackTraceElement call, String methodName) {
        return !methodName.isEmpty()
                && (call.getClassName() + "$$" + call.getMethodName() + "$").contains("$" + methodName + "$");
    }
}
