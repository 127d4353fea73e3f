package io.github.withcdp.assertions.internal.assertj;

import io.github.withcdp.internal.compatibility.ClassLookup;
import io.github.withcdp.internal.compatibility.Jar;
import io.github.withcdp.internal.compatibility.Library;
import java.util.Optional;

/** Says that AssertJ is too old: these assertions take {@code ThrowingConsumer}s, which it has since 3.21. */
public final class AssertJVersionCheck {

    private static final String OLDEST = "3.21.0";
    private static final String SINCE_OLDEST = "org.assertj.core.api.ThrowingConsumer";
    private static final String OF_ANY = "org.assertj.core.api.Assertions";
    private static final Library CORE = new Library("org.assertj", "assertj-core");
    private static final Optional<String> WHY = why(AssertJVersionCheck.class.getClassLoader());

    private AssertJVersionCheck() {}

    /**
     * Go on only if AssertJ is new enough. Called wherever assertions begin, so that each test is told, and not only the first one.
     *
     * @throws IllegalStateException if it is not
     */
    public static void refuse() {
        if (WHY.isPresent()) {
            throw new IllegalStateException(WHY.get());
        }
    }

    static Optional<String> why(ClassLoader loader) {
        return ClassLookup.type(loader, SINCE_OLDEST).isPresent()
                ? Optional.empty()
                : ClassLookup.type(loader, OF_ANY).map(type -> message(Jar.of(type, CORE)));
    }

    static String message(Jar found) {
        return "The assertions of WithCDP need AssertJ 3.21 or later, and found AssertJ %s.%s"
                .formatted(found, CORE.lines(OLDEST));
    }
}
