package io.github.withcdp.recording.internal;

import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.ConsoleMessage.Level;
import io.github.withcdp.recording.ConsoleMessage.Source;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads what was written to consoles. */
public final class Console {

    private static final String CALL = "Runtime.consoleAPICalled";
    private static final String EXCEPTION = "Runtime.exceptionThrown";
    private static final String ENTRY = "Log.entryAdded";

    private final Words words = new Words();
    private final List<ConsoleMessage> said = new ArrayList<>();

    private Console() {}

    /** Return what messages tell of consoles, which are read one by one. */
    public static List<ConsoleMessage> in(Iterable<RecordedMessage> messages) {
        var console = new Console();
        for (var message : messages) {
            if (message.isEvent() && isToldBy(message.method())) {
                console.read(message);
            }
        }
        return List.copyOf(console.said);
    }

    /** Return whether messages of this method tell of consoles. */
    static boolean isToldBy(String method) {
        return method.equals(CALL) || method.equals(EXCEPTION) || method.equals(ENTRY);
    }

    private void read(RecordedMessage message) {
        var params = message.tree().path("params");
        switch (message.method()) {
            case CALL -> {
                if (!params.path("type").asString("").equals("endGroup")) { // of which a console shows nothing
                    said.add(call(message, params));
                }
            }
            case ENTRY -> said.add(entry(message, params.path("entry")));
            default -> said.add(exception(message, params.path("exceptionDetails")));
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
                words.copy(ConsoleText.ofCall(type, params.path("args"))),
                words.copy(stack.url()),
                stack.line(),
                stack.column(),
                words.copy(stack.text()));
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
                words.copy(entry.path("text").asString("")),
                words.copy(url.isEmpty() ? stack.url() : url),
                url.isEmpty() ? stack.line() : CallStack.fromOne(entry.path("lineNumber")),
                url.isEmpty() ? stack.column() : 0,
                words.copy(stack.text()));
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
                words.copy(thrown.text()),
                words.copy(thrown.url()),
                thrown.line(),
                thrown.column(),
                words.copy(thrown.stack()));
    }
}
