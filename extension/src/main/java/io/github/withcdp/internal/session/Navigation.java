package io.github.withcdp.internal.session;

import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.EventTimeoutException;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Loads a page and waits for it: from {@code Page.navigate} over the commit of its document to the end of the load of that document. */
final class Navigation {

    /** A status is an answer, if one without a body, for which Chrome shows a page of its own. */
    private static final String ANSWERED = "net::ERR_HTTP_RESPONSE_CODE_FAILURE";

    /** What was given up, to which Chrome shows nothing: the page stays where it was. */
    private static final String GIVEN_UP = "net::ERR_ABORTED";

    private final SessionCommands commands;
    private final String url;
    private final Deadline deadline;

    private Navigation(SessionCommands commands, String url, Duration timeout) {
        this.commands = commands;
        this.url = url;
        this.deadline = Params.deadline(timeout, commands.state().context().ticker());
    }

    static JsonNode navigate(SessionCommands commands, String url, Duration timeout) {
        return new Navigation(commands, url, timeout).navigate();
    }

    /** Wait for the load of the document that is there. */
    static void awaitLoad(SessionCommands commands, Duration timeout) {
        var url = commands.state().target().url();
        new Navigation(commands, url.isEmpty() ? "the page" : url, timeout).awaitLoad();
    }

    private void awaitLoad() {
        listen();
        try (var wait = new EventWait(commands.state(), commands.delivery(), DocumentLoad.EVENTS)) {
            boolean over =
                    switch (commands.state().watch().load()) {
                        case OVER -> true;
                        case UNDER_WAY -> false;
                        case UNKNOWN -> // it was there before anybody listened
                            commands.send(
                                            "Runtime.evaluate",
                                            Evaluation.params("document.readyState"),
                                            deadline.limit())
                                    .path("result")
                                    .path("value")
                                    .asString("")
                                    .equals("complete");
                    };
            if (!over) {
                end(wait, DocumentLoad.ofDocumentIn(commands.state().target().id()), 0);
            }
        }
    }

    private void listen() {
        if (!commands.state().enabled("Page")) {
            commands.send("Page.enable", null, deadline.limit()); // else nothing is told of the load
        }
    }

    private JsonNode navigate() {
        listen();
        try (var wait = new EventWait(commands.state(), commands.delivery(), DocumentLoad.EVENTS)) {
            var result = commands.send("Page.navigate", Map.of("url", url), deadline.limit());
            var loader = result.path("loaderId").asString("");
            var error = result.path("errorText").asString("");
            if (!error.isEmpty() && !error.equals(ANSWERED)) {
                if (!error.equals(GIVEN_UP)) {
                    awaitErrorPage(wait, loader);
                }
                boolean download = result.path("isDownload").asBoolean(false);
                throw failure(error, download ? url + " is a download, not a page" + downloads() : url);
            }
            if (!loader.isEmpty()) { // else it stayed within the document
                awaitLoad(wait, new DocumentLoad(loader));
            }
            return result;
        }
    }

    private void awaitLoad(EventWait wait, DocumentLoad load) {
        var last = end(wait, load, wait.position());
        var error = load.failure(last);
        if (!error.isEmpty() && !error.equals(ANSWERED)) {
            throw failure(
                    error,
                    load.wentOnTo()
                            .map(next -> "%s, to which %s went on".formatted(next, url))
                            .orElse(url + " broke off after it had begun to come"));
        }
    }

    private CDPEvent end(EventWait wait, DocumentLoad load, long since) {
        return wait.first("load event of " + url, load, deadline, refused -> tooLate(wait, since));
    }

    /** Have the page be where it will stay. That it could not be loaded is the news, whatever becomes of the page that says so. */
    private void awaitErrorPage(EventWait wait, String loader) {
        try {
            wait.first("error page", new DocumentLoad(loader), deadline, refused -> "");
        } catch (EventTimeoutException slow) {
            // Then it will still come.
        } catch (CDPException gone) {
            // Whoever uses the page next learns of that.
        }
    }

    private String tooLate(EventWait wait, long since) {
        var text =
                new StringBuilder("No load event of %s within %s".formatted(url, Durations.format(deadline.limit())));
        var pending = PendingRequests.ofLoad(commands.state(), since);
        if (pending.isEmpty()) {
            return text + Hints.insteadOf(commands.state(), "Page.loadEventFired", wait.since());
        }
        pending.forEach(request -> text.append("\n  it waits for ").append(request));
        Hints.obstacles(commands.state())
                .forEach(obstacle -> text.append("\n  ").append(obstacle));
        return text.toString();
    }

    private String downloads() {
        return commands.state().context().options().downloads().hint();
    }

    private static CommandFailedException failure(String error, String detail) {
        return new CommandFailedException("Page.navigate", 0, error, detail);
    }
}
