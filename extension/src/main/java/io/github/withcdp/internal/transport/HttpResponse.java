package io.github.withcdp.internal.transport;

/**
 * What a server answered.
 *
 * @param status 200 for example
 * @param statusText what stands beside the status; empty if nothing does
 * @param location where a redirect leads, which is not followed; empty but for redirects
 * @param body as text; of an error status its beginning only, if it is long
 */
public record HttpResponse(int status, String statusText, String location, String body) {

    /** Return whether Chrome refused the name in the {@code Host} header. */
    boolean refusesHost() {
        return status == 500 && body.contains("Host header");
    }

    /** Return whether the answer sends one elsewhere. */
    public boolean isRedirect() {
        return status / 100 == 3;
    }
}
