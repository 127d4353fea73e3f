package io.github.withcdp;

import org.jspecify.annotations.Nullable;

/** Thrown if what is configured cannot be: where it was given, what it is, what is allowed. JUnit is told of it by its own exception. */
final class ConfigurationException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    ConfigurationException(String message) {
        this(message, null);
    }

    ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
