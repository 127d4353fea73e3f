package io.github.withcdp.internal.likeness;

import java.util.Locale;
import java.util.Set;

/** Knows by their names which members of messages are other ones in each run. */
final class ProtocolNames {

    private static final Set<String> IDS = Set.of(
            "id",
            "guid",
            "identifier",
            "handle",
            "stream",
            "uniqueContextId",
            "interceptionId",
            "connectionReused",
            "debuggerId",
            "ipcHash");

    private static final Set<String> TIMES = Set.of(
            "timestamp",
            "wallTime",
            "time",
            "ts",
            "monotonicTime",
            "startTime",
            "endTime",
            "requestTime",
            "responseTime",
            "duration",
            "timing",
            "issueTime",
            "expirationTime");

    private static final Set<String> SIZES = Set.of(
            "encodedDataLength",
            "encodedBodySize",
            "decodedBodySize",
            "dataLength",
            "usedSize",
            "totalSize",
            "embedderHeapUsedSize",
            "backingStorageSize",
            "headersText",
            "requestHeadersText",
            "remotePort",
            "localPort",
            "port");

    private static final Set<String> HEADERS = Set.of(
            "age",
            "content-length",
            "etag",
            "traceparent",
            "user-agent",
            "sec-ch-ua",
            "sec-websocket-key",
            "sec-websocket-accept",
            "server-timing",
            "x-request-id",
            "x-correlation-id",
            "x-runtime",
            "x-response-time");

    private ProtocolNames() {}

    /** Return whether what Chrome says under this name is an id, a time, a size or a port. */
    static boolean alwaysDiffers(String name) {
        return name.endsWith("Id")
                || name.endsWith("Ids")
                || IDS.contains(name)
                || TIMES.contains(name)
                || SIZES.contains(name);
    }

    /** Return whether the value of a header is one. */
    static boolean headerAlwaysDiffers(String name) {
        return HEADERS.contains(name.toLowerCase(Locale.ROOT));
    }
}
