package io.github.withcdp.internal.lifecycle;

import io.github.withcdp.internal.config.ConfigurationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Tells JUnit of configuration that cannot be, by the exception that it has for that: its text, cause and place stay what they are. */
public final class ConfigurationErrors {

    private ConfigurationErrors() {}

    /**
     * Return what a supplier returns.
     *
     * @throws ExtensionConfigurationException if it throws a {@link ConfigurationException}
     */
    public static <T> T translated(Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (ConfigurationException refused) {
            var translated =
                    new ExtensionConfigurationException(String.valueOf(refused.getMessage()), refused.getCause());
            translated.setStackTrace(refused.getStackTrace());
            throw translated;
        }
    }
}
