package io.github.withcdp.internal.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.Headless;
import io.github.withcdp.WithCDP;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.report.html.LivePage;
import io.github.withcdp.internal.schema.ProtocolSchema;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the monitor copies as typed Java. {@code CopiedCommandsTests} of {@code withcdp-protocol} reads the same file, compiles what it says, and compares
 * what that sends.
 */
@WithCDP(headless = Headless.SHELL)
class TypedCodeTests {

    private final CommandForms forms = new CommandForms(ProtocolSchema.pinned());

    private static String text(Class<?> beside, String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private String typed(CDPSession page, String method, String params) throws IOException {
        var code = new StringBuilder();
        for (var script : new String[] {"text", "java-code", "typed-code"}) {
            code.append(text(LivePage.class, "/io/github/withcdp/internal/report/viewer/" + script + ".js"));
        }
        var form = Json.write(forms.form(method).orElseThrow());
        return page.evaluate("(() => { %s\nreturn String(typedStatement(%s, %s, false)); })()"
                        .formatted(code, new String(form, UTF_8), params))
                .asString();
    }

    @Test
    void has_objects_lists_and_choices_of_their_types(CDPSession page) throws IOException {
        var expected = text(TypedCodeTests.class, "copied-commands.txt");
        var blocks = expected.split("\n\n", -1);
        var copied = Stream.<String>builder();
        for (var block : blocks) {
            var lines = Arrays.asList(block.split("\n", -1));
            copied.add(lines.get(0) + "\n" + lines.get(1) + "\n" + typed(page, lines.get(0), lines.get(1)));
        }

        assertThat(copied.build().collect(Collectors.joining("\n\n", "", "\n"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Page.navigate          | {}
            Page.navigate          | {"url":7}
            Page.navigate          | {"url":null}
            Page.navigate          | {"url":"about:blank","ulr":""}
            Page.captureScreenshot | {"quality":3000000000}
            Page.captureScreenshot | {"quality":0.5}
            Page.captureScreenshot | {"clip":{"x":1}}
            Page.captureScreenshot | {"clip":[]}
            Network.setBlockedURLs | {"urls":"*.png"}
            Network.setBlockedURLs | {"urls":[7]}
            Fetch.fulfillRequest   | {"requestId":"1","responseCode":200,"body":"no base64"}""")
    void is_not_there_for_what_the_classes_do_not_take(String method, String params, CDPSession page)
            throws IOException {
        assertThat(typed(page, method, params)).isEqualTo("undefined");
    }
}
