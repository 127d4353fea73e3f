package io.github.withcdp.internal.failure;

import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.SessionDetachedException;
import java.util.Optional;

/** Copies those of our own exceptions that know more than their text, with all they know. */
final class ProtocolFailureCopier {

    private ProtocolFailureCopier() {}

    /** Return a copy; none of what is not ours, or has nothing but a text. */
    static Optional<Throwable> copy(Throwable failure, FailureTexts words) {
        if (failure instanceof CommandFailedException refused) {
            return Optional.of(new CommandFailedException(
                    words.text(refused.method()),
                    refused.code(),
                    words.text(refused.errorMessage()),
                    words.text(refused.data())));
        }
        if (failure instanceof CommandTimeoutException late) {
            return Optional.of(new CommandTimeoutException(
                    words.text(late.method()),
                    late.timeout(),
                    late.hints().stream().map(words::text).toList()));
        }
        if (failure instanceof SessionDetachedException gone) {
            return Optional.of(
                    new SessionDetachedException(words.text(gone.subject()), gone.reason(), words.text(gone.detail())));
        }
        return Optional.empty();
    }
}
