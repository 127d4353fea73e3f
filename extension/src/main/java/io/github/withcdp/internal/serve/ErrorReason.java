package io.github.withcdp.internal.serve;

import java.util.Map;

/** The names that {@code Fetch.failRequest} has for what Chrome calls {@code net::ERR_…}. */
final class ErrorReason {

    private static final String UNKNOWN = "Failed";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("net::ERR_FAILED", UNKNOWN),
            Map.entry("net::ERR_ABORTED", "Aborted"),
            Map.entry("net::ERR_TIMED_OUT", "TimedOut"),
            Map.entry("net::ERR_ACCESS_DENIED", "AccessDenied"),
            Map.entry("net::ERR_CONNECTION_CLOSED", "ConnectionClosed"),
            Map.entry("net::ERR_CONNECTION_RESET", "ConnectionReset"),
            Map.entry("net::ERR_CONNECTION_REFUSED", "ConnectionRefused"),
            Map.entry("net::ERR_CONNECTION_ABORTED", "ConnectionAborted"),
            Map.entry("net::ERR_CONNECTION_FAILED", "ConnectionFailed"),
            Map.entry("net::ERR_NAME_NOT_RESOLVED", "NameNotResolved"),
            Map.entry("net::ERR_INTERNET_DISCONNECTED", "InternetDisconnected"),
            Map.entry("net::ERR_ADDRESS_UNREACHABLE", "AddressUnreachable"),
            Map.entry("net::ERR_BLOCKED_BY_CLIENT", "BlockedByClient"),
            Map.entry("net::ERR_BLOCKED_BY_RESPONSE", "BlockedByResponse"),
            Map.entry("net::ERR_BLOCKED_BY_ORB", "BlockedByResponse"));

    private ErrorReason() {}

    static String of(String errorText) {
        return NAMES.getOrDefault(errorText, UNKNOWN);
    }

    /** Return whether a page that fails for this reason says the same as it did. */
    static boolean isExact(String errorText) {
        return NAMES.containsKey(errorText) && !errorText.equals("net::ERR_BLOCKED_BY_ORB");
    }
}
