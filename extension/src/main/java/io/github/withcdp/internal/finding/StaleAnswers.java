package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Source;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers that came from a cache although the server has, or may have, a newer one: something was written to it since the copy was made,
 * or it answered a service worker, which has a copy, with something else. That a cache answers is nothing unusual otherwise.
 */
final class StaleAnswers {

    /** So many of the latest answers from caches are compared with what was asked before. */
    private static final int LOOKED_AT = 200;

    private static final int URL = 120;

    private static final Set<String> READ_BY_PAGES = Set.of("Document", "Fetch", "XHR");
    private static final Set<String> WITHOUT_EFFECT = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Parts of a path that say nothing of what it is about. */
    private static final Set<String> GENERAL = Set.of("api", "rest", "v1", "v2", "v3", "app", "public");

    /** Parts of the path of what is sent with another method than GET and changes nothing that pages show. */
    private static final Set<String> NO_WRITE = Set.of(
            "graphql",
            "search",
            "query",
            "track",
            "tracking",
            "collect",
            "analytics",
            "metrics",
            "telemetry",
            "log",
            "logs",
            "rum",
            "beacon");

    /**
     * Why an answer is stale.
     *
     * @param copy how the copy was made, if that is what counts
     * @param changed after which the server has a newer one
     */
    private record Why(String words, Optional<Exchange> copy, Exchange changed) {}

    private final List<Exchange> exchanges;
    private final List<Exchange> writes;
    private final ServiceWorkerCaches caches;
    private final RecordedTargets targets;

    /** Look for such answers in exchanges up to the failure. */
    StaleAnswers(List<Exchange> exchanges, ServiceWorkerCaches caches, RecordedTargets targets) {
        this.targets = targets;
        this.exchanges = exchanges;
        this.caches = caches;
        writes = exchanges.stream()
                .flatMap(exchange -> Stream.concat(exchange.redirects().stream(), Stream.of(exchange)))
                .filter(StaleAnswers::isWrite)
                .toList();
    }

    void add(Findings findings) {
        var cached = exchanges.stream()
                .filter(StaleAnswers::isRead)
                .filter(exchange -> isFromWorker(exchange) || (isFromHttpCache(exchange) && !writes.isEmpty()))
                .toList();
        for (var exchange : cached.subList(Math.max(0, cached.size() - LOOKED_AT), cached.size())) {
            if (isLatest(exchange)) {
                why(exchange).ifPresent(why -> add(exchange, why, findings));
            }
        }
    }

    private void add(Exchange cached, Why why, Findings findings) {
        var asked = RequestSuspicions.askedAt(cached);
        var allowed = isFromWorker(cached)
                ? ""
                : "; " + cached.response().map(CachePermission::words).orElse("");
        findings.add(
                Suspicion.Kind.STALE,
                ended(cached),
                cached.session(),
                Stream.of(why.copy(), Optional.of(why.changed()), Optional.of(cached))
                        .flatMap(Optional::stream)
                        .map(Exchange::sequence)
                        .toList(),
                "%s%s came from %s, although %s%s"
                        .formatted(
                                RequestSuspicions.name(cached, ""),
                                asked.isEmpty() ? "" : asked + ",",
                                cache(cached),
                                why.words(),
                                allowed));
    }

    /** Return whether the page asked for nothing newer of the same, which it would show now. */
    private boolean isLatest(Exchange cached) {
        return exchanges.stream()
                .noneMatch(other -> other.sequence() > cached.sequence()
                        && other.session().equals(cached.session())
                        && isSameResource(other, cached));
    }

    private Optional<Why> why(Exchange cached) {
        var copy = copyFor(cached);
        var write = copy.flatMap(made -> writeBetween(made, cached));
        if (write.isPresent()) {
            return write.map(written -> new Why(
                    RequestSuspicions.name(written, "") + " wrote to the server after the copy was made",
                    copy,
                    written));
        }
        return isFromWorker(cached)
                ? newerOne(cached)
                        .map(newer ->
                                new Why("the server answers the same with something else", Optional.empty(), newer))
                : Optional.empty();
    }

    private String cache(Exchange cached) {
        return isFromWorker(cached)
                ? "the cache" + caches.nameFor(cached.id()) + " of " + serviceWorker(cached)
                : "the HTTP cache";
    }

    /** It is that of the page, whatever site was asked. */
    private String serviceWorker(Exchange cached) {
        var script = targets.serviceWorkerOf(
                Origins.of(cached.documentUrl().isEmpty() ? cached.url() : cached.documentUrl()));
        return script.isEmpty() ? "a service worker" : "the service worker " + SafeText.line(script, URL);
    }

    private boolean isFromWorker(Exchange exchange) {
        return caches.contain(exchange.id());
    }

    private static boolean isRead(Exchange exchange) {
        return exchange.method().equals("GET")
                && READ_BY_PAGES.contains(exchange.resourceType())
                && exchange.finished()
                && exchange.failure().isEmpty()
                && exchange.status() == 200;
    }

    private static boolean isFromHttpCache(Exchange exchange) {
        return isFrom(exchange, Source.DISK_CACHE) || isFrom(exchange, Source.MEMORY_CACHE);
    }

    private static boolean isFrom(Exchange exchange, Source source) {
        return exchange.response().filter(answer -> answer.source() == source).isPresent();
    }

    /** One whose body the page did not wait for, because it went elsewhere, has been carried out all the same. */
    private static boolean isWrite(Exchange exchange) {
        return !WITHOUT_EFFECT.contains(exchange.method())
                && READ_BY_PAGES.contains(exchange.resourceType())
                && exchange.failure().filter(failure -> !failure.cancelled()).isEmpty()
                && exchange.status() >= 200
                && exchange.status() < 400;
    }

    /** Return the latest answer of the server before, which is what the cache has, if it has nothing older. */
    private Optional<Exchange> copyFor(Exchange cached) {
        return latest(exchanges.stream()
                .filter(other -> isSameResource(other, cached) && ended(other).compareTo(began(cached)) <= 0)
                .filter(other -> isFrom(other, Source.NETWORK) || isFrom(other, Source.REVALIDATED)));
    }

    private Optional<Exchange> writeBetween(Exchange copy, Exchange cached) {
        return latest(writes.stream()
                .filter(write -> Origins.of(write.url()).equals(Origins.of(cached.url())))
                .filter(write -> began(write).compareTo(answered(copy)) >= 0)
                .filter(write -> answered(write).compareTo(began(cached)) <= 0)
                .filter(write -> mayChange(write, cached)));
    }

    /** Return another answer of the server, later than the one of which the cache has a copy. */
    private Optional<Exchange> newerOne(Exchange cached) {
        var answers = exchanges.stream()
                .filter(other -> isSameResource(other, cached) && isFrom(other, Source.NETWORK))
                .filter(other -> other.status() == 200
                        && other.finished()
                        && other.failure().isEmpty())
                .toList();
        var copied = latest(answers.stream().filter(other -> areAlike(other, cached)));
        return copied.flatMap(copy -> latest(
                answers.stream().filter(other -> other.sequence() > copy.sequence() && areDifferent(other, cached))));
    }

    private static Optional<Exchange> latest(Stream<Exchange> exchanges) {
        return exchanges.reduce((earlier, later) -> later);
    }

    private static boolean isSameResource(Exchange one, Exchange other) {
        return one.method().equals(other.method()) && withoutFragment(one.url()).equals(withoutFragment(other.url()));
    }

    private static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    /** Return whether all that is known of their contents is the same, and anything is. */
    private static boolean areAlike(Exchange one, Exchange other) {
        return !areDifferent(one, other)
                && (header(one, "ETag").isPresent() || (length(one) >= 0 && length(one) == length(other)));
    }

    private static boolean areDifferent(Exchange one, Exchange other) {
        return Stream.of("ETag", "Last-Modified")
                        .anyMatch(name -> header(one, name).isPresent()
                                && header(other, name).isPresent()
                                && !header(one, name).equals(header(other, name)))
                || (length(one) >= 0 && length(other) >= 0 && length(one) != length(other));
    }

    private static Optional<String> header(Exchange exchange, String name) {
        return exchange.response().flatMap(response -> response.header(name));
    }

    /** Return the length of a body, -1 if it is unknown: of one that a service worker puts into a cache unread, Chrome tells a length of 0. */
    private static long length(Exchange exchange) {
        return exchange.response()
                .map(Exchange.Response::contentBytes)
                .filter(length -> length > 0)
                .orElse(-1L);
    }

    /** What is written says what it is about, if anything does, by a part of its path; files do not change, unless they have the same name. */
    private static boolean mayChange(Exchange write, Exchange read) {
        var written = parts(write);
        var shared = parts(read);
        shared.retainAll(written);
        if (!shared.isEmpty()) {
            return true;
        }
        return written.stream().noneMatch(NO_WRITE::contains)
                && !Origins.path(read.url()).matches(".*\\.[A-Za-z0-9]{1,5}");
    }

    private static Set<String> parts(Exchange exchange) {
        var parts = new HashSet<String>();
        Arrays.stream(Origins.path(exchange.url()).split("/", 50))
                .map(part -> part.replaceFirst("\\.[A-Za-z0-9]{1,5}$", ""))
                .filter(part -> part.chars().anyMatch(Character::isLetter) && !GENERAL.contains(part))
                .forEach(parts::add);
        return parts;
    }

    private static Duration began(Exchange exchange) {
        return exchange.timing().started();
    }

    /** A script goes on when the response is there, whether anybody reads its body or not. */
    private static Duration answered(Exchange exchange) {
        return exchange.timing().responded().orElse(exchange.timing().ended());
    }

    private static Duration ended(Exchange exchange) {
        return exchange.timing().ended();
    }
}
