package io.github.withcdp.internal.finding;

/** Says in words what an error of Chrome's network stack means. */
final class NetErrors {

    private static final String PREFIX = "net::ERR_";

    private NetErrors() {}

    /**
     * Return what it means; empty if it says no more than its name.
     *
     * @param error {@code net::ERR_CONNECTION_REFUSED}
     * @param host the server with its port, may be empty
     */
    static String words(String error, String host) {
        var server = host.isEmpty() ? "the server" : host;
        return switch (error.startsWith(PREFIX) ? error.substring(PREFIX.length()) : error) {
            case "CONNECTION_REFUSED" -> "nothing listens at " + server;
            case "NAME_NOT_RESOLVED", "NAME_RESOLUTION_FAILED" -> "no address is known for " + server;
            case "CONNECTION_RESET" -> server + " broke the connection off";
            case "CONNECTION_CLOSED" -> server + " closed the connection";
            case "EMPTY_RESPONSE" -> server + " closed the connection without an answer";
            case "CONNECTION_TIMED_OUT" -> server + " did not take the connection in time";
            case "TIMED_OUT" -> server + " did not answer in time";
            case "ADDRESS_UNREACHABLE", "CONNECTION_FAILED" -> server + " cannot be reached";
            case "CONTENT_LENGTH_MISMATCH" -> "the answer ended before its Content-Length";
            case "INCOMPLETE_CHUNKED_ENCODING" -> "the answer broke off";
            case "INVALID_CHUNKED_ENCODING", "INVALID_HTTP_RESPONSE", "INVALID_RESPONSE" -> "the answer is no HTTP";
            case "CONTENT_DECODING_FAILED", "CONTENT_DECODING_INIT_FAILED" ->
                "the content is not encoded as its Content-Encoding says";
            case "RESPONSE_HEADERS_TOO_BIG" -> "the headers of the answer are too long";
            case "ABORTED" -> "it was given up";
            case "INTERNET_DISCONNECTED" ->
                "there is no network, or Network.emulateNetworkConditions or …ByRule made it so";
            case "NETWORK_CHANGED" -> "the network changed";
            case "TOO_MANY_REDIRECTS" -> "the redirects do not come to an end";
            case "UNSAFE_REDIRECT" -> "the redirect leads to where redirects may not lead";
            case "INVALID_REDIRECT" -> "the redirect leads to what is no URL";
            case "UNSAFE_PORT" -> "Chrome does not speak to this port";
            case "UNKNOWN_URL_SCHEME" -> "Chrome does not know the scheme of its URL";
            case "INVALID_URL" -> "its URL is none";
            case "FILE_NOT_FOUND" -> "there is no such file";
            case "ACCESS_DENIED", "NETWORK_ACCESS_DENIED" -> "Chrome may not read it";
            case "BLOCKED_BY_CLIENT" -> "an extension, Network.setBlockedURLs or Fetch.failRequest blocked it";
            case "BLOCKED_BY_RESPONSE" -> "a header of the answer forbids it";
            case "BLOCKED_BY_CSP" -> "a Content-Security-Policy forbids it";
            case "BLOCKED_BY_ORB" ->
                "Opaque Response Blocking, as the answer of another origin is not of the type that the page loads";
            case "BLOCKED_BY_ADMINISTRATOR" -> "a policy of the browser blocks it";
            case "CACHE_MISS" -> "the cache, which alone was to be asked, does not have it";
            case "INSUFFICIENT_RESOURCES" -> "the page has too many requests under way";
            case "CERT_AUTHORITY_INVALID" -> "Chrome trusts nobody who vouches for the certificate of " + server;
            case "CERT_COMMON_NAME_INVALID" -> "the certificate of " + server + " is for another name";
            case "CERT_DATE_INVALID" -> "the certificate of " + server + " is not valid now";
            case "CERT_REVOKED" -> "the certificate of " + server + " was revoked";
            case "CERT_INVALID", "CERT_WEAK_SIGNATURE_ALGORITHM", "CERT_WEAK_KEY", "CERT_VALIDITY_TOO_LONG" ->
                "Chrome does not accept the certificate of " + server;
            case "SSL_PROTOCOL_ERROR" -> server + " does not speak TLS";
            case "SSL_VERSION_OR_CIPHER_MISMATCH" -> server + " speaks no version of TLS that Chrome does";
            case "SSL_CLIENT_AUTH_CERT_NEEDED" -> server + " wants a certificate of the browser";
            case "PROXY_CONNECTION_FAILED" -> "the proxy cannot be reached";
            case "TUNNEL_CONNECTION_FAILED" -> "the proxy does not let it through";
            default -> "";
        };
    }
}
