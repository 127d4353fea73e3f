package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.text.ShownExchange;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Header;
import io.github.withcdp.recording.Exchange.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The headers of a request or a response, to be asked for by name, in whatever case. */
public record NamedHeaders(List<Header> headers) {

    public static NamedHeaders ofRequest(Exchange exchange) {
        return new NamedHeaders(exchange.request().headers());
    }

    /** Return those of the response; none if there is none yet. */
    public static NamedHeaders ofResponse(Exchange exchange) {
        return new NamedHeaders(exchange.response().map(Response::headers).orElse(List.of()));
    }

    public boolean contain(String name) {
        return values(name).findAny().isPresent();
    }

    /** Return whether one of this name, of which there may be several, has such a value. */
    public boolean contain(String name, ValueMatcher value) {
        return values(name).map(JsonValues::text).anyMatch(value::matches);
    }

    /** Return what there is of a name, for "but …". */
    public String found(String name) {
        var values = values(name).map(ShownText::quoted).toList();
        return values.isEmpty()
                ? "it has none of this name; those that it has: " + ShownExchange.names(headers)
                : "it has %s: %s".formatted(name.toLowerCase(Locale.ROOT), String.join(" and ", values));
    }

    private Stream<String> values(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value);
    }
}
