package io.github.withcdp.internal.grid;

import io.github.withcdp.internal.transport.HttpResponse;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A browser on a node of a Grid, ours until it is closed. The Grid is kept from ending it for want of use, and it is deleted in every case:
 * when it is closed, when it turns out to be of no use, when it comes too late, and when the JVM ends. When the JVM is killed, the Grid's own
 * session timeout does it.
 */
public final class GridSession implements AutoCloseable {

    /** Well below the session timeout of any Grid, and below the time in which a command gives up: it shall be told what happened. */
    private static final Duration WATCH = Duration.ofSeconds(4);

    private static final Duration DELETION = Duration.ofSeconds(5);

    private final Grid grid;
    private final String id;
    private final List<URI> cdp;
    private final JsonNode capabilities;
    private final SessionDeletion deletion;
    private final SessionWatch watch;
    private boolean closed; // guarded by this
    private @Nullable String lost; // guarded by this
    private @Nullable Consumer<String> listener; // guarded by this

    private GridSession(
            Grid grid, String id, List<URI> cdp, JsonNode capabilities, SessionDeletion deletion, Duration watch) {
        this.grid = grid;
        this.id = id;
        this.cdp = cdp;
        this.capabilities = capabilities;
        this.deletion = deletion;
        this.watch = new SessionWatch(grid, id, watch, this::lose);
    }

    /**
     * Ask a Grid for a browser, and wait for it as long as the limit allows, in its queue or for its start.
     *
     * @throws ChromeUnavailableException if there is none to be had, with the words of the Grid; nothing is left behind then
     */
    public static GridSession open(GridUrl url, GridCapabilities capabilities, Duration limit) {
        return open(url, capabilities, limit, WATCH);
    }

    static GridSession open(GridUrl url, GridCapabilities capabilities, Duration limit, Duration watch) {
        var secrets = new LinkedHashSet<>(url.secrets());
        secrets.addAll(capabilities.secrets());
        var grid = new Grid(url, new GridMessages(secrets));
        var refusal = new GridRefusal(grid, capabilities.browser());
        HttpResponse answer;
        try {
            answer = SessionRequest.send(grid, capabilities.json(), limit).await(limit);
        } catch (TimeoutException e) {
            throw refusal.timeout(limit);
        } catch (IOException e) {
            throw refusal.failure(e);
        }
        var id = answer.status() == 200 ? SessionRequest.sessionId(answer) : Optional.<String>empty();
        if (id.isEmpty()) {
            throw refusal.answer(answer);
        }
        return of(grid, refusal, id.get(), answer, watch);
    }

    private static GridSession of(Grid grid, GridRefusal refusal, String id, HttpResponse answer, Duration watch) {
        var deletion = new SessionDeletion(grid, id);
        if (deletion.isDue()) {
            deletion.run(DELETION);
            throw refusal.exception(
                    "gave a browser when this JVM was ending already.", "The session has been deleted.");
        }
        try {
            var capabilities =
                    GridMessages.tree(answer.body()).orElseThrow().path("value").path("capabilities");
            var session =
                    new GridSession(grid, id, cdp(grid, refusal, id, capabilities), capabilities, deletion, watch);
            session.watch.start();
            return session;
        } catch (RuntimeException | Error useless) {
            deletion.run(DELETION);
            throw useless;
        }
    }

    private static List<URI> cdp(Grid grid, GridRefusal refusal, String id, JsonNode capabilities) {
        var cdpUrl = capabilities.path("se:cdp").asString("");
        if (cdpUrl.isEmpty()) {
            throw refusal.noCdp(id, capabilities.path("browserName").asString(""));
        }
        try {
            return grid.url().webSockets(cdpUrl);
        } catch (IllegalArgumentException e) {
            throw refusal.badCdp(id, cdpUrl, String.valueOf(e.getMessage()));
        }
    }

    /** Return how the Grid calls the session. */
    public String id() {
        return id;
    }

    /** Return where the WebSocket for CDP may be, on the host that the user named, with user and password, in the order in which to try. */
    public List<URI> cdp() {
        return cdp;
    }

    /** Return what the browser is and can, in the words of its driver. */
    public JsonNode capabilities() {
        return capabilities;
    }

    /** Return where the browser is, for people, without secrets. */
    public String place() {
        return "%s (Selenium Grid, session %s)".formatted(grid.url().display(), id);
    }

    /** Have somebody told, once and on a thread of the session, when the Grid says that it is over: its connection may not end by itself. */
    public void onLost(Consumer<String> newListener) {
        String reason;
        synchronized (this) {
            listener = newListener;
            reason = lost;
        }
        if (reason != null) {
            newListener.accept(reason);
        }
    }

    private void lose(String why) {
        Consumer<String> currentListener;
        synchronized (this) {
            if (closed) {
                return;
            }
            lost = why;
            currentListener = listener;
        }
        if (currentListener != null) {
            currentListener.accept(why);
        }
    }

    /** Return what has become of the session; the Grid is asked if need be, for a few seconds. */
    public GridSessionState state() {
        synchronized (this) {
            if (lost != null) {
                return new GridSessionState(true, lost);
            }
        }
        return watch.state();
    }

    /** Have the Grid end the session, and wait for five seconds at most; what takes longer goes on without us. Idempotent. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        watch.close();
        deletion.run(DELETION);
    }
}
