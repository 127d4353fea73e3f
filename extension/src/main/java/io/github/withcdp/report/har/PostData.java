package io.github.withcdp.report.har;

import de.sstoehr.harreader.model.HarPostData;
import de.sstoehr.harreader.model.HarPostDataParam;
import io.github.withcdp.recording.Exchange.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a request sent, and if it was a form, its fields. */
final class PostData {

    private PostData() {}

    /** Return the content of a request; empty if it had none. */
    static Optional<HarPostData> of(Request request, Optional<Content> content) {
        if (content.isEmpty() && !request.hasBody()) {
            return Optional.empty();
        }
        var type = Cut.text(request.header("content-type").orElse(""), Cut.VALUE);
        return Optional.of(content.map(known -> new HarPostData(
                        type,
                        params(type, known),
                        known.text(),
                        known.comment().isEmpty() ? null : known.comment(),
                        known.base64() ? Map.of("_encoding", "base64") : Map.of()))
                .orElseGet(() ->
                        new HarPostData(type, List.of(), "", "There was a content that was not captured.", Map.of())));
    }

    private static List<HarPostDataParam> params(String type, Content content) {
        if (content.base64() || !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            return List.of();
        }
        return QueryString.pairs(content.text())
                .map(pair -> new HarPostDataParam(pair.name(), pair.value(), null, null, null, Map.of()))
                .toList();
    }
}
