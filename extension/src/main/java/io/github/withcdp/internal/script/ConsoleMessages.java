package io.github.withcdp.internal.script;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.ConsoleMessage.Level;
import io.github.withcdp.recording.ConsoleMessage.Source;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads what was written to consoles. */
public final class ConsoleMessages {

    private static final String CALL = "Runtime.consoleAPICalled";
    private static final String EXCEPTION = "Runtime.exceptionThrown";
    private static final String REVOKED = "Runtime.exceptionRevoked";
    private static final String ENTRY = "Log.entryAdded";
    private static final String ATTACHED = "Target.attachedToTarget";

    private final StringPool strings = new StringPool();
    private final List<ConsoleMessage> entries = new ArrayList<>();
    private final WorkerRepetitions repetitions = new WorkerRepetitions();

    /** Where in the list the latest exception of an id is; a session that gets another process meets the same ids again. */
    private final Map<ExceptionId, Integer> thrown = new HashMap<>();

    private record ExceptionId(SessionId session, int id) {}

    private ConsoleMessages() {}

    /** Return what messages tell of consoles, which are read one by one. */
    public static List<ConsoleMessage> in(Iterable<RecordedMessage> messages) {
        var console = new ConsoleMessages();
        for (var message : messages) {
            if (message.isEvent() && isToldBy(message.method())) {
                console.read(message);
            }
        }
        return console.repetitions.without(console.entries);
    }

    /** Return whether messages of this method tell of consoles, or of whose they are. */
    public static boolean isToldBy(String method) {
        return switch (method) {
            case CALL, EXCEPTION, REVOKED, ENTRY, ATTACHED -> true;
            default -> false;
        };
    }

    private void read(RecordedMessage message) {
        var params = message.tree().path("params");
        switch (message.method()) {
            case CALL -> {
                var call = call(message, params);
                repetitions.told(call, "");
                if (!call.type().equals("endGroup")) { // of which a console shows nothing
                    entries.add(call);
                }
            }
            case ENTRY -> {
                var entry = entry(message, params.path("entry"));
                repetitions.told(entry, params.path("entry").path("workerId").asString(""));
                entries.add(entry);
            }
            case ATTACHED -> repetitions.attached(params);
            case EXCEPTION -> {
                var details = params.path("exceptionDetails");
                thrown.put(idOf(message, details), entries.size());
                var exception = exception(message, details);
                repetitions.told(exception, "");
                entries.add(exception);
            }
            default -> revoke(idOf(message, params));
        }
    }

    private ConsoleMessage call(RecordedMessage message, JsonNode params) {
        var type = params.path("type").asString("log");
        var stack = CallStack.of(params.path("stackTrace"));
        return new ConsoleMessage(
                message.sequence(),
                message.elapsed(),
                message.session(),
                Source.CONSOLE,
                switch (type) {
                    case "debug" -> Level.VERBOSE;
                    case "warning" -> Level.WARNING;
                    case "error", "assert" -> Level.ERROR;
                    default -> Level.INFO;
                },
                methodOf(type),
                strings.copy(ConsoleText.ofCall(type, params.path("args"))),
                strings.copy(stack.url()),
                stack.line(),
                stack.column(),
                strings.copy(stack.text()),
                false);
    }

    /** Return the method of {@code console} for what Chrome calls a type. */
    private static String methodOf(String type) {
        return switch (type) {
            case "warning" -> "warn";
            case "startGroup" -> "group";
            case "startGroupCollapsed" -> "groupCollapsed";
            default -> type;
        };
    }

    private ConsoleMessage entry(RecordedMessage message, JsonNode entry) {
        var stack = CallStack.of(entry.path("stackTrace"));
        var url = entry.path("url").asString("");
        return new ConsoleMessage(
                message.sequence(),
                message.elapsed(),
                message.session(),
                Source.LOG,
                switch (entry.path("level").asString("")) {
                    case "verbose" -> Level.VERBOSE;
                    case "warning" -> Level.WARNING;
                    case "error" -> Level.ERROR;
                    default -> Level.INFO;
                },
                entry.path("source").asString("other"),
                strings.copy(entry.path("text").asString("")),
                strings.copy(url.isEmpty() ? stack.url() : url),
                url.isEmpty() ? stack.line() : CallStack.fromOne(entry.path("lineNumber")),
                url.isEmpty() ? stack.column() : 0,
                strings.copy(stack.text()),
                false);
    }

    private static ExceptionId idOf(RecordedMessage message, JsonNode about) {
        return new ExceptionId(message.session(), about.path("exceptionId").asInt(0));
    }

    private void revoke(ExceptionId id) {
        var index = thrown.remove(id);
        if (index != null) {
            var rejection = entries.get(index);
            entries.set(
                    index,
                    new ConsoleMessage(
                            rejection.sequence(),
                            rejection.elapsed(),
                            rejection.session(),
                            rejection.source(),
                            Level.VERBOSE,
                            rejection.type(),
                            rejection.text(),
                            rejection.url(),
                            rejection.line(),
                            rejection.column(),
                            rejection.stack(),
                            true));
        }
    }

    private ConsoleMessage exception(RecordedMessage message, JsonNode details) {
        var thrown = ThrownException.of(details);
        return new ConsoleMessage(
                message.sequence(),
                message.elapsed(),
                message.session(),
                Source.EXCEPTION,
                Level.ERROR,
                "exception",
                strings.copy(thrown.text()),
                strings.copy(thrown.url()),
                thrown.line(),
                thrown.column(),
                strings.copy(thrown.stack()),
                false);
    }
}
