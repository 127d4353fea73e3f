package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.internal.text.SafeText;
import org.apiguardian.api.API;

/**
 * JavaScript that was evaluated in a page threw, or its promise was rejected; the message holds the JavaScript stack, and behind it what the error
 * was caused by.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class JavaScriptException extends CDPException {

    private static final long serialVersionUID = 1L;

    /** Create the exception from the description that Chrome gives of what was thrown, stack included; its further lines are indented. */
    public JavaScriptException(String description) {
        super(SafeText.indented(description)
                .replace("\n  Caused by: ", "\nCaused by: ")
                .replace("\n  Errors: ", "\nErrors: "));
    }
}
