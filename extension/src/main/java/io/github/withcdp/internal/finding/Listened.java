package io.github.withcdp.internal.finding;

import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which domains were listened to: of what the others would have told nothing can be said, least of all that it was well. */
final class Listened implements Detector {

    private static final String ENABLE = ".enable";

    private final Set<String> domains = new HashSet<>();
    private long messages;
    private long commands;

    /** An event tells as well as its command that a domain is on: that of a page that was there before the test is not on record. */
    @Override
    public void look(RecordedMessage message, Findings findings) {
        messages++;
        var method = message.method();
        if (message.isCommand()) {
            commands++;
            if (method.endsWith(ENABLE)) {
                domains.add(method.substring(0, method.length() - ENABLE.length()));
            }
        } else if (message.isEvent()) {
            domains.add(method.substring(0, Math.max(0, method.indexOf('.'))));
        }
    }

    /**
     * Return what is true if there are no findings, and nothing that was not listened to.
     *
     * @param exchanges up to the same moment
     * @param console up to the same moment
     */
    String whatWasFine(List<Exchange> exchanges, List<ConsoleMessage> console) {
        if (messages == 0) {
            return "No message was recorded.";
        }
        var fine = new ArrayList<String>();
        if (commands > 0) {
            fine.add("every command was answered");
        }
        if (domains.contains("Network") && !exchanges.isEmpty()) {
            boolean icon = exchanges.stream().anyMatch(exchange -> exchange.isFavicon() && exchange.hasFailed());
            fine.add("no request failed" + (icon ? " but the browser's own for an icon" : ""));
        }
        if (domains.contains("Page")) {
            fine.add("no page crashed");
        }
        if (domains.contains("Runtime")) {
            fine.add("no exception went uncaught");
        }
        boolean complained = console.stream().anyMatch(message -> message.level() == ConsoleMessage.Level.ERROR);
        if (domains.contains("Runtime") && domains.contains("Log") && !complained) {
            fine.add("no error was logged");
        }
        return fine.isEmpty() ? "Nobody listened to anything that could tell." : sentence(fine);
    }

    /** {@code Every command was answered, no request failed, no page crashed.} */
    private static String sentence(List<String> clauses) {
        var all = String.join(", ", clauses);
        return Character.toUpperCase(all.charAt(0)) + all.substring(1) + ".";
    }
}
