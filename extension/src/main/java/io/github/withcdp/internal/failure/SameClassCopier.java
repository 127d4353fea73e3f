package io.github.withcdp.internal.failure;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;

/**
 * Makes failures of the class of another one, by the constructors that anybody may call: with a text, for failed assertions with what was compared,
 * and with or without a cause.
 *
 * @param texts what the originals say without secrets
 */
record SameClassCopier(FailureTexts texts) {

    /**
     * Return a copy that says the same without secrets; none if the class has no such constructor or other things to know.
     *
     * @param cause the cause of the copy; none if the original has none, or the copy gets it later
     */
    Optional<Throwable> copy(Throwable failure, Optional<Throwable> cause) {
        var type = failure.getClass();
        return ExceptionState.isIn(type)
                ? Optional.empty()
                : make(type, new Content(texts.message(failure), values(failure), failure.getCause() != null, cause));
    }

    /** Return an error of the nearest class above that of another one, that says what that one prints. */
    Error nearest(Error error, Optional<Throwable> cause) {
        var content = new Content(texts.headline(error), List.of(), error.getCause() != null, cause);
        for (Class<?> type = error.getClass().getSuperclass(); type != Error.class; type = type.getSuperclass()) {
            var copy = ExceptionState.isIn(type) ? Optional.<Throwable>empty() : make(type, content);
            if (copy.isPresent()) {
                return (Error) copy.get();
            }
        }
        return new Error(content.text());
    }

    private List<ValueWrapper> values(Throwable failure) {
        return failure instanceof AssertionFailedError error && error.isExpectedDefined() && error.isActualDefined()
                ? List.of(texts.value(error.getExpected()), texts.value(error.getActual()))
                : List.of();
    }

    private Optional<Throwable> make(Class<?> type, Content content) {
        var constructors = Reflection.attempt(type::getConstructors).stream().flatMap(Stream::of);
        var order = Comparator.<Constructor<?>>comparingInt(Constructor::getParameterCount);
        return constructors
                .filter(content::fits)
                .sorted(content.cause().isPresent() ? order.reversed() : order)
                .flatMap(constructor ->
                        saying(
                                content.text(),
                                text -> Reflection.attempt(
                                        () -> content.with(text).make(constructor)))
                                .stream())
                .filter(copy -> !texts.tell(copy))
                .findFirst();
    }

    /** Return a failure whose message is the given one, or has it as a part; a class that adds to its texts is given less. */
    private static Optional<Throwable> saying(
            @Nullable String message, Function<@Nullable String, Optional<Throwable>> maker) {
        var plain = maker.apply(message);
        var plainMessage = plain.flatMap(failure -> Reflection.attempt(failure::getMessage));
        if (message == null || plainMessage.isEmpty()) {
            return plain.filter(
                    failure -> Reflection.attempt(failure::getMessage).isEmpty() && message == null);
        }
        var affixes = Affixes.around(message, plainMessage.get());
        return affixes.flatMap(around -> around.strip(message))
                .flatMap(maker)
                .filter(failure -> Objects.equals(failure.getMessage(), message))
                .or(() -> affixes.flatMap(around -> plain));
    }

    /** The arguments that a failure is made of. */
    private record Content(
            @Nullable String text, List<ValueWrapper> values, boolean hasCause, Optional<Throwable> cause) {

        Content with(@Nullable String other) {
            return new Content(other, values, hasCause, cause);
        }

        /** Return whether a constructor takes this. One that gets a cause has it for ever, so it is not told that there is none if there will be one. */
        boolean fits(Constructor<?> constructor) {
            var parameters = constructor.getParameterTypes();
            int plain = 1 + values.size();
            if (parameters.length < plain
                    || parameters[0] != String.class
                    || !Stream.of(parameters).skip(1).limit(values.size()).allMatch(Object.class::equals)) {
                return false;
            }
            boolean takesCause = parameters.length == plain + 1 && Throwable.class.isAssignableFrom(parameters[plain]);
            return parameters.length == plain || (takesCause && (cause.isPresent() || !hasCause));
        }

        Throwable make(Constructor<?> constructor) throws ReflectiveOperationException {
            var arguments = new ArrayList<@Nullable Object>();
            arguments.add(text);
            arguments.addAll(values);
            if (constructor.getParameterCount() > arguments.size()) {
                arguments.add(cause.orElse(null));
            }
            var failure = (Throwable) constructor.newInstance(arguments.toArray());
            if (cause.isPresent() && failure.getCause() != cause.get()) {
                failure.initCause(cause.get());
            }
            return failure;
        }
    }
}
