package io.github.withcdp.internal.transport;

import io.github.withcdp.internal.time.Deadline;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * What a server answered instead of opening a WebSocket.
 *
 * @param text status line, headers and what of the body came with them
 */
record UpgradeRefusal(String text) {

    String statusLine() {
        return text.lines().findFirst().orElse("");
    }

    boolean is(int status) {
        return statusLine().matches("HTTP/1\\.[01] " + status + "\\b.*");
    }

    boolean isHttp() {
        return statusLine().startsWith("HTTP/");
    }

    /** Return why Chrome, or what is in front of it, does not want to talk, and what to do. */
    String explain(URI endpoint, Map<String, String> headers, Deadline deadline) {
        if (!isHttp()) {
            return "does not speak HTTP: " + AnswerExcerpt.of(text, endpoint, headers);
        }
        var explanation = body().isBlank()
                ? askForMore(endpoint, headers, deadline)
                : ": " + AnswerExcerpt.of(body(), endpoint, headers);
        return "refused the WebSocket with " + statusLine() + explanation + remedy();
    }

    private String body() {
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? "" : text.substring(end + 4);
    }

    private String remedy() {
        if (is(404) || is(500)) {
            return System.lineSeparator()
                    + "The browser, page or session of this URL may be gone: give http://host:port as the endpoint, and the browser is asked for its present URL.";
        }
        if (is(401) || is(403)) {
            return System.lineSeparator() + "A token or password may be missing in the endpoint, or be wrong.";
        }
        return "";
    }

    /** The body of the refusal went under; what the server says to a plain question is the next best. */
    private static String askForMore(URI endpoint, Map<String, String> headers, Deadline deadline) {
        var scheme = endpoint.getScheme().equals("wss") ? "https" : "http";
        var query = endpoint.getRawQuery() == null ? "" : "?" + endpoint.getRawQuery();
        var url = URI.create(scheme + "://" + endpoint.getRawAuthority() + "/json/version" + query);
        try {
            var answer = HttpRequest.get(url).withHeaders(headers).ask(deadline);
            return "; to /json/version it says %d %s: %s"
                    .formatted(answer.status(), answer.statusText(), AnswerExcerpt.of(answer.body(), url, headers));
        } catch (IOException | TimeoutException e) {
            return "";
        }
    }
}
