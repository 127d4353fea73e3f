package io.github.withcdp.session.internal;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.CommandFailedException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Loads a page and waits for it: from {@code Page.navigate} over the commit of its document to the load event of that document. */
final class Navigation {

    private Navigation() {}

    static JsonNode navigate(DefaultCDPSession session, String url, Duration timeout) {
        long deadline = Waits.deadline(timeout);
        if (!session.enabled("Page")) {
            session.send("Page.enable", null, timeout); // else nothing is told of the load
        }
        try (var wait = new EventWait(session, Set.of("Page.loadEventFired", "Page.frameNavigated"))) {
            var result = session.send("Page.navigate", Map.of("url", url), timeout);
            var error = result.path("errorText").asString("");
            if (!error.isEmpty()) {
                boolean download = result.path("isDownload").asBoolean(false);
                throw new CommandFailedException(
                        "Page.navigate", 0, error, download ? url + " is a download, not a page" : url);
            }
            var loader = result.path("loaderId").asString("");
            if (!loader.isEmpty()) { // else it stayed within the document
                wait.first("load event of " + url, new LoadOf(loader), deadline, timeout);
            }
            return result;
        }
    }

    /** True for the load event that follows the commit of this navigation; those before it belong to earlier documents. */
    private static final class LoadOf implements Predicate<CDPEvent> {

        private final String loader;
        private boolean committed;

        LoadOf(String loader) {
            this.loader = loader;
        }

        @Override
        public boolean test(CDPEvent event) {
            if (event.method().equals("Page.loadEventFired")) {
                return committed;
            }
            committed |= event.param("/frame/loaderId").asString("").equals(loader);
            return false;
        }
    }
}
