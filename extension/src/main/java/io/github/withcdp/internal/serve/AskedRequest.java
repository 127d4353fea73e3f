package io.github.withcdp.internal.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.internal.likeness.RequestKey;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/**
 * A request that a page makes now.
 *
 * @param url without its fragment
 * @param type what it is for, in Chrome's words
 * @param body as text; empty if it has none, or it is one of files
 */
record AskedRequest(String method, String url, String type, String body, RequestKey key) {

    /** Read the params of {@code Fetch.requestPaused}. */
    static AskedRequest of(JsonNode params) {
        var request = params.path("request");
        var method = request.path("method").asString("");
        var url = request.path("url").asString("");
        var body = body(request);
        return new AskedRequest(
                method, url, params.path("resourceType").asString(""), body, RequestKey.of(method, url, body));
    }

    private static String body(JsonNode request) {
        var bytes = new ByteArrayOutputStream();
        for (var entry : request.path("postDataEntries")) {
            bytes.writeBytes(decoded(entry.path("bytes").asString("")));
        }
        return bytes.size() == 0 ? request.path("postData").asString("") : bytes.toString(UTF_8);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return base64.getBytes(UTF_8);
        }
    }

    @Override
    public String toString() {
        return method + " " + url;
    }
}
