package io.github.withcdp.internal.network;

import io.github.withcdp.internal.script.StringPool;
import io.github.withcdp.recording.Exchange.Header;
import io.github.withcdp.recording.Exchange.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A response as it went over the wire.
 *
 * @param status 0 if it was not told
 * @param statusText empty with HTTP/2 and later
 * @param protocol {@code http/1.1}; empty with HTTP/2 and later
 */
record ResponseExtraInfo(int status, String statusText, String protocol, List<Header> headers) {

    private static final int NOT_MODIFIED = 304;

    /** Read a {@code Network.responseReceivedExtraInfo}. */
    static ResponseExtraInfo of(JsonNode params, StringPool strings) {
        var text = params.path("headersText").asString("");
        var line = text.substring(0, Math.max(0, text.indexOf('\r')));
        var parts = line.split(" ", 3);
        return new ResponseExtraInfo(
                params.path("statusCode").asInt(0),
                parts.length == 3 ? strings.copy(parts[2].strip()) : "",
                strings.copy(parts[0].toLowerCase(Locale.ROOT)),
                HeaderList.of(params.path("headers"), strings));
    }

    /** Return it as what is known of an answer that was kept from the page, of which nothing else is told. */
    Optional<NetworkResponse> alone() {
        var type = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("content-type"))
                .map(header -> header.value().split(";", 2)[0].strip())
                .findFirst();
        return status == 0
                ? Optional.empty()
                : Optional.of(new NetworkResponse(
                        status,
                        statusText,
                        protocol,
                        headers,
                        List.of(),
                        type.orElse(""),
                        "",
                        Source.NETWORK,
                        -1,
                        NetworkTiming.NONE));
    }

    /**
     * Return one account out of two of the same answer, never a mixture: a revalidated answer is told as the cache has it, 200,
     * where 304 went over the wire; and what {@code Fetch} has made of an answer never was on the wire.
     */
    NetworkResponse over(NetworkResponse received) {
        if (status == 0 || status == received.status()) {
            return received.as(received.status(), received.statusText(), headers, received.source());
        }
        return status == NOT_MODIFIED ? received.as(status, statusText, headers, Source.REVALIDATED) : received;
    }
}
