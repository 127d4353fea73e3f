package io.github.withcdp.internal.config;

import org.jspecify.annotations.Nullable;

/** The exception for configuration that cannot be; its text says where it was given, what it is, what is allowed. JUnit is told of it by its own exception. */
public final class ConfigurationException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        this(message, null);
    }

    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
