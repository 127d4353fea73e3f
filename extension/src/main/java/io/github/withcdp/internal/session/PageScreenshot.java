package io.github.withcdp.internal.session;

import io.github.withcdp.session.Target;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a page looks like, or why that cannot be had. */
public final class PageScreenshot {

    private final Target target;
    private final int command;
    private final Optional<Supplier<byte[]>> png;
    private final String missingBecause;

    private PageScreenshot(Target target, int command, Optional<Supplier<byte[]>> png, String missingBecause) {
        this.target = target;
        this.command = command;
        this.png = png;
        this.missingBecause = missingBecause;
    }

    /** Ask a page for a picture ({@code Page.captureScreenshot}). */
    static Question<PageScreenshot> ask(SessionCommands commands) {
        var target = commands.state().target();
        return Question.ask(
                commands,
                because -> new PageScreenshot(target, 0, Optional.empty(), because),
                question -> question.send("Page.captureScreenshot", Map.of("format", "png"), (id, result) -> {
                    var bytes = Base64.getDecoder().decode(result.path("data").asString(""));
                    question.answer(new PageScreenshot(target, id, Optional.of(() -> bytes), ""));
                }));
    }

    /** Return the page. */
    public Target target() {
        return target;
    }

    /** Return the id of the command whose answer the picture is; 0 if there is none. */
    public int command() {
        return command;
    }

    /** Return the picture, empty if it could not be had. */
    public Optional<byte[]> png() {
        return png.map(Supplier::get);
    }

    /** Return why there is no picture, empty if there is one. */
    public String missingBecause() {
        return missingBecause;
    }
}
