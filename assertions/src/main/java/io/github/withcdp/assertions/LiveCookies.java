package io.github.withcdp.assertions;

import io.github.withcdp.assertions.internal.error.ShouldHaveCookie;
import io.github.withcdp.assertions.internal.match.JsonValues;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.assertions.internal.wait.PollingWait;
import io.github.withcdp.assertions.internal.wait.WaitOutcome;
import io.github.withcdp.assertions.internal.wait.WaitOutcome.Kind;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.error.ErrorMessageFactory;

/** The cookies that the browser context of a session has, as they were when they were last asked for. */
final class LiveCookies {

    private static final int LINES = 12;

    private final CDPSession session;
    private final Duration limit;
    private List<Cookie> all = List.of();

    LiveCookies(CDPSession session, Duration limit) {
        this.session = session;
        this.limit = limit;
    }

    /** Wait for a cookie whose value meets a condition; return the failure if none comes. */
    Optional<ErrorMessageFactory> missing(String name, String words, ValueCondition value) {
        var outcome = until(cookies ->
                named(cookies, name).stream().anyMatch(cookie -> value.matches(JsonValues.text(cookie.value()))));
        return outcome.is(Kind.REACHED)
                ? Optional.empty()
                : Optional.of(ShouldHaveCookie.shouldHaveCookie(session, words, limit, outcome.clause(), lines(name)));
    }

    /** Wait until there is no cookie of a name; return the failure if one stays. */
    Optional<ErrorMessageFactory> present(String name) {
        var outcome = until(cookies -> named(cookies, name).isEmpty());
        return outcome.is(Kind.REACHED)
                ? Optional.empty()
                : Optional.of(ShouldHaveCookie.shouldNotHaveCookie(
                        session,
                        name,
                        limit,
                        outcome.is(Kind.TIME_IS_UP) ? "it has it" : outcome.clause(),
                        lines(name)));
    }

    private WaitOutcome until(Predicate<List<Cookie>> met) {
        return PollingWait.until(session, limit, () -> met.test(ask()));
    }

    private List<Cookie> ask() {
        // Deprecated, but Storage.getCookies tells a page of the default context only, and Network.getCookies not of
        // other paths.
        all = session.send("Network.getAllCookies", null, limit)
                .path("cookies")
                .valueStream()
                .map(Cookie::of)
                .toList();
        return all;
    }

    private static List<Cookie> named(List<Cookie> cookies, String name) {
        return cookies.stream().filter(cookie -> cookie.name().equals(name)).toList();
    }

    private List<Cookie> named(String name) {
        return named(all, name);
    }

    /** Return that of a name; of several the one that is for the URL of the page, and most of its path. */
    Optional<Cookie> best(String name) {
        var url = session.target().url();
        return named(name).stream()
                .max(Comparator.<Cookie, Boolean>comparing(cookie -> isFor(url, cookie))
                        .thenComparing(cookie -> cookie.path().length()));
    }

    private static boolean isFor(String url, Cookie cookie) {
        int host = url.indexOf("://") + 3;
        int end = host;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        var name = url.substring(Math.min(host, end), end).replaceFirst(":\\d+$", "");
        var domain = cookie.domain();
        boolean isHere = domain.startsWith(".")
                ? name.equals(domain.substring(1)) || name.endsWith(domain)
                : name.equals(domain);
        return isHere && isBelow(url.substring(end).replaceFirst("[?#].*$", ""), cookie.path());
    }

    /** Whole names of a path count: {@code /shopping} is not below {@code /shop}. */
    private static boolean isBelow(String path, String of) {
        return (path + "/").startsWith(of.endsWith("/") ? of : of + "/");
    }

    /** Return what there is, with the values of those of a name only: cookies are secrets. */
    List<String> lines(String name) {
        if (all.isEmpty()) {
            return List.of("It has no cookies at all.");
        }
        var lines = new ArrayList<String>();
        lines.add("Its cookies:");
        all.stream()
                .sorted(Comparator.comparing(cookie -> !cookie.name().equals(name)))
                .limit(LINES)
                .map(cookie ->
                        "  " + cookie + (cookie.name().equals(name) ? ": " + ShownText.quoted(cookie.value()) : ""))
                .forEach(lines::add);
        if (all.size() > LINES) {
            lines.add("  …(%d more)…".formatted(all.size() - LINES));
        }
        return lines;
    }
}
