package io.github.withcdp.internal.transcript;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import io.github.withcdp.internal.text.SafeText;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageLineTests {

    private final MessageLine lines = new MessageLine(Duration.ZERO, 40, 2);

    private String line(Conversation conversation) {
        return conversation.messages().stream().map(lines::line).reduce("", (one, other) -> other);
    }

    private String event(String params) {
        return line(new Conversation().event(44, PAGE, "Page.loadEventFired", params));
    }

    @Test
    void shows_a_command_with_its_params() {
        assertThat(line(new Conversation().command(12, PAGE, 4, "Page.navigate", "{\"url\":\"about:blank\"}")))
                .isEqualTo("   0.012  → #4 @9F86D081 Page.navigate {\"url\":\"about:blank\"}");
    }

    @Test
    void shows_a_command_without_params() {
        assertThat(line(new Conversation().command(12, "", 4, "Browser.getVersion", "")))
                .isEqualTo("   0.012  → #4 @browser  Browser.getVersion");
    }

    @Test
    void shows_a_refusal_with_the_words_of_Chrome() {
        assertThat(line(new Conversation()
                        .command(12, PAGE, 4, "Page.navigate", "{}")
                        .failure(
                                31,
                                PAGE,
                                4,
                                "{\"code\":-32602,\"message\":\"Invalid parameters\",\"data\":\"url missing\"}")))
                .isEqualTo(
                        "   0.031  ← #4 @9F86D081 Page.navigate (19 ms) failed: Invalid parameters: url missing [code -32602]");
    }

    @Test
    void shows_a_result_and_how_long_it_took() {
        assertThat(line(new Conversation()
                        .command(12, PAGE, 4, "Page.enable", "{}")
                        .result(2_512, PAGE, 4, "{\"error\":\"none\"}")))
                .isEqualTo("   2.512  ← #4 @9F86D081 Page.enable (2.5 s) {\"error\":\"none\"}");
    }

    @Test
    void shows_an_answer_to_a_command_it_has_not_seen() {
        assertThat(line(new Conversation().result(31, PAGE, 4, "{}"))).isEqualTo("   0.031  ← #4 @9F86D081 {}");
    }

    @Test
    void shows_an_event() {
        assertThat(event("{}")).isEqualTo("   0.044  •    @9F86D081 Page.loadEventFired {}");
    }

    @Test
    void shows_an_answer_that_belongs_to_no_command() {
        assertThat(line(new Conversation()
                        .raw(1, "{\"error\":{\"code\":-32700,\"message\":\"JSON: unexpected end\"}}")))
                .isEqualTo("   0.001  ←    @browser  failed: JSON: unexpected end [code -32700]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"error\"",
                "{\"result\":",
                "[1,2",
                "null",
                "{\"result\":{\"a\":[\"}",
                "{\"a\\",
                "{\"result\":x"
            })
    void shows_what_is_not_JSON_as_it_is(String text) {
        assertThat(line(new Conversation().raw(1, text))).isEqualTo("   0.001  ←    @browser  " + text);
    }

    @Test
    void counts_seconds_from_the_origin_even_backwards() {
        var message =
                new Conversation().event(500, PAGE, "Page.loadEventFired", "{}").last();

        assertThat(new MessageLine(Duration.ofSeconds(2), 40, 2).line(message)).startsWith("  -1.500  •");
    }

    @Test
    void cuts_a_payload_and_says_how_much_is_left_out() {
        assertThat(event("{\"data\":\"" + "x".repeat(5_000) + "\"}"))
                .endsWith(" {\"data\":\"" + "x".repeat(31) + "… (4,971 more characters)");
    }

    @Test
    void does_not_cut_an_emoji_or_an_escape_in_half() {
        assertThat(event("\"" + "x".repeat(38) + "😀y\"")).endsWith("x😀… (2 more characters)");
        assertThat(event("\"" + "x".repeat(38) + "\\u202ey\"")).endsWith("x\\u202e… (2 more characters)");
        assertThat(event("\"" + "x".repeat(38) + "\\\"y\"")).endsWith("x\\\"… (2 more characters)");
    }

    @Test
    void shows_letters_that_Chrome_escaped() {
        assertThat(event("\"Gr\\u00fc\\u00DFe \\ud83d\\ude00 \\\\u00fc\"")).endsWith(" \"Grüße 😀 \\\\u00fc\"");
    }

    @Test
    void leaves_escapes_that_are_not_letters() {
        var escapes = "\"\\u001b\\n\\u0022\\u202e\\ud800\"";

        assertThat(event(escapes)).endsWith(" " + escapes);
        assertThat(event("\"\\u2028\\ud83d\\u0041\\u009b\"")).endsWith(" \"\\u2028\\ud83d\\u0041\\u009b\"");
    }

    @Test
    void lets_nothing_act_in_a_terminal() {
        var hostile = new StringBuilder();
        for (int c = 0; c < 0x20; c++) {
            hostile.append((char) c);
        }
        for (int c = 0x7f; c < 0xa0; c++) {
            hostile.append((char) c);
        }
        for (int c :
                new int[] {0x200b, 0x200e, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff, 0xd800, 0xe0041}) {
            hostile.appendCodePoint(c);
        }
        var text = hostile.toString();
        var line = new MessageLine(Duration.ZERO, 10_000, 2)
                .line(new Conversation()
                        .event(1, text.substring(0, 8), "Page." + text, "{\"" + text + "\":\"" + text + "\"}")
                        .last());

        assertThat(line.codePoints()).allMatch(SafeText::isHarmless);
        assertThat(line).contains("\\u001b", "\\u202e", "\\u009b", "\\n", "\\udb40\\udc41");
    }

    @Test
    void keeps_columns_in_every_locale() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(event("{}")).startsWith("   0.044  •");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void forgets_commands_that_nobody_answers() {
        var conversation = new Conversation();
        for (int id = 1; id <= 10_001; id++) {
            conversation.command(id, PAGE, id, "Page.enable", "");
        }
        conversation.messages().forEach(lines::line);

        assertThat(lines.line(conversation.result(10_002, PAGE, 1, "{}").last()))
                .doesNotContain("ms)");
        assertThat(lines.line(conversation.result(10_003, PAGE, 2, "{}").last()))
                .contains("(10.0 s)");
    }

    private static final String LONG = "\"a\":\"" + "x".repeat(100) + "\",";

    private String cut(String method, String params) {
        var line = line(new Conversation().event(44, PAGE, method, params));
        assertThat(line).contains("… (");
        return line.substring(line.indexOf("characters)") + "characters)".length());
    }

    @Test
    void a_line_that_is_cut_has_the_reason_why_a_request_failed() {
        assertThat(
                        cut(
                                "Network.loadingFailed",
                                "{" + LONG
                                        + "\"errorText\":\"net::ERR_FAILED\",\"canceled\":false,\"blockedReason\":\"csp\",\"corsErrorStatus\":{\"corsError\":\"MissingAllowOriginHeader\"}}"))
                .isEqualTo(
                        " \"errorText\":\"net::ERR_FAILED\" \"blockedReason\":\"csp\" \"corsErrorStatus\":{\"corsError\":\"MissingAllowOriginHeader\"}");
    }

    @Test
    void a_line_that_is_cut_has_the_reasons_why_cookies_were_blocked() {
        assertThat(
                        cut(
                                "Network.requestWillBeSentExtraInfo",
                                "{" + LONG
                                        + "\"associatedCookies\":[{\"blockedReasons\":[],\"cookie\":{\"name\":\"fine\"}},{\"blockedReasons\":[\"SameSiteLax\"],\"cookie\":{\"name\":\"sid\"}}]}"))
                .isEqualTo(" \"name\":\"sid\",\"blockedReasons\":[\"SameSiteLax\"]");
        assertThat(cut(
                        "Network.responseReceivedExtraInfo",
                        "{" + LONG
                                + "\"blockedCookies\":[{\"blockedReasons\":[\"SecureOnly\"],\"cookieLine\":\"a=b\"}]}"))
                .isEqualTo(" \"blockedReasons\":[\"SecureOnly\"]");
    }

    @Test
    void a_line_that_is_cut_has_what_was_thrown_and_what_a_dialog_says() {
        assertThat(
                        cut(
                                "Runtime.exceptionThrown",
                                "{" + LONG
                                        + "\"exceptionDetails\":{\"text\":\"Uncaught\",\"exception\":{\"description\":\"Error: no\\n    at f\"}}}"))
                .isEqualTo(" \"text\":\"Uncaught\" \"description\":\"Error: no\\n    at f\"");
        assertThat(cut("Page.javascriptDialogOpening", "{" + LONG + "\"message\":\"Sure?\"}"))
                .isEqualTo(" \"message\":\"Sure?\"");
    }

    @Test
    void an_answer_that_is_cut_has_its_reason() {
        assertThat(line(new Conversation()
                        .command(1, PAGE, 4, "Page.navigate", "")
                        .result(
                                2,
                                PAGE,
                                4,
                                "{\"frameId\":\"%s\",\"errorText\":\"net::ERR_ABORTED\"}".formatted("F".repeat(60)))))
                .endsWith("characters) \"errorText\":\"net::ERR_ABORTED\"");
    }

    @Test
    void a_reason_that_is_shown_is_not_said_again() {
        assertThat(cut(
                        "Network.loadingFailed",
                        "{\"errorText\":\"net::ERR_FAILED\",\"z\":\"" + "x".repeat(100) + "\"}"))
                .isEmpty();
    }

    @Test
    void a_page_cannot_make_lines_long_with_reasons() {
        var cookie = "{\"blockedReasons\":[\"%s\"]},";
        var many = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            many.append(cookie.formatted(i + "x".repeat(50)));
        }

        assertThat(cut("Network.requestWillBeSentExtraInfo", "{" + LONG + "\"associatedCookies\":[" + many + "{}]}"))
                .hasSizeLessThan(1_000);
        assertThat(cut("Page.javascriptDialogOpening", "{" + LONG + "\"message\":\"" + "m".repeat(50_000) + "\"}"))
                .hasSizeLessThan(500)
                .contains("more characters");
        assertThat(cut("Page.javascriptDialogOpening", "{" + LONG + "\"message\":\"" + "m".repeat(2_000_000) + "\"}"))
                .isEmpty();
    }
}
