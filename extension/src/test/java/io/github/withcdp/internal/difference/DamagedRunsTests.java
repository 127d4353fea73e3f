package io.github.withcdp.internal.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.recording.TestConversation;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is cut, reordered or doubled in a recording, it is compared. */
class DamagedRunsTests {

    private static ShopRun shop(int number) {
        var run = new ShopRun(number)
                .navigate("/cart")
                .asks("1", "GET", "/items?page=1")
                .asks("2", "GET", "/items?page=2")
                .gets("2", 200)
                .gets("1", 200)
                .body("1", "{\"items\":[1,2,3]}")
                .event("Target.attachedToTarget", """
                        {"sessionId":"W","targetInfo":{"targetId":"W","type":"worker","url":"SITE/sum.js"}}""")
                .logs("log", "17 items")
                .evaluate("count", "16")
                .evaluate("count", "17")
                .request("3", "POST", "/pay", 200)
                .event("Page.javascriptDialogOpening", "{\"message\":\"Really?\"}")
                .event("Network.webSocketCreated", "{\"requestId\":\"9.RUN\",\"url\":\"ws://localhost:1/chat\"}")
                .event("Network.webSocketFrameSent", """
                        {"requestId":"9.RUN","timestamp":1,"response":{"opcode":1,"payloadData":"{\\"n\\":RUN}"}}""")
                .event("Network.webSocketClosed", "{\"requestId\":\"9.RUN\",\"timestamp\":1}")
                .evaluate("result", "Thank you!");
        return run.event("Network.loadingFailed", "{\"requestId\":\"3.RUN\",\"errorText\":\"net::ERR_FAILED\"}");
    }

    private static TestConversation copy(List<RecordedMessage> messages) {
        var copy = TestConversation.inMemory();
        for (var message : messages) {
            var bytes = message.json().getBytes(StandardCharsets.UTF_8);
            copy.pass(Duration.ofMillis(1))
                    .recorder()
                    .record(
                            message.direction(),
                            message.session(),
                            message.method(),
                            message.id().orElse(0),
                            bytes,
                            0,
                            bytes.length);
        }
        return copy;
    }

    @Test
    void are_compared_in_any_state() {
        var random = new Random(20261129);
        try (var one = shop(1);
                var other = shop(2)) {
            var green = one.recording();
            var messages = other.recording().messages();
            for (int i = 0; i < 500; i++) {
                try (var damaged = copy(Damage.of(messages, random))) {
                    check(damaged.recording(), green);
                    check(green, damaged.recording());
                }
            }
        }
    }

    private static void check(Recording red, Recording green) {
        var diff = red.diff(green, green);

        assertThat(diff.toString()).isNotEmpty();
        assertThat(red.diff(green, red).differences())
                .allSatisfy(difference -> assertThat(diff.differences()).contains(difference));
    }

    @Test
    void of_a_hundred_thousand_messages_are_compared() {
        try (var one = TestConversation.inMemory();
                var other = TestConversation.inMemory()) {
            var random = new Random(7);
            for (var run : List.of(one, other)) {
                for (int i = 0; i < 20_000; i++) {
                    var id = run == one ? "A" + i : "B" + i;
                    var page = TestConversation.PAGE;
                    run.pass(Duration.ofMillis(1 + random.nextInt(3)))
                            .sent(page, "Runtime.evaluate", i + 1, "{\"expression\":\"" + i % 7 + "\"}")
                            .result(page, "Runtime.evaluate", i + 1, "{\"result\":{\"value\":" + i % 5 + "}}")
                            .event(page, "Network.requestWillBeSent", """
                                    {"requestId":"%s","type":"Fetch","request":{"url":"http://localhost:1/%d","method":"GET","headers":{}}}""".formatted(id, i % 100))
                            .event(page, "Network.responseReceived", """
                                    {"requestId":"%s","type":"Fetch","response":{"status":200,"headers":{},"mimeType":""}}""".formatted(id))
                            .event(page, "Network.loadingFinished", "{\"requestId\":\"%s\"}".formatted(id));
                }
            }

            assertThat(other.recording().messages()).hasSize(100_000);
            assertThat(other.recording().diff(one.recording()).differences()).isEmpty();
        }
    }
}
