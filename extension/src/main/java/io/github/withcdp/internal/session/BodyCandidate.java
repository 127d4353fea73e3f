package io.github.withcdp.internal.session;

import io.github.withcdp.protocol.SessionId;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A request as far as its events have told, to judge whether its bodies are worth fetching. */
final class BodyCandidate {

    /** How much a body may tell about a failure; the first ones are fetched first, the last ones never. */
    enum Worth {
        FAILED,
        DATA,
        TEXT,
        /** A picture, for example: it is no use but to load the page again. */
        OTHER,
        NONE
    }

    private static final Set<String> DATA = Set.of("Document", "XHR", "Fetch");
    private static final Set<String> TEXT = Set.of("Script", "Stylesheet", "Manifest", "TextTrack");
    private static final Set<String> PICTURES = Set.of("Image", "Media", "Font");

    private final String id;
    private SessionId session = SessionId.BROWSER;
    private String type = "";
    private String mimeType = "";
    private int status;
    private boolean inline;
    private boolean postDataLeftOut;
    private boolean finished;
    private boolean abandoned;
    private long encoded;
    private long decoded;

    BodyCandidate(String id) {
        this.id = id;
    }

    /** Take note of an event about the request. Who tells of its response or its end knows the body: with frames and workers that is not who told of the request. */
    void see(SessionId from, String method, JsonNode params) {
        session = from;
        type = params.path("type").asString(type);
        switch (method) {
            case "Network.requestWillBeSent" -> requested(params.path("request"));
            case "Network.responseReceived" -> {
                status = params.path("response").path("status").asInt(0);
                mimeType = params.path("response").path("mimeType").asString("");
            }
            case "Network.dataReceived" -> decoded += params.path("dataLength").asLong(0);
            case "Network.loadingFinished" -> {
                encoded = params.path("encodedDataLength").asLong(0);
                finished = true;
            }
            default -> {}
        }
    }

    private void requested(JsonNode request) {
        var url = request.path("url").asString("");
        inline = url.startsWith("data:") || url.startsWith("blob:"); // there is nothing to add
        postDataLeftOut = request.path("hasPostData").asBoolean(false) && !request.has("postData");
    }

    String id() {
        return id;
    }

    SessionId session() {
        return session;
    }

    /** Whether the request had a body that its event left out, for its length as a rule. */
    boolean hasRequestBody() {
        return postDataLeftOut && !inline;
    }

    Worth worth() {
        if (inline || type.equals("Preflight") || !(finished || (abandoned && status > 0))) {
            return Worth.NONE;
        }
        if (status >= 400) {
            return Worth.FAILED;
        }
        if (DATA.contains(type)) {
            return Worth.DATA;
        }
        return TEXT.contains(type) || (!PICTURES.contains(type) && isText()) ? Worth.TEXT : Worth.OTHER;
    }

    private boolean isText() {
        var mime = mimeType.toLowerCase(Locale.ROOT);
        return mime.startsWith("text/") || mime.contains("json") || mime.contains("xml") || mime.contains("javascript");
    }

    boolean isDocument() {
        return type.equals("Document");
    }

    /** Take note that another document came: if the end of this one has not been told by now it may never be, and its body is there nevertheless. */
    void left() {
        abandoned = true;
    }

    /** Whether its end was told, so that its body can be expected. */
    boolean isFinished() {
        return finished;
    }

    /** The bytes of the response, at least: small ones may be told before they are unpacked only. */
    long size() {
        return Math.max(encoded, decoded);
    }
}
