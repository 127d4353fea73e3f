package io.github.withcdp.internal.finding;

import io.github.withcdp.recording.Exchange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The scripts and documents on record that call {@code close()}, of whatever: Chrome does not tell who closes popups and sockets.
 * Nothing is said of pages of which a script is not on record, or too long to be looked at.
 */
final class ClosingScripts {

    private static final Set<String> SCRIPTS = Set.of("Document", "Script");

    /** Longer ones are not searched. */
    private static final int LONGEST = 256 * 1024;

    private static final Pattern CLOSE = Pattern.compile("\\bclose ?(?:\\?\\.)?\\(|[\"'`]close[\"'`]\\]");

    private final List<Exchange> exchanges;
    private final Map<Long, Optional<Boolean>> looked = new HashMap<>();

    /**
     * Look for them.
     *
     * @param exchanges of all messages: bodies are asked for after the failure
     */
    ClosingScripts(List<Exchange> exchanges) {
        this.exchanges = exchanges;
    }

    /** Return the URLs of those of some requests, without what is behind a {@code #}; empty if it is not known of all whether they close something. */
    Optional<List<String>> among(Predicate<Exchange> requests) {
        var scripts = exchanges.stream()
                .filter(exchange -> SCRIPTS.contains(exchange.resourceType()) && requests.test(exchange))
                .filter(exchange ->
                        exchange.status() < 400 && exchange.failure().isEmpty())
                .toList();
        return scripts.isEmpty()
                        || scripts.stream().anyMatch(script -> closes(script).isEmpty())
                ? Optional.empty()
                : Optional.of(scripts.stream()
                        .filter(script -> closes(script).orElse(false))
                        .map(script -> script.url().replaceFirst("#.*", ""))
                        .distinct()
                        .toList());
    }

    /** Return whether a script closes something; empty if it cannot be looked at. Its body is read once. */
    private Optional<Boolean> closes(Exchange script) {
        return looked.computeIfAbsent(script.sequence(), first -> text(script).map(ClosingScripts::callClose));
    }

    /** Return whether a text has a call of it. */
    static boolean callClose(String text) {
        return text.contains("close") && CLOSE.matcher(text).find();
    }

    private static Optional<String> text(Exchange script) {
        return script.response()
                .filter(response -> response.contentBytes() <= LONGEST)
                .flatMap(Exchange.Response::body)
                .map(Exchange.Body::text)
                .filter(text -> text.length() <= LONGEST);
    }
}
