package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.difference.Found.Leaf;
import io.github.withcdp.internal.difference.Matching.Match;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.likeness.Explanation;
import io.github.withcdp.internal.likeness.JsonComparison;
import io.github.withcdp.internal.likeness.UrlForm;
import io.github.withcdp.internal.likeness.VolatileText;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Difference.Kind;
import io.github.withcdp.recording.Difference.Presence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compares what was said on the consoles. */
final class ConsoleDifferences {

    /** With which the words of the browser itself begin. */
    static final String LOG = "log of ";

    private final ComparedRuns runs;

    private ConsoleDifferences(ComparedRuns runs) {
        this.runs = runs;
    }

    static void add(ComparedRuns runs) {
        new ConsoleDifferences(runs).compare();
    }

    private void compare() {
        var matching = new Matching<>(runs.expected().console(), runs.actual().console())
                .by(
                        one -> List.of(stream(one, expectedRole(one)), VolatileText.form(one.text())),
                        one -> List.of(stream(one, actualRole(one)), VolatileText.form(one.text())))
                .by(one -> stream(one, expectedRole(one)), one -> stream(one, actualRole(one)));
        for (Match<ConsoleMessage> match : matching.matches()) {
            runs.anchors().add(match.expected().elapsed(), match.actual().elapsed());
            compare(match.expected(), match.actual());
        }
        for (var missing : matching.missing()) {
            if (runs.isReached(missing.elapsed())) {
                add(
                        Presence.MISSING,
                        missing,
                        expectedRole(missing),
                        runs.anchors().of(missing.elapsed()),
                        "");
            }
        }
        for (var added : matching.added()) {
            add(Presence.ADDED, added, actualRole(added), added.elapsed(), Causes.at(added.elapsed(), runs.actual()));
        }
    }

    private String expectedRole(ConsoleMessage message) {
        return runs.roleOfExpected(message.session());
    }

    private String actualRole(ConsoleMessage message) {
        return runs.roleOfActual(message.session());
    }

    private static String stream(ConsoleMessage message, String role) {
        return role
                + ' '
                + message.source()
                + ' '
                + message.level()
                + ' '
                + message.type()
                + ' '
                + UrlForm.withoutQuery(message.url())
                + ':'
                + message.line();
    }

    private static JsonNode tree(ConsoleMessage message) {
        return Json.object().put("text", message.text()).put("handledLater", message.handledLater());
    }

    private void compare(ConsoleMessage expected, ConsoleMessage actual) {
        var leaves = JsonComparison.ofContents(tree(expected), tree(actual)).stream()
                .map(difference -> new Leaf(difference, actual.elapsed()))
                .toList();
        if (!leaves.isEmpty()) {
            runs.add(new Found(
                    Kind.CONSOLE,
                    Presence.CHANGED,
                    stream(expected, expectedRole(expected)),
                    actual.url(),
                    subject(actual),
                    leaves,
                    Explanation.NONE,
                    actual.elapsed(),
                    actual.sequence(),
                    Causes.at(actual.elapsed(), runs.actual()),
                    Trace.of(actual)));
        }
    }

    private void add(Presence presence, ConsoleMessage message, String role, Duration at, String cause) {
        runs.add(new Found(
                Kind.CONSOLE,
                presence,
                stream(message, role),
                message.url(),
                subject(message),
                new ArrayList<>(),
                Explanation.NONE,
                at,
                message.sequence(),
                cause,
                Trace.of(message)));
    }

    /** Return who says it, in the words of findings: {@code console.error: payment refused}. */
    private static String subject(ConsoleMessage message) {
        return switch (message.source()) {
            case CONSOLE -> "console." + message.type() + ": " + message.text();
            case LOG ->
                LOG + message.type() + ": " + message.text()
                        + (message.url().isEmpty() ? "" : " (" + message.location() + ")");
            case EXCEPTION -> "uncaught " + message.text();
        };
    }
}
