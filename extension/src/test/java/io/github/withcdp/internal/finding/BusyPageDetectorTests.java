package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import io.github.withcdp.internal.schema.StrictNames;
import io.github.withcdp.internal.script.BusyPage;
import io.github.withcdp.internal.script.RunningFunction;
import io.github.withcdp.protocol.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BusyPageDetectorTests {

    private static final RunningFunction SPIN = new RunningFunction("spin", "http://a.test/js/app.js?v=1", 12, 0);
    private static final RunningFunction CLICK = new RunningFunction("click", "http://a.test/js/app.js", 40, 3);

    private static List<String> found(Conversation conversation, RunningFunction... stack) {
        var page = new BusyPage(new SessionId(PAGE), "http://a.test/shop", List.of(stack));
        return SuspiciousMessages.in(
                        conversation.messages(),
                        List.of(),
                        List.of(),
                        Duration.ZERO,
                        Optional.of(Duration.ofSeconds(10)),
                        new Circumstances(List.of(page), "", "", StrictNames.NONE))
                .top()
                .stream()
                .map(suspicion -> suspicion.kind() + " " + suspicion.line())
                .toList();
    }

    private static Conversation clicked() {
        return new Conversation()
                .command(1_000, PAGE, 15, "Runtime.evaluate", "{\"expression\":\"click()\"}")
                .result(1_200, PAGE, 15, "{\"result\":{\"type\":\"undefined\"}}");
    }

    @Test
    void tells_where_a_page_is_busy_and_since_when() {
        assertThat(found(clicked().command(5_000, PAGE, 16, "Runtime.evaluate", "{\"expression\":\"1\"}"), SPIN, CLICK))
                .containsExactly(
                        "BUSY 1.200 s @9F86D081 The page http://a.test/shop has said nothing for 8.8 s, after it had answered Runtime.evaluate (message 0). It is busy: spin (app.js:12) ← click (app.js:40:3); Runtime.evaluate of 1 was not answered (messages 1, 2)");
    }

    @Test
    void does_without_a_command_that_waits() {
        assertThat(found(clicked(), SPIN))
                .containsExactly(
                        "BUSY 1.200 s @9F86D081 The page http://a.test/shop has said nothing for 8.8 s, after it had answered Runtime.evaluate (message 0). It is busy: spin (app.js:12) (message 1)");
    }

    @Test
    void does_without_a_command_that_was_answered() {
        assertThat(found(new Conversation().command(3_000, PAGE, 1, "Runtime.evaluate", "{}"), SPIN))
                .containsExactly(
                        "BUSY 3.000 s @9F86D081 The page http://a.test/shop has said nothing for 7 s. It is busy: spin (app.js:12); Runtime.evaluate was not answered (message 0)");
    }

    @Test
    void takes_no_word_of_the_browser_for_one_of_the_page() {
        assertThat(found(
                        clicked()
                                .event(2_000, PAGE, "Network.responseReceivedExtraInfo", "{\"requestId\":\"R1\"}")
                                .event(2_500, PAGE, "Page.screencastFrame", "{}")
                                .event(3_000, PAGE, "Target.detachedFromTarget", "{}")
                                .command(4_000, PAGE, 16, "Network.getResponseBody", "{\"requestId\":\"R1\"}")
                                .result(4_100, PAGE, 16, "{\"body\":\"\"}"),
                        SPIN))
                .singleElement()
                .asString()
                .contains("nothing for 8.8 s, after it had answered Runtime.evaluate (message 0). It");
    }

    @Test
    void shows_the_innermost_calls_of_many() {
        var deep = IntStream.range(0, 9)
                .mapToObj(i -> new RunningFunction("f" + i, "", 0, 0))
                .toArray(RunningFunction[]::new);

        assertThat(found(clicked(), deep))
                .singleElement()
                .asString()
                .endsWith("It is busy: f0 ← f1 ← f2 ← f3 ← … (message 1)");
    }

    @Test
    void says_if_it_could_not_be_found_out_where() {
        assertThat(found(clicked()))
                .containsExactly(
                        "BUSY 1.200 s @9F86D081 The page http://a.test/shop has said nothing for 8.8 s, after it had answered Runtime.evaluate (message 0). It is busy: JavaScript that goes on and on, in which function V8 does not tell (message 1)");
    }

    @Test
    void calls_a_function_of_which_nothing_is_known_no_place() {
        assertThat(found(clicked(), new RunningFunction("", "", 0, 0)))
                .singleElement()
                .asString()
                .endsWith("It is busy: JavaScript that goes on and on, in which function V8 does not tell (message 1)");
    }

    @Test
    void says_what_is_known_above_a_function_of_which_nothing_is_known() {
        assertThat(found(clicked(), RunningFunction.UNKNOWN, CLICK))
                .singleElement()
                .asString()
                .endsWith("It is busy: … ← click (app.js:40:3) (message 1)");
    }

    @Test
    void commands_of_other_sessions_are_told_as_ever() {
        assertThat(found(clicked().command(2_000, "OTHER", 17, "Runtime.evaluate", "{}"), SPIN))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("UNANSWERED 2.000 s @OTHER"));
    }
}
