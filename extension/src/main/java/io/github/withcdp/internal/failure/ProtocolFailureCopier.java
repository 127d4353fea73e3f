package io.github.withcdp.internal.failure;

import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.SessionDetachedException;
import java.util.Optional;

/** Copies those of our own exceptions that know more than their text, with all they know. */
final class ProtocolFailureCopier {

    private ProtocolFailureCopier() {}

    /** Return a copy; none of what is not ours, or has nothing but a text. */
    static Optional<Throwable> copy(Throwable failure, FailureTexts texts) {
        if (failure instanceof CommandFailedException refused) {
            return Optional.of(new CommandFailedException(
                    texts.text(refused.method()),
                    refused.code(),
                    texts.text(refused.errorMessage()),
                    texts.text(refused.data())));
        }
        if (failure instanceof CommandTimeoutException late) {
            return Optional.of(new CommandTimeoutException(
                    texts.text(late.method()),
                    late.timeout(),
                    late.hints().stream().map(texts::text).toList()));
        }
        if (failure instanceof SessionDetachedException gone) {
            return Optional.of(
                    new SessionDetachedException(texts.text(gone.subject()), gone.reason(), texts.text(gone.detail())));
        }
        return Optional.empty();
    }
}
