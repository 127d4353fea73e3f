package io.github.withcdp;

import io.github.withcdp.session.CDPSession;

/** An isolated profile within the browser ({@code Target.createBrowserContext}): cookies, storage and cache of its own. */
public interface BrowserContext extends AutoCloseable {

    /** Return the {@code browserContextId}. */
    String id();

    /** Return a fresh page in this context, its domains enabled. */
    CDPSession newPage();

    /** Close the context with all its pages ({@code Target.disposeBrowserContext}). Idempotent; otherwise closed with the test. */
    @Override
    void close();
}
