package io.github.withcdp.internal.session;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.session.Target;
import java.util.Map;
import java.util.Optional;

/**
 * The document of a page or frame as it is now, or why that cannot be had.
 *
 * @param target the page or frame
 * @param command the id of the command whose answer the document is; 0 if there is none
 * @param html its document with all shadow roots, closed ones too; empty if it could not be had
 * @param missingBecause why, empty if there is nothing missing
 */
public record PageSource(Target target, int command, Optional<String> html, String missingBecause) {

    private static final String GROUP = "withcdp-report";

    /**
     * Ask for it without a line of the page's own code being run: {@code document} is a property that no page can replace, and unlike
     * {@code DOM.getDocument} this leaves the ids of nodes as they are, which the test may still use.
     */
    static Question<PageSource> ask(SessionCommands commands) {
        var target = commands.state().target();
        return Question.ask(
                commands,
                because -> new PageSource(target, 0, Optional.empty(), because),
                question -> question.send(
                        "Runtime.evaluate",
                        Map.of(
                                "expression",
                                "document",
                                "objectGroup",
                                GROUP,
                                "silent",
                                true,
                                "throwOnSideEffect",
                                true),
                        (id, document) -> askForMarkup(
                                question,
                                target,
                                document.path("result").path("objectId").asString(""))));
    }

    private static void askForMarkup(Question<PageSource> question, Target target, String document) {
        question.send("DOM.getOuterHTML", Map.of("objectId", document, "includeShadowDOM", true), (id, result) -> {
            release(question); // before the answer, after which nobody expects that something is still said
            question.answer(new PageSource(
                    target, id, Optional.of(result.path("outerHTML").asString("")), ""));
        });
    }

    private static void release(Question<PageSource> question) {
        var unused =
                question.commands().transmit("Runtime.releaseObjectGroup", Json.write(Map.of("objectGroup", GROUP)));
    }
}
