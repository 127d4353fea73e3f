package io.github.withcdp.session.internal;

import io.github.withcdp.protocol.Durations;
import io.github.withcdp.session.Target;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What a page looks like now, or why that cannot be had. */
public final class PageShot {

    private final Target target;
    private final Optional<Supplier<byte[]>> png;
    private final String missingBecause;

    private PageShot(Target target, Optional<Supplier<byte[]>> png, String missingBecause) {
        this.target = target;
        this.png = png;
        this.missingBecause = missingBecause;
    }

    /**
     * Take a picture of each page of a scope ({@code Page.captureScreenshot}), all at the same time.
     * A page that cannot answer is not asked, so that a report need not wait for it.
     */
    public static List<PageShot> of(Scope scope, Duration limit) {
        long deadline = Waits.deadline(limit);
        var pages = new LinkedHashMap<String, DefaultCDPSession>(); // one for each, however many sessions it has
        scope.ownSessions().stream()
                .filter(session -> session.target().type().equals("page"))
                .forEach(session -> pages.putIfAbsent(session.target().id(), session));
        boolean anyLeft = pages.values().stream().anyMatch(DefaultCDPSession::isAttached);
        var shots = pages.values().stream()
                .filter(page -> page.isAttached() || !anyLeft) // one that the test has closed is no loss
                .map(page -> begin(page, deadline, limit))
                .toList();
        return shots.stream().map(Supplier::get).toList();
    }

    private static Supplier<PageShot> begin(DefaultCDPSession session, long deadline, Duration limit) {
        var target = session.target();
        var obstacle = session.obstacle();
        if (obstacle.isPresent()) {
            return () -> new PageShot(target, Optional.empty(), obstacle.get());
        }
        var answer = session.sendAsync("Page.captureScreenshot", Map.of("format", "png"));
        return () -> finish(target, answer, deadline, limit);
    }

    private static PageShot finish(Target target, CompletableFuture<JsonNode> answer, long deadline, Duration limit) {
        String because;
        try {
            var png = Base64.getDecoder()
                    .decode(answer.get(Waits.left(deadline), TimeUnit.NANOSECONDS)
                            .path("data")
                            .asString(""));
            return new PageShot(target, Optional.of(() -> png), "");
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            because = "the test was interrupted";
        } catch (ExecutionException failure) {
            because = String.valueOf(failure.getCause());
        } catch (TimeoutException late) {
            because = "the page did not answer within " + Durations.format(limit);
        }
        return new PageShot(target, Optional.empty(), because);
    }

    /** Return the page. */
    public Target target() {
        return target;
    }

    /** Return the picture, empty if it could not be had. */
    public Optional<byte[]> png() {
        return png.map(Supplier::get);
    }

    /** Return why there is no picture, empty if there is one. */
    public String missingBecause() {
        return missingBecause;
    }
}
