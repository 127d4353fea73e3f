package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.likeness.UrlForm;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.ConsoleMessage.Source;
import io.github.withcdp.recording.Exchange;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * By what a difference may be known to have come of another one: URLs without their queries, in the form that is equal in all runs.
 *
 * @param about what comes to nothing with it: the resource of a request, the scripts of an exception
 * @param by the documents and scripts that brought it about
 */
record Trace(Set<String> about, Set<String> by) {

    /** Nothing is known. */
    static final Trace NONE = new Trace(Set.of(), Set.of());

    /** How a stack has the script of a call. */
    private static final Pattern CALL = Pattern.compile("\\(([^()\\s]+):\\d+:\\d+\\)$", Pattern.MULTILINE);

    /** Copy the sets. */
    Trace {
        about = Set.copyOf(about);
        by = Set.copyOf(by);
    }

    static Trace of(Exchange exchange) {
        var by = scripts(exchange.initiator().stack());
        add(by, exchange.initiator().url());
        return new Trace(resource(exchange.url()), by);
    }

    static Trace of(ConsoleMessage message) {
        var scripts = scripts(message.stack());
        add(scripts, message.url());
        return new Trace(message.source() == Source.EXCEPTION ? scripts : Set.of(), scripts);
    }

    /** Return that of a frame or worker, which comes of the request for its document or script; only the path of that is known. */
    static Trace ofTarget(String path) {
        return path.isEmpty() ? NONE : new Trace(Set.of(), Set.of(path));
    }

    private static Set<String> resource(String url) {
        return new TreeSet<>(List.of(UrlForm.withoutQuery(url), UrlForm.path(url)));
    }

    boolean isBroughtAboutBy(Trace other) {
        return by.stream().anyMatch(other.about::contains);
    }

    private static Set<String> scripts(String stack) {
        var scripts = new TreeSet<String>();
        CALL.matcher(stack).results().forEach(call -> add(scripts, call.group(1)));
        return scripts;
    }

    private static void add(Set<String> urls, String url) {
        if (!url.isEmpty()) {
            urls.add(UrlForm.withoutQuery(url));
        }
    }
}
