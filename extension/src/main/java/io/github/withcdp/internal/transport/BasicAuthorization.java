package io.github.withcdp.internal.transport;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The value of the {@code Authorization} header for the {@code user:password} of a URL. */
public final class BasicAuthorization {

    private BasicAuthorization() {}

    /** Return the value; empty if the URL names no user. */
    public static Optional<String> of(URI url) {
        var user = url.getUserInfo();
        return user == null
                ? Optional.empty()
                : Optional.of("Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }
}
