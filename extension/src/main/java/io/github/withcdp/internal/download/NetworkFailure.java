package io.github.withcdp.internal.download;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What was asked for could not be had; what is in the cache already may do instead. */
final class NetworkFailure extends IOException {

    private static final long serialVersionUID = 1L;

    NetworkFailure(String message) {
        super(message);
    }

    NetworkFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
