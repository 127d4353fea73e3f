package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.IncomingEvent;
import io.github.withcdp.internal.connection.PendingCommand;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.CDPException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The function that ends a pause when somebody calls it in the console of DevTools: {@code resume()}, or another name if the page has one
 * of its own. A binding would do, but takes nothing but exactly one text; so the function stands in front of one.
 *
 * <p>Nothing of this is on record, because it is no part of the test.
 */
final class ResumeFunction {

    private static final String BINDING = "withcdpResume";
    private static final Pattern NAME = Pattern.compile("resume\\w*");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** How long a page may take until it has the function; one that is busy is paused all the same. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** Defines the function and returns its name; empty if the page has all of the names for itself. */
    private static final String DEFINE = """
            (() => {
              const names = {
                resume: () => typeof resume,
                resumeTest: () => typeof resumeTest,
                resumeWithCDP: () => typeof resumeWithCDP };
              const free = name => {
                try { return names[name]() === "undefined" } catch (declaredLater) { return false }
              };
              const name = Object.keys(names).find(free) ?? "";
              if (name) {
                (%1$s)(name);
              }
              return name;
            })()""";

    private static final String PUT = """
            name => {
              const tell = globalThis[%1$s];
              if (typeof tell !== "function") return;
              const value = () => { tell(""); return "The test goes on." };
              tell.called = { name, value };
              Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
            }""";

    private static final String REMOVE = """
            (() => {
              const { name, value } = globalThis[%1$s]?.called ?? {};
              if (name && globalThis[name] === value) delete globalThis[name];
              delete globalThis[%1$s];
            })()""";

    private final SessionCommands commands;
    private final String binding = BINDING + NUMBER.incrementAndGet();
    private final PendingCommand definition;
    private @Nullable PendingCommand script;

    private ResumeFunction(SessionCommands commands) {
        this.commands = commands;
        send("Runtime.addBinding", Map.of("name", binding));
        definition = send("Runtime.evaluate", Map.of("expression", DEFINE.formatted(put()), "returnByValue", true));
    }

    /** Define it in a page. Does not wait. */
    static ResumeFunction in(SessionCommands commands) {
        return new ResumeFunction(commands);
    }

    /** Return whether an event comes of such a function, of which nobody but a pause has to know. */
    static boolean isCall(IncomingEvent event) {
        return event.method().equals("Runtime.bindingCalled")
                && event.params().path("name").asString("").startsWith(BINDING);
    }

    /** Return how to call it, for people, if the page says so soon. */
    String offer() throws InterruptedException {
        var name = name();
        if (name.isEmpty()) {
            return "nothing can be called in its console to go on: "
                    + commands.state()
                            .obstacle()
                            .orElse("the page does not answer, or has functions of all these names");
        }
        // For the documents that are loaded while one looks; functions of their own take precedence.
        script = send("Page.addScriptToEvaluateOnNewDocument", Map.of("source", "(%s)(\"%s\")".formatted(put(), name)));
        return "or type %s() into its console to go on".formatted(name);
    }

    private String name() throws InterruptedException {
        try {
            if (definition.await(LIMIT.toNanos()) instanceof Answer.Result result) {
                var name = result.tree().path("result").path("value").asString("");
                return NAME.matcher(name).matches() ? name : "";
            }
        } catch (TimeoutException | CDPException busy) {
            // Then it has to do without.
        }
        return "";
    }

    /** Remove all of it. Does not wait. */
    void remove() {
        send("Runtime.evaluate", Map.of("expression", REMOVE.formatted(literal())));
        send("Runtime.removeBinding", Map.of("name", binding));
        var addition = script;
        if (addition != null) {
            addition.whenDone(answer -> commands.state().context().threads().execute(() -> removeScript(answer)));
        }
    }

    private void removeScript(Answer answer) {
        try {
            if (answer instanceof Answer.Result result) {
                var identifier = result.tree().path("identifier").asString("");
                send("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", identifier));
            }
        } catch (CDPException unreadable) {
            // No browser says such things; the script goes with the page.
        }
    }

    private String put() {
        return PUT.formatted(literal());
    }

    private String literal() {
        return '"' + binding + '"';
    }

    private PendingCommand send(String method, Map<String, Object> params) {
        return commands.transmitUnrecorded(method, Json.write(params));
    }
}
