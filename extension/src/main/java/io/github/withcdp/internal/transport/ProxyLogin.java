package io.github.withcdp.internal.transport;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import org.jspecify.annotations.Nullable;

/**
 * Passes on to the JVM's {@link Authenticator} what proxies ask, and nothing that servers ask, whose passwords come with the
 * endpoint. One for each question: the JDK shares idle connections among those with the same one, some of which the server has
 * closed meanwhile.
 */
final class ProxyLogin extends Authenticator {

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        var ofJvm = Authenticator.getDefault();
        return ofJvm == null || getRequestorType() != RequestorType.PROXY
                ? null
                : ofJvm.requestPasswordAuthenticationInstance(
                        getRequestingHost(),
                        getRequestingSite(),
                        getRequestingPort(),
                        getRequestingProtocol(),
                        getRequestingPrompt(),
                        getRequestingScheme(),
                        getRequestingURL(),
                        getRequestorType());
    }
}
