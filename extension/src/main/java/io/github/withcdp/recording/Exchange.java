package io.github.withcdp.recording;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.internal.web.BodyText;
import io.github.withcdp.internal.web.FaviconUrl;
import io.github.withcdp.protocol.SessionId;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A request that a browser made, and what came of it: put together from all {@code Network.*} events about it, in whichever session they came.
 * Each request is one exchange; one that was redirected is a chain of them, of which the last is the exchange and the others are its {@link #redirects()}.
 *
 * <p>An immutable snapshot. What the recording does not tell is empty; bodies and frames are read from the recording when asked for.
 *
 * @param id the name that Chrome gave it, in {@code Network.requestWillBeSent} and all that follows
 * @param session the session in which it was first heard of
 * @param sequence the {@link RecordedMessage#sequence()} of the message that began it
 * @param resourceType what it was for, in Chrome's words: {@code Document}, {@code Fetch}, {@code Script}, {@code WebSocket}, {@code EventSource}, …; empty if unknown
 * @param documentUrl the URL of the document that asked for it; may be empty
 * @param request what was asked
 * @param response what was answered
 * @param failure why it failed
 * @param redirects the exchanges that were answered with a redirect to this one, the first one first
 * @param timing when what happened
 * @param initiator what made the browser ask
 * @param encodedBytes the bytes that came over the network, headers included, as far as known; -1 if unknown
 * @param finished whether it has come to its end, well or badly, or the document, page or worker that asked has gone: it is cancelled then, as Chrome tells no more of it
 * @param frames the messages of a WebSocket or the events of an EventSource, in wire order
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Exchange(
        String id,
        SessionId session,
        long sequence,
        String resourceType,
        String documentUrl,
        Request request,
        Optional<Response> response,
        Optional<Failure> failure,
        List<Exchange> redirects,
        Timing timing,
        Initiator initiator,
        long encodedBytes,
        boolean finished,
        List<Frame> frames) {

    /** Copy the list of redirects; frames are taken as they are, because they may be read lazily. */
    public Exchange {
        redirects = List.copyOf(redirects);
    }

    /** Return the method of the request: {@code GET}. */
    public String method() {
        return request.method();
    }

    /** Return the URL of the request, with its fragment. */
    public String url() {
        return request.url();
    }

    /** Return the status of the response, 0 if there is none; also of one that CORS kept from the page, which has failed nevertheless. */
    public int status() {
        return response.map(Response::status).orElse(0);
    }

    /** Return whether it got no response because of an error, or one with a status of 400 or above; a cancelled one has not failed. */
    public boolean hasFailed() {
        return failure.map(reason -> !reason.cancelled()).orElse(false) || status() >= 400;
    }

    /**
     * Return whether it is for the icon of a site, {@code /favicon.ico}: the browser asks for that by itself and at a time of its own,
     * so neither its failure nor its number says anything about the page.
     */
    public boolean isFavicon() {
        return FaviconUrl.matches(url());
    }

    /** Return how long it took from the request to its end, or to its last news if it has not ended. */
    public Duration took() {
        return timing.ended().minus(timing.started());
    }

    /** Return the request and what came of it, on one line: {@code GET http://shop.test/cart → 404}. */
    @Override
    public String toString() {
        var asked = method() + " " + url();
        var answered = response.map(answer -> asked + " → " + answer.status()).orElse(asked);
        return failure.map(reason ->
                        answered + (reason.cancelled() ? " was cancelled" : " failed with " + reason.errorText()))
                .orElse(answered);
    }

    /**
     * A header, as it was sent or received; of several of one name each is an element.
     *
     * @param name as it was spelt
     */
    public record Header(String name, String value) {}

    /** The content of a request or response. */
    public interface Body {

        /** Return a body of bytes; as text they are in UTF-8. */
        static Body of(byte[] bytes) {
            var copy = bytes.clone();
            return copy::clone;
        }

        /** Return a body of bytes that are a text in a charset. */
        static Body of(byte[] bytes, Charset charset) {
            var copy = bytes.clone();
            return new Body() {

                @Override
                public byte[] bytes() {
                    return copy.clone();
                }

                @Override
                public Charset charset() {
                    return charset;
                }
            };
        }

        /** Return a body of text, in UTF-8. */
        static Body of(String text) {
            return of(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Return the bytes, decoded from gzip and the like; read from the recording at each call. */
        byte[] bytes();

        /**
         * Return whether these are all of the bytes, as far as that is known. Of what a request sent, Chrome leaves out the content of files in a form;
         * of a response that was cut off, or had not ended, it has what had come by then.
         */
        default boolean isComplete() {
            return true;
        }

        /** Return the charset that the content type names, as browsers understand the name; UTF-8 if it names none, or one that Java does not know. */
        default Charset charset() {
            return StandardCharsets.UTF_8;
        }

        /** Return the bytes as text, without a byte order mark; if there is one, in the charset that it stands for, else in {@link #charset()}. */
        default String text() {
            return BodyText.of(bytes(), charset());
        }

        /** Return the bytes as text in a charset of your choice. */
        default String text(Charset charset) {
            return new String(bytes(), charset);
        }
    }

    /**
     * What was asked.
     *
     * @param url with its fragment
     * @param headers as they went over the wire where Chrome told that, else as the page gave them
     * @param body if it was captured
     * @param hasBody whether there was one, captured or not
     */
    public record Request(String method, String url, List<Header> headers, Optional<Body> body, boolean hasBody) {

        /** Copy the list. */
        public Request {
            headers = List.copyOf(headers);
        }

        /** Return the value of the first header of a name, in whatever case. */
        public Optional<String> header(String name) {
            return Exchange.header(headers, name);
        }
    }

    /** Where a response came from. */
    public enum Source {
        /** From a server. */
        NETWORK,
        /** From a server that said that what the cache has is still valid, with 304; the content is that of the cache. */
        REVALIDATED,
        /** From the cache on disk. */
        DISK_CACHE,
        /** From the cache of the page. */
        MEMORY_CACHE,
        /** From what was fetched in advance. */
        PREFETCH_CACHE,
        /** From a service worker. */
        SERVICE_WORKER
    }

    /**
     * What was answered.
     *
     * @param status {@code 404}; as it went over the wire, 304 where the page got 200 and what its cache had
     * @param statusText {@code Not Found}; empty with HTTP/2 and later
     * @param protocol {@code http/1.1}, {@code h2}; may be empty
     * @param headers as they came over the wire where Chrome told that
     * @param mimeType as Chrome took it to be
     * @param remoteAddress {@code 127.0.0.1:8080}; may be empty
     * @param contentBytes how long the content is that the page got, decoded from gzip and the like, captured or not; 0 of a redirect; -1 if unknown
     * @param body what the page got, if it was captured
     */
    public record Response(
            int status,
            String statusText,
            String protocol,
            List<Header> headers,
            String mimeType,
            String remoteAddress,
            Source source,
            long contentBytes,
            Optional<Body> body) {

        /** Copy the list. */
        public Response {
            headers = List.copyOf(headers);
        }

        /** Return the value of the first header of a name, in whatever case. */
        public Optional<String> header(String name) {
            return Exchange.header(headers, name);
        }
    }

    /**
     * Why a request failed.
     *
     * @param errorText {@code net::ERR_CONNECTION_REFUSED}; empty if Chrome did not say, because whoever asked has gone
     * @param cancelled whether it was given up, by a navigation for example, which is no failure
     * @param blockedReason why it was not let through: {@code csp}, {@code mixed-content}; may be empty
     * @param corsError what of CORS forbade it: {@code MissingAllowOriginHeader}; may be empty
     */
    public record Failure(String errorText, boolean cancelled, String blockedReason, String corsError) {}

    /**
     * When what happened. The moments count from the begin of the recording, like {@link RecordedMessage#elapsed()}; the phases are
     * as Chrome's network stack measured them, and empty where there was none, for example on a connection that was open already.
     *
     * @param started when Chrome told of the request
     * @param responded when it told of the response; empty if there is none
     * @param ended when it told of the end, or the last that was told
     * @param blocked before the network stack began, in its queue
     * @param dns looking up the name
     * @param connect making the connection, {@code ssl} included
     * @param ssl making it secure
     * @param send sending the request
     * @param waiting from the request to the first byte of the answer
     * @param receive from there to the end
     */
    public record Timing(
            Duration started,
            Optional<Duration> responded,
            Duration ended,
            Optional<Duration> blocked,
            Optional<Duration> dns,
            Optional<Duration> connect,
            Optional<Duration> ssl,
            Optional<Duration> send,
            Optional<Duration> waiting,
            Optional<Duration> receive) {}

    /**
     * What made the browser ask.
     *
     * @param type {@code parser}, {@code script}, {@code preflight}, {@code other}, …
     * @param url of the document or script; may be empty
     * @param line from 1; 0 if unknown
     * @param stack one call a line, {@code name (url:line:column)}; may be empty
     */
    public record Initiator(String type, String url, int line, String stack) {

        /** Nothing is known. */
        public static final Initiator UNKNOWN = new Initiator("", "", 0, "");
    }

    /** A message of a WebSocket, or an event of an EventSource. */
    public interface Frame {

        /** Return the time since the recording began. */
        Duration elapsed();

        /** Return which way it went, seen from the page; events are received. */
        Direction direction();

        /** Return {@code text}, {@code binary}, {@code close}, {@code ping} or {@code pong}; of an EventSource the name of the event. */
        String kind();

        /** Return what it said; of a binary one in base64. Read from the recording at each call. */
        String payload();
    }

    private static Optional<String> header(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}
