package io.github.withcdp.internal.likeness;

import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Body;

/**
 * By which a request of one run is found in another: several of one key belong together in the order in which they were made.
 *
 * @param method {@code GET}
 * @param url the {@linkplain UrlForm form} of its URL, without fragment
 * @param body the {@linkplain ContentForm form} of its body; empty if there is none, or it is not known
 */
public record RequestKey(String method, String url, String body) {

    /** Return the key of a request, without its body if that does not matter. */
    public static RequestKey of(String method, String url, String body) {
        int fragment = url.startsWith("data:") ? -1 : url.indexOf('#');
        return new RequestKey(
                method, UrlForm.of(fragment < 0 ? url : url.substring(0, fragment)), ContentForm.of(body));
    }

    /** Return the key of a request with its body, as far as that was captured. */
    public static RequestKey of(Exchange exchange) {
        return of(
                exchange.method(),
                exchange.url(),
                exchange.request().body().map(Body::text).orElse(""));
    }

    /** Return the key of those that ask for the same, whatever they send along. */
    public RequestKey withoutBody() {
        return new RequestKey(method, url, "");
    }
}
