package io.github.withcdp.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ConnectionTests {

    private static final byte[] NONE = {};
    private static final String SESSION = "0123456789ABCDEF0123456789ABCDEF";

    private final ScriptedTransport chrome = ScriptedTransport.create();
    private final RecordingTap tap = new RecordingTap();
    private final HandlerThreads threads = new HandlerThreads("connection-tests");
    private final Connection connection =
            new Connection(chrome, tap, why -> new ConnectionEnd(DetachReason.BROWSER_GONE, why), threads);
    private final TestRoute browser = new TestRoute(SessionId.BROWSER);
    private final TestRoute page = new TestRoute(new SessionId(SESSION));
    private final CountDownLatch ended = new CountDownLatch(1);

    @BeforeEach
    void open() {
        connection.add(browser);
        connection.add(page);
        connection.open(ended::countDown);
    }

    @AfterEach
    void close() {
        connection.close();
        threads.close();
    }

    @Test
    void numbers_commands_records_them_and_matches_their_answers() throws Exception {
        chrome.answer("Page.enable", "{\"a\":1}");

        var first = connection.send(page, "Page.enable", NONE, true);
        var second = connection.send(browser, "Browser.getVersion", NONE, true);

        assertThat(first.id()).isEqualTo(1);
        assertThat(second.id()).isEqualTo(2);
        assertThat(result(first)).isEqualTo("{\"a\":1}");
        assertThat(tap.lines)
                .containsExactly(
                        "> %s Page.enable 1 {\"id\":1,\"method\":\"Page.enable\",\"sessionId\":\"%s\"}"
                                .formatted(SESSION, SESSION),
                        "< %s Page.enable 1 {\"id\":1,\"result\":{\"a\":1},\"sessionId\":\"%s\"}"
                                .formatted(SESSION, SESSION),
                        "> browser Browser.getVersion 2 {\"id\":2,\"method\":\"Browser.getVersion\"}",
                        "< browser Browser.getVersion 2 {\"id\":2,\"result\":{}}");
    }

    @Test
    @Tag("faults")
    void matches_answers_that_overtake_each_other() throws Exception {
        chrome.silent("A.b");
        var commands = List.of(send("A.b"), send("A.b"), send("A.b"));

        for (int i : new int[] {2, 0, 1}) {
            chrome.sent("A.b").get(i).result("{\"number\":%d}".formatted(i));
        }

        for (int i = 0; i < 3; i++) {
            assertThat(result(commands.get(i))).isEqualTo("{\"number\":%d}".formatted(i));
        }
    }

    @Test
    @Tag("faults")
    void matches_an_answer_without_a_session_and_records_it_with_that_of_its_command() throws Exception {
        chrome.on(
                "A.b",
                command -> chrome.receive(
                        "{\"id\":%d,\"error\":{\"code\":-32001,\"message\":\"Session with given id not found.\"}}"
                                .formatted(command.id())));

        var answer = (Answer.Refused) answer(send("A.b"));

        assertThat(answer.code()).isEqualTo(-32001);
        assertThat(answer.message()).isEqualTo("Session with given id not found.");
        assertThat(tap.lines.get(1)).startsWith("< " + SESSION + " A.b 1 ");
    }

    @Test
    @Tag("faults")
    void records_what_it_cannot_match_and_goes_on() throws Exception {
        chrome.receive("{\"id\":99,\"result\":{}}");
        chrome.receive("{\"error\":{\"code\":-32700,\"message\":\"JSON: no\"}}");
        chrome.receive("not JSON");
        chrome.receive("{\"id\":\"1\",\"result\":{}}");
        chrome.receive("");
        chrome.receive("{\"neither\":1,\"sessionId\":\"" + SESSION + "\"}");

        assertThat(tap.lines)
                .containsExactly(
                        "< browser  99 {\"id\":99,\"result\":{}}",
                        "< browser  0 {\"error\":{\"code\":-32700,\"message\":\"JSON: no\"}}",
                        "< browser  0 not JSON",
                        "< browser  0 {\"id\":\"1\",\"result\":{}}",
                        "< browser  0 ",
                        "< %s  0 {\"neither\":1,\"sessionId\":\"%s\"}".formatted(SESSION, SESSION));
        assertThat(result(send("A.b"))).isEqualTo("{}");
    }

    @Test
    @Tag("faults")
    void records_a_late_answer_with_its_method_and_ignores_it_otherwise() throws Exception {
        chrome.silent("A.b");
        var command = send("A.b");
        command.complete(new Answer.Gone(DetachReason.TARGET_CRASHED, "x"));

        chrome.only("A.b").result("{}");

        assertThat(answer(command)).isEqualTo(new Answer.Gone(DetachReason.TARGET_CRASHED, "x"));
        assertThat(tap.lines.get(1)).startsWith("< " + SESSION + " A.b 1 ");
    }

    @Test
    void keeps_no_more_than_some_of_the_commands_that_nobody_will_answer() {
        chrome.silent("A.b");
        chrome.silent("Still.waiting");
        var waiting = send("Still.waiting");
        for (int i = 0; i < 5_000; i++) {
            send("A.b").complete(new Answer.Gone(DetachReason.TARGET_CLOSED, ""));
        }

        assertThat(connection.keptCommands()).isLessThanOrEqualTo(2_000);
        assertThat(connection.unansweredBeside(send("A.b"))).containsExactly(waiting);
    }

    @Test
    void hands_events_to_the_route_of_their_session_and_records_them_first() {
        chrome.event(SESSION, "Page.loadEventFired", "{\"timestamp\":1}");
        chrome.event("", "Target.targetCreated", "{}");
        chrome.event("UNKNOWN", "Page.loadEventFired", "{}");

        assertThat(page.events).containsExactly("Page.loadEventFired {\"timestamp\":1} after 1");
        assertThat(browser.events).containsExactly("Target.targetCreated {} after 2");
        assertThat(tap.lines.get(2)).startsWith("< UNKNOWN Page.loadEventFired 0 ");
    }

    @Test
    void does_not_record_what_a_route_does_not_want_on_record() {
        page.recorded = false;

        chrome.event(SESSION, "Page.loadEventFired", "{}");
        connection.send(page, "A.b", NONE, false);

        assertThat(tap.lines).isEmpty();
        assertThat(page.events).hasSize(1);
    }

    @Test
    void asks_a_route_once_whether_an_event_is_recorded_and_hands_it_over_with_what_it_said() {
        chrome.event(SESSION, "Page.loadEventFired", "{}");
        page.recorded = false;
        chrome.event(SESSION, "Page.loadEventFired", "{}");

        assertThat(page.asked).isEqualTo(2);
        assertThat(page.recordedAsTold).containsExactly(true, false);
    }

    @Test
    void tells_with_an_answer_how_many_events_came_before_it() throws Exception {
        page.handedOver = 17;

        assertThat(answer(send("A.b")).precedingEvents()).isEqualTo(17);
        chrome.on("A.b", command -> command.error(-32000, "no"));
        assertThat(answer(send("A.b")).precedingEvents()).isEqualTo(17);
    }

    @Test
    void shares_a_large_message_between_record_and_answer() throws Exception {
        chrome.answer("A.b", "{\"value\":\"" + "x".repeat(100_000) + "\"}");

        var tree = ((Answer.Result) answer(send("A.b"))).tree();

        assertThat(tree.path("value").asString()).hasSize(100_000);
        assertThat(tap.lines.get(1)).startsWith("<< " + SESSION + " A.b 1 ");
        chrome.event(SESSION, "A.c", "{\"value\":\"" + "x".repeat(100_000) + "\"}");
        assertThat(tap.lines.get(2)).startsWith("<< " + SESSION + " A.c 0 ");
    }

    @Test
    void keeps_a_large_message_in_the_array_that_it_came_in() throws Exception {
        var text = "x".repeat(100_000);
        var event = message("{\"method\":\"A.c\",\"params\":{\"value\":\"%s\"},\"sessionId\":\"%s\"}", text);
        var answer = message("{\"id\":1,\"result\":{\"value\":\"%s\"},\"sessionId\":\"%s\"}", text);
        chrome.silent("A.b");
        var command = send("A.b");

        chrome.receiveOwned(event);
        chrome.receiveOwned(answer);
        chrome.receiveOwned(
                message("{\"method\":\"A.d\",\"params\":{\"value\":\"%s\"},\"sessionId\":\"%s\"}", "small"));

        assertThat(tap.large).containsExactly(event, answer);
        assertThat(tap.large.get(0)).isSameAs(event);
        assertThat(tap.large.get(1)).isSameAs(answer);
        assertThat(page.events)
                .containsExactly("A.c {\"value\":\"%s\"} after 2".formatted(text), "A.d {\"value\":\"small\"} after 4");
        assertThat(((Answer.Result) answer(command)).tree().path("value").asString())
                .isEqualTo(text);
    }

    private static byte[] message(String format, String value) {
        return format.formatted(value, SESSION).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void answers_a_command_though_the_error_is_unreadable() throws Exception {
        chrome.on(
                "A.b", command -> chrome.receive("{\"id\":%d,\"error\":{\"code\":nonsense}}".formatted(command.id())));

        var answer = (Answer.Refused) answer(send("A.b"));

        assertThat(answer.message()).contains("{\"code\":nonsense}");
    }

    @Test
    void answers_a_command_though_the_error_has_another_shape() throws Exception {
        chrome.on("A.b", command -> chrome.receive("{\"id\":%d,\"error\":\"no\"}".formatted(command.id())));

        assertThat(((Answer.Refused) answer(send("A.b"))).message()).contains("no");
    }

    @Test
    void lets_events_with_broken_params_pass() {
        chrome.event(SESSION, "A.b", "{\"a\":nonsense}");
        chrome.event(SESSION, "A.b", "[".repeat(5000) + "]".repeat(5000));
        chrome.event(SESSION, "A.c", "{}");

        assertThat(page.events).containsExactly("A.b {} after 1", "A.b {} after 2", "A.c {} after 3");
    }

    @Test
    void fails_everything_when_the_browser_goes() throws Exception {
        chrome.silent("A.b");
        var pending = send("A.b");

        chrome.end("end of stream");

        assertThat(answer(pending)).isEqualTo(new Answer.Gone(DetachReason.BROWSER_GONE, "end of stream"));
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(answer(send("A.b"))).isEqualTo(new Answer.Gone(DetachReason.BROWSER_GONE, "end of stream"));
    }

    @Test
    void knows_an_end_that_was_wanted() throws Exception {
        chrome.silent("Browser.close");
        connection.expectEnd("after the last test");
        var pending = connection.send(browser, "Browser.close", NONE, true);

        chrome.end("end of stream");

        assertThat(answer(pending)).isEqualTo(new Answer.Gone(DetachReason.BROWSER_CLOSED, "after the last test"));
    }

    @Test
    void closing_it_fails_what_is_pending_and_is_idempotent() throws Exception {
        chrome.silent("A.b");
        var pending = send("A.b");

        connection.close();
        connection.close();

        assertThat(answer(pending)).isEqualTo(new Answer.Gone(DetachReason.BROWSER_CLOSED, ""));
        assertThat(answer(send("A.b"))).isEqualTo(new Answer.Gone(DetachReason.BROWSER_CLOSED, ""));
    }

    @Test
    void takes_a_pipe_that_breaks_while_sending_for_the_end() throws Exception {
        chrome.breakPipe();

        assertThat(((Answer.Gone) answer(send("A.b"))).reason()).isEqualTo(DetachReason.BROWSER_GONE);
        assertThat(connection.end()).isNotNull();
    }

    @Test
    @Tag("faults")
    void refuses_a_command_that_is_too_large_and_sends_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connection.send(page, "A.b", new byte[Transport.MAX_COMMAND_BYTES], true));

        assertThat(chrome.sent()).isEmpty();
        assertThat(tap.lines).isEmpty();
        assertThat(send("A.b").id()).isEqualTo(1);
    }

    @Test
    @Tag("faults")
    void fails_a_command_whose_answer_it_could_not_process() throws Exception {
        tap.failure = new IllegalStateException("as wanted by the test");
        chrome.silent("A.b");
        var command = send("A.b");

        assertThatIllegalStateException().isThrownBy(() -> chrome.only("A.b").result("{}"));

        assertThat(((Answer.Refused) answer(command)).message())
                .isEqualTo("its answer could not be processed: java.lang.IllegalStateException: as wanted by the test");
    }

    @ParameterizedTest
    @Tag("faults")
    @ValueSource(classes = {OutOfMemoryError.class, NoSuchMethodError.class})
    void leaves_a_command_to_the_end_of_the_connection_that_an_error_brings(Class<? extends Error> error)
            throws Exception {
        tap.failure = error.getConstructor().newInstance();
        chrome.silent("A.b");
        var command = send("A.b");
        assertThatExceptionOfType(error).isThrownBy(() -> chrome.only("A.b").result("{}"));

        chrome.end("because of the error");

        assertThat(answer(command)).isEqualTo(new Answer.Gone(DetachReason.BROWSER_GONE, "because of the error"));
    }

    @Test
    void tells_of_an_answer_at_once_who_asks_late() {
        var told = new CompletableFuture<Answer>();
        send("A.b").whenDone(told::complete);

        assertThat(told).isCompleted();
    }

    private PendingCommand send(String method) {
        return connection.send(page, method, NONE, true);
    }

    private static Answer answer(PendingCommand command) throws Exception {
        return command.await(TimeUnit.SECONDS.toNanos(30));
    }

    private static String result(PendingCommand command) throws Exception {
        return new String(Json.write(((Answer.Result) answer(command)).tree()), StandardCharsets.US_ASCII);
    }

    private final class TestRoute implements Route {

        private final SessionId id;
        private final List<String> events = new ArrayList<>();
        private final List<Boolean> recordedAsTold = new ArrayList<>();
        private boolean recorded = true;
        private int asked;
        private long handedOver;

        TestRoute(SessionId id) {
            this.id = id;
        }

        @Override
        public SessionId id() {
            return id;
        }

        @Override
        public boolean recorded(IncomingEvent event) {
            asked++;
            return recorded;
        }

        @Override
        public void onEvent(IncomingEvent event, boolean asTold) {
            recordedAsTold.add(asTold);
            events.add("%s %s after %d".formatted(event.method(), event.params(), tap.lines.size()));
        }

        @Override
        public long eventsHandedOver() {
            return handedOver;
        }
    }

    private static final class RecordingTap implements MessageTap {

        private final List<String> lines = new ArrayList<>();
        private final List<byte[]> large = new ArrayList<>();
        private @Nullable Throwable failure;

        @Override
        public void sent(SessionId session, String method, int id, byte[] buffer, int from, int length) {
            add(">", session, method, id, buffer, from, length);
        }

        @Override
        public void received(SessionId session, String method, int id, byte[] buffer, int from, int length) {
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            add("<", session, method, id, buffer, from, length);
        }

        @Override
        public void receivedLarge(SessionId session, String method, int id, byte[] message) {
            large.add(message);
            add("<<", session, method, id, message, 0, message.length);
        }

        private void add(
                String direction, SessionId session, String method, int id, byte[] bytes, int from, int length) {
            lines.add("%s %s %s %d %s"
                    .formatted(
                            direction, session, method, id, new String(bytes, from, length, StandardCharsets.UTF_8)));
        }
    }
}
