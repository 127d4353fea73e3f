package io.github.withcdp.internal.lifecycle;

import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A value in a store of JUnit, which closes it.
 *
 * @param value what is kept
 * @param closer ends it
 */
// JUnit before 5.13 closes only its own kind of resource, which later ones deprecate.
@SuppressWarnings("deprecation")
record StoreResource<T>(T value, Consumer<T> closer)
        implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    @Override
    public void close() {
        closer.accept(value);
    }
}
