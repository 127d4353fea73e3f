package io.github.withcdp.internal.transport;

/** What messages about endpoints tell one to do. */
final class EndpointAdvice {

    private EndpointAdvice() {}

    /** Return how a browser is started so that it can be attached to. */
    static String startChrome(int port) {
        return "Start Chrome with --remote-debugging-port=" + (port > 0 ? port : 9222)
                + " --user-data-dir=<a new directory>, or correct the endpoint.";
    }

    /** Return what a sentence says of a TLS connection that failed. */
    static String distrust(Exception e) {
        return "cannot be trusted: " + e.getMessage()
                + ". A certificate that this JVM should accept goes into a trust store named by -Djavax.net.ssl.trustStore";
    }
}
