package io.github.withcdp.internal.grid;

import io.github.withcdp.internal.text.DisplayedUrl;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.transport.HttpResponse;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says why a Grid gave no session, in its own words where it has some, and what to do. */
final class GridRefusal {

    private static final Duration STATUS_LIMIT = Duration.ofSeconds(2);
    private static final String FEWER =
            "Run fewer classes at a time (junit.jupiter.execution.parallel.config.fixed.parallelism),"
                    + " give the Grid more slots, or wait longer (withcdp.launch.timeout).";
    private static final String CHECK_URL = "Is it the URL of a Grid, as in http://grid:4444?";

    private final Grid grid;
    private final Optional<String> browser;

    GridRefusal(Grid grid, Optional<String> browser) {
        this.grid = grid;
        this.browser = browser;
    }

    ChromeUnavailableException timeout(Duration limit) {
        var within = "gave no browser within " + Durations.format(limit) + ". ";
        return grid.status(STATUS_LIMIT)
                .map(status -> exception(within + said(status) + ".", remedy(status)))
                .orElseGet(() -> exception(
                        within + "It does not tell its status either.",
                        "What accepts connections there is frozen or no Grid, or packets get lost on the way. "
                                + CHECK_URL));
    }

    /** The names of browsers in it are whatever nodes call them. */
    private String said(GridStatus status) {
        return "It says: " + grid.words().excerpt(status.sentence());
    }

    private String remedy(GridStatus status) {
        var request = "The request stays in its queue; a session that still comes of it is deleted. ";
        if (status.nodes() == 0) {
            return request + "Start a node, or wait until one has registered.";
        }
        if (browser.filter(status::lacks).isPresent()) {
            return request + "None of its nodes offers " + browser.get()
                    + ": add one that does, or ask for another browser in withcdp.grid.capabilities.";
        }
        return request
                + (status.isFull()
                        ? FEWER
                        : "It has free slots: none may fit what is asked for (withcdp.grid.capabilities), or the browser starts slowly. The log of the Grid says more.");
    }

    ChromeUnavailableException failure(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return exception("cannot be found: the host name " + grid.url().host() + " is unknown.", CHECK_URL);
        }
        var words = grid.words().excerpt(String.valueOf(failure.getMessage()));
        if (failure instanceof SSLException) {
            return exception(
                    "cannot be trusted: " + words + ".",
                    "Does it speak https, with a certificate that this JVM trusts?");
        }
        return isUnreachable(failure)
                ? exception(
                        "cannot be connected to: " + words + ".", "Is it running, and listening there? " + CHECK_URL)
                : exception("did not answer as a Grid does: " + words + ".", CHECK_URL);
    }

    private static boolean isUnreachable(IOException failure) {
        return failure instanceof ConnectException || failure instanceof NoRouteToHostException;
    }

    /** Return why an answer is not a session. */
    ChromeUnavailableException answer(HttpResponse answer) {
        int status = answer.status();
        if (answer.isRedirect()) {
            return exception(
                    "redirects to " + grid.words().excerpt(DisplayedUrl.of(answer.location())) + " (status " + status
                            + "), which is not followed.",
                    "Give that one as the Grid if it is trusted.");
        }
        var tree = GridMessages.tree(answer.body());
        boolean hasError = tree.filter(it -> !GridMessages.error(it).isEmpty()).isPresent();
        var words = grid.words().of(answer.body());
        if (hasError) {
            return exception("refused a session (status " + status + "): " + words + ".", remedyFor(words));
        }
        var what = "answered POST /session with status %d %s"
                .formatted(status, grid.words().excerpt(answer.statusText()))
                .strip();
        if (status == 401 || status == 403) {
            return exception(what + (words.isEmpty() ? "." : ": " + words + "."), login());
        }
        if (answer.body().strip().startsWith("<")) {
            return exception(what + " and HTML instead of JSON, so it is no Grid: " + words, CHECK_URL);
        }
        if (status >= 400) {
            return exception(what + (words.isEmpty() ? "." : ": " + words), CHECK_URL);
        }
        return exception(
                what + (tree.isPresent() ? " and told no session: " : " and something that is no JSON: ") + words,
                CHECK_URL);
    }

    private String login() {
        return grid.url().hasUser()
                ? "User or password of the URL may be wrong."
                : "Give user and password in the URL, http://user:password@host:port; the environment variable WITHCDP_GRID is a good place for it.";
    }

    private String remedyFor(String words) {
        var status = grid.status(STATUS_LIMIT);
        var state = status.map(it -> said(it) + ". ").orElse("");
        if (words.contains("timed out") && status.filter(GridStatus::isFull).isPresent()) {
            return state + "That was the limit of its own queue (--session-request-timeout). " + FEWER;
        }
        if (words.contains("timed out")) {
            return state + "That was the limit of its own queue (--session-request-timeout). "
                    + browser.filter(name -> status.filter(it -> it.lacks(name)).isPresent())
                            .map(name -> "None of its nodes offers " + name + ".")
                            .orElse("Its log says more.");
        }
        if (words.contains("No nodes support")) {
            return state + "Add a node that fits, or change what is asked for (withcdp.grid.capabilities).";
        }
        return state
                + "The log of the node says more; a node that runs as root in a container needs args = \"--no-sandbox\".";
    }

    /** Return why a session is of no use. */
    ChromeUnavailableException noCdp(String session, String browserName) {
        return exception(
                "gave a session (%s, %s) without se:cdp, so there is no way to speak CDP with its browser. The session has been deleted."
                        .formatted(
                                grid.words().excerpt(browserName.isEmpty() ? "unknown browser" : browserName), session),
                "A node of Selenium Grid 4 with Chrome, Chromium or Edge offers it. Firefox does not, nor does a bare chromedriver: its browser listens on a port of"
                        + " its own machine only; on this machine WithCDP launches a browser without it.");
    }

    ChromeUnavailableException badCdp(String session, String cdpUrl, String why) {
        return exception(
                "gave the session %s with an se:cdp that is %s: %s. The session has been deleted."
                        .formatted(session, why, grid.words().excerpt(cdpUrl)),
                "Is --grid-url of its nodes right?");
    }

    ChromeUnavailableException exception(String what, String remedy) {
        return new ChromeUnavailableException(
                "The Selenium Grid at %s %s%n%s".formatted(grid.url().display(), what, remedy));
    }
}
