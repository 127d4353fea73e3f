package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * Chrome answered a command with an error: "Protocol error (Page.navigate): Cannot navigate to invalid URL [code -32000]".
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class CommandFailedException extends CDPException {

    private static final long serialVersionUID = 1L;

    private final String method;
    private final int code;
    private final String errorMessage;
    private final String data;

    /**
     * Create the exception for the {@code error} object of an answer, or for a navigation that failed.
     *
     * @param code 0 where Chrome gives none, as for a navigation
     * @param data what Chrome added to its message, or an empty string
     */
    public CommandFailedException(String method, int code, String errorMessage, String data) {
        super("Protocol error (%s): %s%s%s"
                .formatted(
                        method,
                        errorMessage,
                        data.isEmpty() ? "" : ": " + data,
                        code == 0 ? "" : " [code " + code + "]"));
        this.method = method;
        this.code = code;
        this.errorMessage = errorMessage;
        this.data = data;
    }

    /** Return the method of the command, {@code Page.navigate}. */
    public String method() {
        return method;
    }

    /** Return Chrome's code, for example -32601 for a method that the target does not have; 0 if it gave none. */
    public int code() {
        return code;
    }

    /** Return Chrome's {@code error.message}. */
    public String errorMessage() {
        return errorMessage;
    }

    /** Return Chrome's {@code error.data}, often the useful part; empty if Chrome sent none. */
    public String data() {
        return data;
    }
}
