package io.github.withcdp.internal.session;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.session.Target;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What is at the other end of a conversation.
 *
 * @param kind what it is
 * @param version the result of {@code Browser.getVersion}, or as much of it as is known
 * @param target the only target of the conversation; of a browser, the browser itself
 * @param missing the domains that were to be enabled and that it does not know
 */
record RemoteEnd(Kind kind, JsonNode version, Target target, Set<String> missing) {

    /** What can be at the other end. */
    enum Kind {
        /** A browser, with targets that each get a session with an id of its own. */
        BROWSER,
        /** One page, or another target of a browser, with nothing above it. */
        PAGE,
        /** A JavaScript engine without a browser around it, as in Node.js. */
        INSPECTOR
    }

    /** A browser of which nothing is known yet. */
    static final RemoteEnd UNKNOWN =
            new RemoteEnd(Kind.BROWSER, Json.object(), new Target("", "browser", ""), Set.of());

    /** Return whether there is a single target, whose session is the one without id. */
    boolean isSingleTarget() {
        return kind != Kind.BROWSER;
    }

    boolean isInspector() {
        return kind == Kind.INSPECTOR;
    }

    /** Return the domains that are to be enabled on a session, without those that are not known there. */
    List<String> known(List<String> domains) {
        return domains.stream().filter(domain -> !missing.contains(domain)).toList();
    }

    /**
     * Refuse what only a browser can do.
     *
     * @throws UnsupportedOperationException if this is none
     */
    void needsBrowser(String what) {
        if (kind == Kind.PAGE) {
            throw new UnsupportedOperationException(
                    "%s needs a browser, but the endpoint is the URL of one %s alone (%s), with which one cannot reach the browser above it. Give the endpoint of the browser, host:port or ws://…/devtools/browser/…; with joinPage the test is in the page that is there"
                            .formatted(what, target.type(), MessageText.named(target)));
        }
        if (kind == Kind.INSPECTOR) {
            throw new UnsupportedOperationException(
                    "%s needs a browser, but this is %s: it has no pages, no browser contexts and no targets, only the session that the test has as its CDPSession parameter%s"
                            .formatted(what, name(), workers(what)));
        }
    }

    /**
     * Refuse what only a page can do.
     *
     * @throws UnsupportedOperationException if this is none
     */
    void needsPage(String what) {
        if (kind == Kind.INSPECTOR) {
            throw new UnsupportedOperationException(
                    "%s needs a page, but this is %s, which runs scripts and has no pages; evaluate(…) and the domains Runtime, Debugger, Profiler and HeapProfiler work"
                            .formatted(what, name()));
        }
    }

    /** Return a name for people: {@code node.js/v20.20.2 (node file:///app.js)}. */
    String name() {
        var product = version.path("product").asString("");
        return "%s (%s)"
                .formatted(
                        product.isEmpty() ? "the inspector of a JavaScript engine" : product,
                        MessageText.named(target));
    }

    private static String workers(String what) {
        return what.equals("awaitChild")
                ? "; worker threads are reached with NodeWorker.enable and NodeWorker.sendMessageToWorker"
                : "";
    }
}
