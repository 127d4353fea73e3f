package io.github.withcdp;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.session.CDPSession;
import org.apiguardian.api.API;

/**
 * An isolated profile within the browser ({@code Target.createBrowserContext}): cookies, storage and cache of its own.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface BrowserContext extends AutoCloseable {

    /** Return the {@code browserContextId}. */
    String id();

    /** Return a fresh page in this context, its domains enabled. */
    CDPSession newPage();

    /** Close the context with all its pages ({@code Target.disposeBrowserContext}). Idempotent; otherwise closed with the test. */
    @Override
    void close();
}
