package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.PendingCommand;
import io.github.withcdp.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * What is said to a target before anybody else talks to it: enable the domains, attach its children, run.
 * All of it is sent in one go, because Chrome keeps the order; and the last of it whatever happens to the rest, so that nothing stays paused.
 */
final class TargetSetup {

    private static final byte[] NOTHING = {};
    private static final Set<String> WITH_PAGE = Set.of("page", "iframe", "webview", "background_page", "other");
    private static final Set<String> WITHOUT_DOMAINS = Set.of("browser", "tab", "browser_ui");

    /** Bytes of bodies that are kept for each page, frame or worker; memory of Chrome's, and only if there are as many. */
    private static final int KEPT_BODIES = 64_000_000;

    private static final Map<String, Object> EVERYTHING_ELSE = Map.of();

    private TargetSetup() {}

    /**
     * What to attach below the browser: not the browser itself, nor what Chrome keeps for its own tabs and bars. Service workers come
     * through the page that registers them, where even the request for their script is seen.
     */
    static Map<String, Object> autoAttachBelowBrowser() {
        return autoAttach(List.of(
                exclude("browser"), exclude("tab"), exclude("browser_ui"), exclude("service_worker"), EVERYTHING_ELSE));
    }

    /** What to attach below a page, frame or worker: all it starts. */
    static Map<String, Object> autoAttachBelowTarget() {
        return autoAttach(List.of(exclude("browser"), exclude("tab"), exclude("browser_ui"), EVERYTHING_ELSE));
    }

    private static Map<String, Object> autoAttach(List<Map<String, Object>> filter) {
        return Map.of("autoAttach", true, "waitForDebuggerOnStart", true, "flatten", true, "filter", filter);
    }

    private static Map<String, Object> exclude(String type) {
        return Map.of("type", type, "exclude", true);
    }

    /**
     * Send what is to be said.
     *
     * @param waiting whether the target waits to be told to run
     * @param runtimeBeingEnabled told when {@code Runtime} of a process of Node.js is about to be enabled, and when that is done
     */
    static void run(SessionCommands commands, boolean waiting, Consumer<Boolean> runtimeBeingEnabled) {
        var options = commands.state().context().options();
        var remoteEnd = commands.state().context().remoteEnd();
        var pending = new ArrayList<PendingCommand>();
        try {
            var type = commands.state().target().type();
            if (!WITHOUT_DOMAINS.contains(type)) {
                for (var domain : remoteEnd.known(options.domains())) {
                    if (!domain.equals("Page") || WITH_PAGE.contains(type)) { // workers have no page
                        pending.add(
                                remoteEnd.isInspector()
                                        ? enable(commands, domain, runtimeBeingEnabled)
                                        : commands.transmit(domain + ".enable", params(domain)));
                    }
                }
                if (options.autoAttach() && !remoteEnd.isInspector()) {
                    pending.add(commands.transmit("Target.setAutoAttach", Json.write(autoAttachBelowTarget())));
                }
            }
        } finally {
            if (waiting) {
                pending.add(commands.transmit("Runtime.runIfWaitingForDebugger", NOTHING));
            }
            whenAllDone(pending, () -> commands.state().ready().complete(true));
        }
    }

    /** Enable a domain of a process of Node.js, which has no bodies to keep. */
    private static PendingCommand enable(
            SessionCommands commands, String domain, Consumer<Boolean> runtimeBeingEnabled) {
        boolean runtime = domain.equals("Runtime");
        if (runtime) {
            runtimeBeingEnabled.accept(true);
        }
        var command = commands.transmit(domain + ".enable", NOTHING);
        if (runtime) {
            command.whenDone(answer -> runtimeBeingEnabled.accept(false));
        }
        return command;
    }

    /**
     * A page that navigates takes the bodies of its responses with it, unless Chrome is asked to keep them elsewhere. Asked like this, because
     * Chromes that do not know it yet take no notice of a parameter, but refuse the command {@code Network.configureDurableMessages}.
     * They keep the bodies of a page as long as it is there, and of these as many bytes as this says.
     */
    private static byte[] params(String domain) {
        return domain.equals("Network")
                ? Json.write(Map.of("enableDurableMessages", true, "maxTotalBufferSize", KEPT_BODIES))
                : NOTHING;
    }

    private static void whenAllDone(List<PendingCommand> commands, Runnable then) {
        var remaining = new AtomicInteger(commands.size() + 1); // one for ourselves, who are done last or alone
        Consumer<Object> done = any -> {
            if (remaining.decrementAndGet() == 0) {
                then.run();
            }
        };
        commands.forEach(command -> command.whenDone(done));
        done.accept(commands);
    }
}
