package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.PendingCommand;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.session.Target;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Whom a conversation is held with, found out from its first answers and not from the URL, because that may be anybody's.
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

    private static final int UNKNOWN_METHOD = -32601;
    private static final byte[] NOTHING = {};

    /** A browser of which nothing is known yet. */
    static final RemoteEnd UNKNOWN =
            new RemoteEnd(Kind.BROWSER, Json.object(), new Target("", "browser", ""), Set.of());

    /**
     * Ask who is there.
     *
     * @param limit for the first answer
     * @param inspector tells what is known of one that is no browser
     * @param beforeVersion what is said to a browser first, so that all which comes of it is there when this returns
     * @throws CDPException if there is no answer, or none that makes sense
     */
    static RemoteEnd meet(
            DefaultCDPSession session,
            Duration limit,
            Supplier<InspectorDescription> inspector,
            Runnable beforeVersion) {
        boolean launched = session.context().options().ownsBrowser(); // and so certainly a browser
        var target = launched ? UNKNOWN.target : ownTarget(session, limit);
        boolean page = !target.type().isEmpty() && !target.type().equals("browser");
        if (!page) {
            beforeVersion.run();
        }
        try {
            var version = session.send("Browser.getVersion", null, limit);
            return page
                    ? new RemoteEnd(Kind.PAGE, version, target, Set.of())
                    : new RemoteEnd(Kind.BROWSER, version, UNKNOWN.target, Set.of());
        } catch (CommandFailedException refused) {
            if (refused.code() != UNKNOWN_METHOD) {
                throw notCdp(refused);
            }
            return inspector(session, limit, inspector.get());
        }
    }

    private static Target ownTarget(DefaultCDPSession session, Duration limit) {
        try {
            return TargetInfo.target(
                    session.send("Target.getTargetInfo", null, limit).path("targetInfo"));
        } catch (CommandFailedException noBrowser) {
            return UNKNOWN.target;
        }
    }

    private static RemoteEnd inspector(DefaultCDPSession session, Duration limit, InspectorDescription known) {
        var version = Json.object();
        version.put("product", known.product());
        version.put("protocolVersion", known.protocolVersion());
        return new RemoteEnd(Kind.INSPECTOR, version, known.target(), missing(session, limit));
    }

    /**
     * Find out which domains there are not. {@code Schema.getDomains} would tell only those of the engine itself, and not what Node.js adds;
     * but whoever knows a domain does not mind to be told to disable it when it is not enabled.
     */
    private static Set<String> missing(DefaultCDPSession session, Duration limit) {
        var deadline = Params.deadline(limit);
        Map<String, PendingCommand> probes = new LinkedHashMap<>();
        for (var domain : session.context().options().domains()) {
            probes.put(domain, session.transmit(domain + ".disable", NOTHING));
        }
        return probes.entrySet().stream()
                .filter(probe -> isUnknown(Await.answer(session, probe.getValue(), deadline)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isUnknown(Answer answer) {
        return answer instanceof Answer.Refused refused && refused.code() == UNKNOWN_METHOD;
    }

    /** What Firefox answers has no object with a code, but one of the words of another protocol. */
    private static CDPException notCdp(CommandFailedException refused) {
        return refused.code() == 0 && refused.errorMessage().startsWith("\"")
                ? new ChromeUnavailableException(
                        "it does not speak CDP but WebDriver BiDi, as Firefox does: it answered Browser.getVersion with the error %s. WithCDP needs Chrome, a browser made of Chromium, or Node.js"
                                .formatted(MessageText.cut(refused.errorMessage())),
                        refused)
                : refused;
    }

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
                .formatted(product.isEmpty() ? "the inspector of a JavaScript engine" : product, MessageText.named(target));
    }

    private static String workers(String what) {
        return what.equals("awaitChild")
                ? "; worker threads are reached with NodeWorker.enable and NodeWorker.sendMessageToWorker"
                : "";
    }
}
