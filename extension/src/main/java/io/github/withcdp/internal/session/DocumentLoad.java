package io.github.withcdp.internal.session;

import io.github.withcdp.protocol.CDPEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The load of the document of one navigation, or of what that goes on to, followed event by event. True for the event that ends it: the load event;
 * or that Chrome has stopped loading without one, because the document was cut off or stopped its load itself.
 */
final class DocumentLoad implements Predicate<CDPEvent> {

    static final Set<String> EVENTS =
            Set.of("Page.frameNavigated", "Page.loadEventFired", "Page.frameStoppedLoading", "Network.loadingFailed");

    private final Map<String, String> failures = new HashMap<>();
    private String loader;
    private boolean committed;
    private String frame = "";
    private String unreachable = "";
    private Optional<String> wentOnTo = Optional.empty();

    /** That of a navigation whose document is still to come. */
    DocumentLoad(String loader) {
        this.loader = loader;
    }

    /** That of the document which is there. */
    static DocumentLoad ofDocumentIn(String frame) {
        var load = new DocumentLoad("");
        load.frame = frame;
        load.committed = true;
        return load;
    }

    @Override
    public boolean test(CDPEvent event) {
        return switch (event.method()) {
            case "Page.frameNavigated" -> {
                navigated(event);
                yield false;
            }
            case "Network.loadingFailed" -> {
                failed(event);
                yield false;
            }
            case "Page.loadEventFired" -> committed; // those before it belong to earlier documents
            default -> committed && event.param("/frameId").asString("").equals(frame);
        };
    }

    private void navigated(CDPEvent event) {
        if (!event.param("/frame/parentId").isMissingNode()) {
            return;
        }
        var loaderId = event.param("/frame/loaderId").asString("");
        if (!committed && !loaderId.equals(loader)) {
            return;
        }
        unreachable = event.param("/frame/unreachableUrl").asString("");
        frame = event.param("/frame/id").asString("");
        if (!loaderId.equals(loader)) {
            wentOnTo = Optional.of(
                    unreachable.isEmpty() ? event.param("/frame/url").asString("") : unreachable);
        }
        loader = loaderId;
        committed = true;
    }

    private void failed(CDPEvent event) {
        if (!event.param("/canceled").asBoolean(false)) {
            failures.put(
                    event.param("/requestId").asString(""),
                    event.param("/errorText").asString(""));
        }
    }

    /** Return why the document is not all there, in Chrome's words; empty if it is, or if Chrome has not told. */
    String failure(CDPEvent last) {
        boolean loaded = last.method().equals("Page.loadEventFired") && unreachable.isEmpty();
        return loaded ? "" : failures.getOrDefault(loader, "");
    }

    /** Return the URL of the document that took the place of the first one. */
    Optional<String> wentOnTo() {
        return wentOnTo;
    }
}
