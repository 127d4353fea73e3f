package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.recording.RecordedMessage;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** What a page looked like at the moment of failure, or why that could not be had. */
public final class Screenshot {

    private final String page;
    private final int command;
    private final Optional<byte[]> png;
    private final String missingBecause;

    private Screenshot(String page, int command, Optional<byte[]> png, String missingBecause) {
        this.page = page;
        this.command = command;
        this.png = png;
        this.missingBecause = missingBecause;
    }

    /**
     * Create one that was taken.
     *
     * @param page the URL of the page
     * @param png the picture, not copied
     */
    public static Screenshot taken(String page, byte[] png) {
        return taken(page, 0, png);
    }

    /**
     * Create one that was taken.
     *
     * @param page the URL of the page
     * @param command the id of the command whose answer it is, so that it is found again in the recording; 0 if it is in none
     * @param png the picture, not copied
     */
    public static Screenshot taken(String page, int command, byte[] png) {
        return new Screenshot(page, command, Optional.of(png), "");
    }

    /**
     * Create one that could not be had.
     *
     * @param page the URL of the page
     * @param because the reason, a clause: {@code a dialog was open}
     */
    public static Screenshot missing(String page, String because) {
        return new Screenshot(page, 0, Optional.empty(), because);
    }

    /** Return the URL of the page. */
    public String page() {
        return page;
    }

    /** Return the id of the command whose answer it is; 0 if there is none. */
    public int command() {
        return command;
    }

    /** Return the picture, empty if there is none. */
    public Optional<byte[]> png() {
        return png;
    }

    /** Return why there is no picture, empty if there is one. */
    public String missingBecause() {
        return missingBecause;
    }

    Screenshot redacted(UnaryOperator<String> redactor) {
        return new Screenshot(redactor.apply(page), command, png, redactor.apply(missingBecause));
    }

    /** The picture is not in it: it is among the messages. */
    JsonNode json() {
        return Json.object()
                .put("page", HeaderJson.url(page))
                .put("command", command)
                .put("missingBecause", HeaderJson.head(missingBecause));
    }

    /** Read one whose picture is in an answer, if that is on record. */
    static Screenshot read(JsonNode shot, Optional<RecordedMessage> answer) {
        var page = HeaderJson.text(shot, "page");
        return answer.map(message -> message.tree().at("/result/data").asString(""))
                .flatMap(Screenshot::decoded)
                .map(png -> taken(page, shot.path("command").asInt(0), png))
                .orElseGet(() -> missing(page, CapturedAnswers.missingBecause(shot)));
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return base64.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
