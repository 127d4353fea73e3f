package io.github.withcdp.internal.network;

import io.github.withcdp.internal.script.StringPool;
import io.github.withcdp.recording.Exchange.Header;
import io.github.withcdp.recording.Exchange.Source;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A {@code Network.Response} as it was told.
 *
 * @param requestHeaders those of the request, which some Chromes tell here; may be empty
 * @param encodedBytes the bytes received by then; negative if unknown
 */
record NetworkResponse(
        int status,
        String statusText,
        String protocol,
        List<Header> headers,
        List<Header> requestHeaders,
        String mimeType,
        String remoteAddress,
        Source source,
        long encodedBytes,
        NetworkTiming timing) {

    static NetworkResponse of(JsonNode response, StringPool strings) {
        return new NetworkResponse(
                response.path("status").asInt(0),
                strings.copy(response.path("statusText").asString("")),
                strings.copy(response.path("protocol").asString("")),
                HeaderList.of(response.path("headers"), strings),
                HeaderList.of(response.path("requestHeaders"), strings),
                strings.copy(response.path("mimeType").asString("")),
                strings.copy(address(response)),
                source(response),
                response.path("encodedDataLength").asLong(-1),
                NetworkTiming.of(response.path("timing")));
    }

    /** Return it with what went over the wire in its place. */
    NetworkResponse as(int status, String statusText, List<Header> headers, Source source) {
        return new NetworkResponse(
                status,
                statusText,
                protocol,
                headers,
                requestHeaders,
                mimeType,
                remoteAddress,
                source,
                encodedBytes,
                timing);
    }

    private static String address(JsonNode response) {
        var ip = response.path("remoteIPAddress").asString("");
        int port = response.path("remotePort").asInt(0);
        return ip.isEmpty() || port == 0 ? ip : ip + ":" + port;
    }

    private static Source source(JsonNode response) {
        if (response.path("fromServiceWorker").asBoolean(false)) {
            return Source.SERVICE_WORKER;
        }
        if (response.path("fromPrefetchCache").asBoolean(false)) {
            return Source.PREFETCH_CACHE;
        }
        return response.path("fromDiskCache").asBoolean(false) ? Source.DISK_CACHE : Source.NETWORK;
    }
}
