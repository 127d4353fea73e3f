package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;

/** Says in words which rule of CORS was broken, and what the answer would have to be like. */
final class CorsErrors {

    private static final String PREFLIGHT = "Preflight";
    private static final String THE_PREFLIGHT = "its preflight (OPTIONS)";

    private CorsErrors() {}

    /** Return whether it is about the question that Chrome asks first, so that the request itself was not sent. */
    static boolean isAboutPreflight(String error) {
        return error.contains(PREFLIGHT);
    }

    /**
     * Return what was wrong.
     *
     * @param error in Chrome's words
     * @param parameter the header or method that Chrome names, may be empty
     * @param origin of the page that asked, may be empty
     * @param preflight the status of the answer to the preflight, 0 if unknown
     */
    static String words(String error, String parameter, String origin, int preflight) {
        var shownParameter = SafeText.line(parameter, 80);
        var answer = error.startsWith(PREFLIGHT) ? "the answer to " + THE_PREFLIGHT : "the answer";
        var wanted = origin.isEmpty() ? "the origin of the page" : origin;
        return switch (error.startsWith(PREFLIGHT) ? error.substring(PREFLIGHT.length()) : error) {
            case "MissingAllowOriginHeader" -> answer + " has no Access-Control-Allow-Origin";
            case "WildcardOriginNotAllowed" ->
                answer + " has Access-Control-Allow-Origin: *, which does not count with credentials: it has to be "
                        + wanted;
            case "MultipleAllowOriginValues" ->
                answer + " has several values in Access-Control-Allow-Origin" + in(shownParameter)
                        + ", and one is allowed: " + wanted;
            case "InvalidAllowOriginValue", "AllowOriginMismatch" ->
                answer + " has Access-Control-Allow-Origin: " + (shownParameter.isEmpty() ? "(empty)" : shownParameter)
                        + ", and not " + wanted;
            case "InvalidAllowCredentials" ->
                "the request has credentials, and " + answer + " does not have Access-Control-Allow-Credentials: true";
            case "InvalidStatus" ->
                THE_PREFLIGHT + " was answered with " + (preflight == 0 ? "another status than 2xx" : preflight)
                        + ", and 2xx is needed";
            case "DisallowedRedirect" -> THE_PREFLIGHT + " was redirected, which is not allowed";
            case "InvalidAllowMethodsPreflightResponse" ->
                "Access-Control-Allow-Methods in the answer to " + THE_PREFLIGHT + " cannot be read";
            case "InvalidAllowHeadersPreflightResponse" ->
                "Access-Control-Allow-Headers in the answer to " + THE_PREFLIGHT + " cannot be read";
            case "MethodDisallowedByPreflightResponse" ->
                "Access-Control-Allow-Methods in the answer to " + THE_PREFLIGHT + " does not name "
                        + (shownParameter.isEmpty() ? "the method" : shownParameter);
            case "HeaderDisallowedByPreflightResponse" ->
                "Access-Control-Allow-Headers in the answer to " + THE_PREFLIGHT + " does not name "
                        + (shownParameter.isEmpty() ? "a header of the request" : shownParameter);
            case "DisallowedByMode" -> "the request has the mode same-origin, and goes to another";
            case "CorsDisabledScheme" -> "CORS does not know the scheme of its URL";
            case "RedirectContainsCredentials" -> "it was redirected to a URL that has a user name or a password";
            case "InsecurePrivateNetwork", "InsecureLocalNetwork" ->
                "a page that is not secure may not ask a server of the local network";
            case "LocalNetworkAccessPermissionDenied", "PrivateNetworkAccessPermissionDenied" ->
                "the page has no permission to ask servers of the local network";
            case "InvalidResponse" -> "the answer is none that a page may read";
            default -> "Chrome says " + SafeText.line(error, 60);
        };
    }

    private static String in(String shownParameter) {
        return shownParameter.isEmpty() ? "" : " (" + shownParameter + ")";
    }
}
