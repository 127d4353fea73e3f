package io.github.withcdp.internal.lifecycle;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What is in a store of JUnit and closed by it.
 *
 * @param value what is closed
 */
// JUnit before 5.13 closes only its own kind of resource, which later ones deprecate.
@SuppressWarnings("deprecation")
record StoreResource<T extends AutoCloseable>(T value)
        implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    @Override
    public void close() throws Exception {
        value.close();
    }
}
