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
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds out from its first answers what is at the other end of a conversation, and not from the URL, because that may be anybody's. */
final class RemoteEndProbe {

    private static final int UNKNOWN_METHOD = -32601;
    private static final byte[] NOTHING = {};

    private RemoteEndProbe() {}

    /**
     * Ask who is there.
     *
     * @param limit for the first answer
     * @param inspector tells what is known of one that is no browser
     * @param beforeVersion what is said to a browser first, so that all which comes of it is there when this returns
     * @throws CDPException if there is no answer, or none that makes sense
     */
    static RemoteEnd meet(
            SessionCommands commands,
            Duration limit,
            Supplier<InspectorDescription> inspector,
            Runnable beforeVersion) {
        boolean launched = commands.state().context().options().ownsBrowser(); // and so certainly a browser
        var target = launched ? RemoteEnd.UNKNOWN.target() : ownTarget(commands, limit);
        boolean page = !target.type().isEmpty() && !target.type().equals("browser");
        if (!page) {
            beforeVersion.run();
        }
        try {
            var version = commands.send("Browser.getVersion", null, limit);
            return page
                    ? new RemoteEnd(RemoteEnd.Kind.PAGE, version, target, Set.of())
                    : new RemoteEnd(RemoteEnd.Kind.BROWSER, version, RemoteEnd.UNKNOWN.target(), Set.of());
        } catch (CommandFailedException refused) {
            if (refused.code() != UNKNOWN_METHOD) {
                throw notCdp(refused);
            }
            return inspector(commands, limit, inspector.get());
        }
    }

    private static Target ownTarget(SessionCommands commands, Duration limit) {
        try {
            return TargetInfo.target(
                    commands.send("Target.getTargetInfo", null, limit).path("targetInfo"));
        } catch (CommandFailedException noBrowser) {
            return RemoteEnd.UNKNOWN.target();
        }
    }

    private static RemoteEnd inspector(SessionCommands commands, Duration limit, InspectorDescription description) {
        var version = Json.object();
        version.put("product", description.product());
        version.put("protocolVersion", description.protocolVersion());
        return new RemoteEnd(RemoteEnd.Kind.INSPECTOR, version, description.target(), missing(commands, limit));
    }

    /**
     * Find out which domains there are not. {@code Schema.getDomains} would tell only those of the engine itself, and not what Node.js adds;
     * but whoever knows a domain does not mind to be told to disable it when it is not enabled.
     */
    private static Set<String> missing(SessionCommands commands, Duration limit) {
        var deadline = Params.deadline(limit, commands.state().context().ticker());
        Map<String, PendingCommand> probes = new LinkedHashMap<>();
        for (var domain : commands.state().context().options().domains()) {
            probes.put(domain, commands.transmit(domain + ".disable", NOTHING));
        }
        return probes.entrySet().stream()
                .filter(probe -> isUnknown(commands.await(probe.getValue(), deadline)))
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
}
