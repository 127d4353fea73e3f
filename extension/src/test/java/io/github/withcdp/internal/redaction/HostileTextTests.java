package io.github.withcdp.internal.redaction;

import static io.github.withcdp.internal.redaction.Told.command;
import static io.github.withcdp.internal.redaction.Told.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a page writes, looking for secrets in it takes as long as it is long. What is quadratic would take hours here. */
class HostileTextTests {

    private static final int LONG = 50_000;

    static Stream<String> units() {
        return HostileTexts.units();
    }

    @ParameterizedTest
    @MethodSource("units")
    void takes_no_squares_in_any_place(String unit) {
        var text = HostileTexts.of(unit, LONG);
        var logged = event("Runtime.consoleAPICalled", "{\"args\":[{\"type\":\"string\",\"value\":%s}]}", text);
        var sent = event("Network.requestWillBeSent", "{\"request\":{\"postData\":%s}}", text);
        var header = event("Network.responseReceivedExtraInfo", "{\"headersText\":%s}", text);
        var place = event("Page.frameNavigated", "{\"frame\":{\"url\":%s}}", "https://a.test/" + text);
        var messages = List.of(logged, sent, header, place);
        var redactor = Redaction.DEFAULT.redactorFor(List.copyOf(messages));

        for (var message : messages) {
            assertThat(Json.read(redactor.message(message)).isObject()).isTrue();
        }
        assertThat(redactor.text(text + " password=hunter2!x")).doesNotContain("hunter2");
        assertThat(redactor.problems()).isEmpty();
    }

    @Test
    void takes_no_squares_if_all_of_them_come_together() {
        var redactor = Redaction.DEFAULT.redactorFor(List.of());

        assertThat(redactor.text(HostileTexts.ofAll(4_000_000) + " password=hunter2!x"))
                .doesNotContain("hunter2");
    }

    private static Told event(String method, String params, String text) {
        return Told.event(method, params.formatted(new String(Json.write(text), StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @MethodSource("units")
    void reads_each_run_of_characters_once(String unit) {
        assertThat(steps(HostileTexts.of(unit, 40_000))).isLessThan(3 * steps(HostileTexts.of(unit, 20_000)) + 1_000);
    }

    private static long steps(String text) {
        var runs = new CharacterRuns(text);
        var values = new NamedValue(text, runs);
        for (int i = 0; i < text.length(); i++) {
            for (var token : TokenPattern.ALL) {
                token.at(text, i, runs);
            }
            values.after(i, i);
        }
        return runs.steps();
    }

    @Test
    void many_secrets_that_are_alike_take_no_longer_than_others() {
        var secrets = new ArrayList<String>();
        for (int i = 0; i < 9_000; i++) {
            secrets.add("\"a" + i + "\":{\"token\":\"aaaaaaaaaaaaaaaaaaaa" + i + "\"}");
        }
        secrets.add("\"long\":{\"token\":\"" + "a".repeat(8_000) + "b\"}");
        var told = Told.event(
                "Network.webSocketFrameReceived",
                "{\"response\":{\"opcode\":1,\"payloadData\":%s}}"
                        .formatted(new String(
                                Json.write("{" + String.join(",", secrets) + "}"), StandardCharsets.US_ASCII)));
        var redactor = Redaction.DEFAULT.redactorFor(List.of(told));

        assertThat(redactor.text("a".repeat(4_000_000))).contains("‹redacted:token:");
        assertThat(redactor.text("is aaaaaaaaaaaaaaaaaaaa8999!")).startsWith("is ‹redacted:token:len=24:");
    }

    // --- Patterns of users

    @Test
    void withholds_a_text_that_a_pattern_goes_astray_in() {
        var redaction = new Redaction(
                true,
                true,
                Set.of(),
                Set.of(),
                List.of(Pattern.compile("([a-z]+)([a-z]+)([a-z]+)([a-z]+)\\1[A-Z]")),
                Set.of());
        var redactor = redaction.redactorFor(List.of());
        var text = "a".repeat(60) + "!";

        assertThat(redactor.text(text)).isEqualTo(Mark.of(text, "withheld")).startsWith("‹redacted:withheld:len=61:");
        assertThat(redactor.text("abcdaE")).startsWith("‹redacted:pattern:");
        assertThat(redactor.problems())
                .containsExactly(
                        "1 text is withheld: a pattern of withcdp.redact.patterns takes too long to search it");
    }

    @Test
    void withholds_texts_that_a_pattern_finds_no_end_in() {
        var redactor = redactor(WorkBudget.USUAL, "(a|b)*c");

        assertThat(redactor.text("a".repeat(500_000))).startsWith("‹redacted:withheld:");
        assertThat(redactor.text("b".repeat(500_000))).startsWith("‹redacted:withheld:");
        assertThat(redactor.problems())
                .containsExactly(
                        "2 texts are withheld: a pattern of withcdp.redact.patterns takes too long to search them");
    }

    @Test
    void finds_all_that_a_pattern_matches_between_marks() {
        var redaction =
                new Redaction(true, true, Set.of(), Set.of(), List.of(Pattern.compile("[a-z]-[0-9]")), Set.of());
        var mark = Mark.of("x", "Cookie");

        assertThat(redaction.redactorFor(List.of()).text("a-1 " + mark + " b-2 " + mark))
                .isEqualTo(Mark.of("a-1", "pattern") + " " + mark + " " + Mark.of("b-2", "pattern") + " " + mark);
    }

    // --- The whole

    @Test
    void withholds_what_there_is_no_work_left_for() {
        var first = event("Log.entryAdded", "{\"entry\":{\"text\":%s}}", "x".repeat(500));
        var second = command("Page.navigate", "{\"url\":\"https://a.test/\"}");
        var redactor =
                new RuleRedactor(Redaction.DEFAULT.rules(1_000), new CleanMessages(), SecretMatcher.NOTHING, List.of());

        assertThat(redactor.message(first)).isEqualTo(first.json());
        assertThat(redactor.message(first))
                .contains("\"method\":\"Log.entryAdded\"")
                .contains("withheld:len=");
        assertThat(Json.read(redactor.message(second)).at("/params/withheld").asString(""))
                .startsWith("‹redacted:withheld:");
        assertThat(Json.read(redactor.message(second)).at("/id").asInt()).isEqualTo(7);
        assertThat(redactor.text("hello")).startsWith("‹redacted:withheld:len=5:");
        assertThat(redactor.problems())
                .containsExactly(
                        "4 messages and texts are withheld: it would take too long to look for secrets in all of them");
    }

    @Test
    void counts_characters_and_secrets() {
        var exactly = redactor(5);
        assertThat(exactly.text("hello")).isEqualTo("hello");
        assertThat(exactly.text("hello")).startsWith("‹redacted:withheld:len=5:");
        assertThat(exactly.text("")).isEmpty();
        assertThat(exactly.problems())
                .as("nothing of the empty one")
                .singleElement()
                .asString()
                .startsWith("1 ");

        var secret = "password=hunter2!x";
        assertThat(redactor(secret.length()).text(secret)).startsWith("‹redacted:withheld:");
        assertThat(redactor(500).text(secret)).startsWith("‹redacted:withheld:");
        assertThat(redactor(2_000).text(secret)).startsWith("password=‹redacted:password:");
    }

    private static RuleRedactor redactor(long work, String... patterns) {
        var redaction = new Redaction(
                true,
                true,
                Set.of(),
                Set.of(),
                Stream.of(patterns).map(Pattern::compile).toList(),
                Set.of());
        return new RuleRedactor(redaction.rules(work), new CleanMessages(), SecretMatcher.NOTHING, List.of());
    }

    @Test
    void counts_what_a_pattern_reads() {
        assertThat(redactor(1_000, "a*b").text("a".repeat(100))).startsWith("‹redacted:withheld:");
        assertThat(redactor(1_000, "b").text("a".repeat(100))).doesNotContain("‹");
        assertThat(redactor(1_000, "x*").text("nothing"))
                .as("matches nothing, everywhere")
                .isEqualTo("nothing");
    }

    @Test
    void a_page_cannot_make_a_typed_password_forgotten() {
        var frame = new StringBuilder("{");
        for (int i = 0; i < 25_000; i++) {
            frame.append("\"token").append(i).append("\":\"made-up-").append(i).append("x\",");
        }
        var told = event(
                "Network.webSocketFrameReceived",
                "{\"response\":{\"opcode\":1,\"payloadData\":%s}}",
                frame.append("\"end\":1}").toString());
        var typed = command("Input.insertText", "{\"text\":\"hunter2!x\"}");
        var redactor = Redaction.DEFAULT.redactorFor(List.of(told, typed));

        assertThat(redactor.text("is hunter2!x")).doesNotContain("hunter2");
        assertThat(redactor.message(told)).doesNotContain("made-up");
        assertThat(redactor.problems())
                .containsExactly(
                        "more secrets were found than are looked for everywhere: 15,000 are taken out only where they were found");
    }
}
