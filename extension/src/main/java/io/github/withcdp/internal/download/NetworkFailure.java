package io.github.withcdp.internal.download;

import java.io.IOException;

/** What was asked for could not be had; what is in the cache already may do instead. */
final class NetworkFailure extends IOException {

    private static final long serialVersionUID = 1L;

    NetworkFailure(String message) {
        super(message);
    }

    NetworkFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
