package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;
import static io.github.withcdp.assertions.Made.PAGE;
import static io.github.withcdp.assertions.Made.answer;
import static io.github.withcdp.assertions.Made.command;
import static io.github.withcdp.assertions.Made.event;

import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikeRecordingTests {

    private final Recording green = run(1, 200, "2.80", "Thank you!");
    private final Recording red = run(2, 503, "3.20", "Try later");

    /** A run of a test, with a port and ids of its own. */
    static Recording run(int number, int status, String price, String shown) {
        var site = "http://127.0.0.1:4000" + number;
        var messages = new ArrayList<RecordedMessage>();
        messages.add(command(0, PAGE, "Page.navigate", 1, "{\"url\":\"%s/cart\"}".formatted(site)));
        messages.add(answer(1, PAGE, "Page.navigate", 1, "\"result\":{\"frameId\":\"F%d\"}".formatted(number)));
        messages.add(event(2, PAGE, "Network.requestWillBeSent", """
                {"requestId":"%d","type":"Fetch","request":{"url":"%s/api/pay","method":"POST","headers":{}},
                 "initiator":{"type":"script","url":"%2$s/shop.js","lineNumber":11}}""".formatted(number, site)));
        messages.add(event(3, PAGE, "Network.responseReceived", """
                {"requestId":"%d","type":"Fetch","response":{"status":%d,"headers":{"x-price":"%s"},"mimeType":"text/plain"}}""".formatted(number, status, price)));
        messages.add(event(4, PAGE, "Network.loadingFinished", "{\"requestId\":\"%d\"}".formatted(number)));
        messages.add(command(5, PAGE, "Runtime.evaluate", 2, "{\"expression\":\"result.textContent\"}"));
        messages.add(answer(
                6,
                PAGE,
                "Runtime.evaluate",
                2,
                "\"result\":{\"result\":{\"type\":\"string\",\"value\":\"%s\"}}".formatted(shown)));
        return new MadeRecording(List.copyOf(messages), "");
    }

    @Test
    void passes_for_a_run_with_ids_and_ports_of_its_own() {
        assertThat(run(2, 200, "2.80", "Thank you!")).isLike(green);
    }

    @Test
    void fails_with_what_differed_first() {
        assertFails("is-like.txt", () -> assertThat(red).isLike(green));
    }

    @Test
    void passes_if_the_other_runs_differ_in_the_same() {
        assertThat(run(3, 200, "3.50", "Thank you!")).isLike(green, run(2, 200, "3.20", "Thank you!"));
    }

    @Test
    void leaves_out_what_may_be_different() {
        assertThat(red)
                .ignoringUrls("http://127.0.0.1:*/api/**")
                .ignoringMethods("Runtime.*")
                .isLike(green);
        assertThat(red).ignoringPointers("/response", "/result").isLike(green);

        assertFails(
                "is-like-ignoring.txt",
                () -> assertThat(red)
                        .ignoringMethods("Runtime.*")
                        .ignoringPointers("/response/headers/x-*")
                        .isLike(green));
    }

    @Test
    void does_not_leave_out_what_followed_from_what_may_be_different() {
        var withScript = new ArrayList<>(((MadeRecording) green).messages());
        withScript.addAll(2, script("1", "40001", 200));
        var withoutScript = new ArrayList<>(((MadeRecording) red).messages().subList(0, 2));
        withoutScript.addAll(script("2", "40002", 404));

        assertThatThrownBy(() -> assertThat(new MadeRecording(withoutScript, ""))
                        .ignoringUrls("http://127.0.0.1:*/shop.js")
                        .isLike(new MadeRecording(withScript, "")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("POST http://127.0.0.1:40001/api/pay is missing");
    }

    private static List<RecordedMessage> script(String id, String port, int status) {
        return List.of(
                event(2, PAGE, "Network.requestWillBeSent", """
                        {"requestId":"s%s","type":"Script","request":{"url":"http://127.0.0.1:%s/shop.js","method":"GET","headers":{}}}""".formatted(id, port)),
                event(2, PAGE, "Network.responseReceived", """
                        {"requestId":"s%s","type":"Script","response":{"status":%d,"headers":{},"mimeType":"text/javascript"}}""".formatted(id, status)),
                event(2, PAGE, "Network.loadingFinished", "{\"requestId\":\"s%s\"}".formatted(id)));
    }

    @Test
    void refuses_what_is_no_pointer() {
        assertThatThrownBy(() -> assertThat(red).ignoringPointers("response.status"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/response/status");
    }

    @Test
    void fails_softly() {
        var softly = new CDPSoftAssertions();

        softly.assertThat(red).ignoringMethods("Page.*").isLike(green);

        assertThat(softly.errorsCollected()).hasSize(1);
        assertThat(softly.errorsCollected().get(0)).hasMessageContaining("2 things differ");
    }

    @Test
    void fails_if_messages_are_missing() {
        var cut = new MadeRecording(((MadeRecording) green).messages(), "the disk was full");

        assertThatThrownBy(() -> assertThat(cut).isLike(green))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the disk was full");
    }
}
