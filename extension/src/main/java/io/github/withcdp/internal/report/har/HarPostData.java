package io.github.withcdp.internal.report.har;

import io.github.withcdp.recording.Exchange.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a request sent, and if it was a form, its fields. */
final class HarPostData {

    private static final HarContent NOT_CAPTURED =
            new HarContent(-1, "", false, "There was a content that was not captured.", StandardCharsets.UTF_8);

    private HarPostData() {}

    /** Return the content of a request; empty if it had none. */
    static Optional<Map<String, Object>> of(Request request, Optional<HarContent> content) {
        if (content.isEmpty() && !request.hasBody()) {
            return Optional.empty();
        }
        var type = Truncation.text(request.header("content-type").orElse(""), Truncation.VALUE);
        var data = content.orElse(NOT_CAPTURED);
        return Optional.of(new HarObject()
                .add("mimeType", type)
                .add("params", params(type, data))
                .add("text", data.text())
                .addUnlessEmpty("comment", data.comment())
                .addUnlessEmpty("_encoding", data.encoding())
                .map());
    }

    private static List<Map<String, Object>> params(String type, HarContent content) {
        if (content.base64() || !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            return List.of();
        }
        return QueryString.pairs(content.text(), content.charset());
    }
}
