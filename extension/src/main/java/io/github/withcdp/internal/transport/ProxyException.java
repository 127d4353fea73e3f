package io.github.withcdp.internal.transport;

import java.io.IOException;

/** What lies between here and a proxy, or the proxy itself, or what it says of the way beyond, prevents a conversation. */
final class ProxyException extends IOException {

    private static final long serialVersionUID = 1L;

    ProxyException(IOException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
