package io.github.withcdp.protocol.typed;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One of some texts, of which a later browser may have more. Each type has a constant for those that are known, and {@code of} for any.
 * Two are equal if their types and their texts are.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class OpenEnum {

    private final String text;

    /** Create one. */
    protected OpenEnum(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    /** Return the text as it is in the protocol. */
    public final String text() {
        return text;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof OpenEnum that && getClass() == that.getClass() && text.equals(that.text);
    }

    @Override
    public final int hashCode() {
        return text.hashCode();
    }

    @Override
    public final String toString() {
        return text;
    }
}
