package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.PendingCommand;
import io.github.withcdp.internal.transport.OutOfMemory;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.SessionDetachedException;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Turns what became of a command into a result or an exception, on the thread of the one who asked. */
final class Answers {

    private Answers() {}

    static JsonNode of(SessionState session, PendingCommand command, Answer answer) {
        if (answer instanceof Answer.Result result) {
            return ResultWarning.on(session, command.method(), tree(command, result));
        }
        if (answer instanceof Answer.Refused refused) {
            throw new CommandFailedException(
                    command.method(), refused.code(), refused.message(), data(session, command, refused));
        }
        var gone = (Answer.Gone) answer;
        throw new SessionDetachedException(command.method(), gone.reason(), gone.detail());
    }

    /** An error of the JVM would end all tests of this run, and not only the one that has asked for so much. */
    private static JsonNode tree(PendingCommand command, Answer.Result result) {
        try {
            return result.tree();
        } catch (OutOfMemoryError error) {
            throw new CDPException(
                    "Protocol error (%s): %s"
                            .formatted(
                                    command.method(),
                                    OutOfMemory.tooSmallFor(
                                            String.format(Locale.ROOT, "an answer of %,d bytes", result.length()))),
                    error);
        }
    }

    /** Chrome's own words, or for those that leave their reader puzzled what they mean. */
    private static String data(SessionState session, PendingCommand command, Answer.Refused refused) {
        if (!refused.data().isEmpty()) {
            return refused.data();
        }
        var remoteEnd = session.context().remoteEnd();
        if (remoteEnd.isInspector() && refused.message().endsWith("wasn't found")) {
            return remoteEnd.name() + " is no browser, and has no such command";
        }
        if (refused.message().endsWith("wasn't found")) {
            var about = TargetKind.about(session);
            return about.isEmpty() ? meant(session, command.method()) : about;
        }
        return switch (refused.message()) {
            case "Inspected target navigated or closed" -> whereTo(session, command);
            case "Object reference chain is too long" ->
                "the value refers to itself or is a live object like a window, and cannot be returned as JSON;"
                        + " it has been evaluated, so return a part of it, or nothing with \"void …\"";
            case "Object couldn't be returned by value" ->
                "the value is or holds what JSON does not have, such as a BigInt or a Symbol; return a text of it, \"String(…)\"";
            default -> "";
        };
    }

    /** Which command is meant by one that does not exist and was sent all the same, as that of a domain that nobody knows. */
    private static String meant(SessionState session, String method) {
        return session.context()
                .names()
                .meant(method)
                .filter(name -> !name.equals(method))
                .map("did you mean %s?"::formatted)
                .orElse("");
    }

    /** Where the page has gone, as far as it has been told: Chrome refuses commands first, and tells of the new document afterwards. */
    private static String whereTo(SessionState session, PendingCommand command) {
        return session.watch().hasMovedWithin(command.age())
                ? "the page is now " + session.target().url()
                : PendingRequests.ofNavigation(session)
                        .map("the page was navigating to "::concat)
                        .orElse("");
    }
}
