package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page says cannot act in the output of a build, whatever exception tells it. */
@Timeout(120)
class HostileTextChromiumTests {

    /** As a literal of JavaScript: lines of commands, an attachment, terminal escapes, a link, an override of direction, a NUL. */
    private static final String HOSTILE =
            "'a\\n::error::x\\n  ::add-mask::x\\n##[error]x\\n##vso[x]\\n##teamcity[x]\\n[[ATTACHMENT|/etc/passwd]]\\u001b[2J\\u001b]8;;http://a\\u0007\\u202e\\u0000\\r'";

    /** It has come when it has answered. */
    private static final String ANSWERING_WORKER =
            "new Promise(done => { new Worker('data:text/javascript,postMessage(1)//%s').onmessage = () => done() })";

    @AutoClose
    private static final ChromiumFixture chromium = ChromiumFixture.start();

    static Stream<Arguments> exceptions() {
        return Stream.of(
                of("an error", page -> page.evaluate("throw new Error(%s)".formatted(HOSTILE))),
                of("a string", page -> page.evaluate("throw %s".formatted(HOSTILE))),
                of("an object", page -> page.evaluate("throw {[%s]: %s}".formatted(HOSTILE, HOSTILE))),
                of(
                        "the cause of an error",
                        page -> page.evaluate("throw new Error('x', {cause: new Error(%s)})".formatted(HOSTILE))),
                of(
                        "what came instead of an event",
                        page -> page.await(
                                "Runtime.consoleAPICalled",
                                event -> false,
                                Duration.ofMillis(1),
                                () -> page.evaluate("console.log(%s)".formatted(HOSTILE)))),
                of(
                        "a permission that is none",
                        page -> page.send(
                                "Browser.setPermission",
                                Map.of(
                                        "permission",
                                        Map.of("name", "##[error]x[[ATTACHMENT|x"),
                                        "setting",
                                        "granted"))),
                of(
                        "a child that did not come",
                        page -> page.awaitChild(
                                child -> false,
                                Duration.ofMillis(1),
                                () -> page.evaluate(ANSWERING_WORKER.formatted("##[error]x#[[ATTACHMENT|x")))));
    }

    private static Arguments of(String name, Consumer<CDPSession> action) {
        return Arguments.of(name, action);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exceptions")
    void is_harmless_in(String name, Consumer<CDPSession> action) {
        var page = chromium.newPage();

        var thrown = catchThrowableOfType(CDPException.class, () -> action.accept(page));

        var message = String.valueOf(thrown.getMessage());
        assertThat(message.lines())
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain("##[", "##vso[", "##teamcity[", "[[ATTACHMENT|")
                        .matches(text -> !text.strip().startsWith("::"), "is no command")
                        .matches(text ->
                                text.codePoints().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7f && c != 0x202e))));
        assertThat(message.lines().skip(1))
                .as("lines of a page")
                .allMatch(line -> line.isBlank() || line.startsWith(" ") || line.startsWith("Caused by"), message);
    }
}
