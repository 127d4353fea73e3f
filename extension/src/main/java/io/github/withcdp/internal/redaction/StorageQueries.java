package io.github.withcdp.internal.redaction;

import io.github.withcdp.recording.RecordedMessage;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which commands ask a page for what it keeps secret, so that the answers are known as such. Safe for use by many threads. */
final class StorageQueries {

    private static final Set<String> SCRIPTS = Set.of("Runtime.evaluate", "Runtime.callFunctionOn");
    private static final MultiStringMatcher STORE =
            MultiStringMatcher.of("localStorage", "sessionStorage", "getItem", ".cookie");
    private static final int SEARCHED_LENGTH = 10_000;
    private static final int MOST = 100_000;

    private final Set<String> queries = ConcurrentHashMap.newKeySet();

    void see(RecordedMessage message) {
        if (message.isCommand() && message.id().isPresent() && SCRIPTS.contains(message.method())) {
            var json = message.json();
            long match = STORE.find(json, 0, Math.min(json.length(), SEARCHED_LENGTH));
            if (match != MultiStringMatcher.NOTHING && queries.size() < MOST) {
                queries.add(key(message));
            }
        }
    }

    /** Return whether a message answers such a command. */
    boolean isAnswered(RecordedMessage message) {
        return message.isAnswer() && SCRIPTS.contains(message.method()) && queries.contains(key(message));
    }

    private static String key(RecordedMessage message) {
        return message.id().getAsInt() + " " + message.session().value();
    }
}
