package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatIllegalArgumentException;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.message;
import static io.github.withcdp.assertions.CDPAssertions.post;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;

import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What should come so often and no more, or not at all, is judged when the session is quiet. */
@Timeout(120)
class QuietTests {

    /** For what comes: a test that gets as far as this has failed. */
    private static final Duration LONG = Duration.ofMinutes(10);

    /** For what does not come. */
    private static final Duration SHORT = Duration.ofMillis(10);

    private final ScriptedSession scripted = ScriptedSession.page();
    private final Traffic traffic = Traffic.of(scripted);

    /** What the session says each time it is asked whether it is quiet, until it is. */
    private final Queue<Supplier<Optional<Duration>>> unrest = new ArrayDeque<>();

    private final List<Duration> inVain = new ArrayList<>();
    private List<String> pending = List.of();
    private List<CDPSession> children = List.of();
    private Object[] asked = {};

    private final CDPSession page = asserted(scripted, unrest);

    private CDPSession asserted(ScriptedSession session, Queue<Supplier<Optional<Duration>>> unrestOfIt) {
        return ProxySession.of(
                session,
                Map.of(
                        "assertionTimeout", arguments -> LONG,
                        "untilQuiet",
                                arguments -> {
                                    asked = arguments;
                                    return untilQuiet(unrestOfIt);
                                },
                        "waitedInVain", arguments -> inVain.add((Duration) arguments[0]),
                        "pending", arguments -> pending,
                        "descendants", arguments -> children,
                        "recordingWithDescendants", arguments -> scripted.recording()));
    }

    private static Optional<Duration> untilQuiet(Queue<Supplier<Optional<Duration>>> unrest) {
        var next = unrest.poll();
        return next == null ? Optional.of(Duration.ZERO) : next.get();
    }

    /** Have something come while a request is pending, of which the page has none afterwards. */
    private void meanwhile(Runnable happening) {
        unrest.add(Optional::empty);
        unrest.add(() -> {
            new Thread(happening).start();
            return Optional.empty();
        });
    }

    /** Have something come when it has been quiet for a part of the time. */
    private void beforeQuietOf(Queue<Supplier<Optional<Duration>>> unrestOfIt, Runnable happening) {
        unrestOfIt.add(() -> Optional.of(SHORT));
        unrestOfIt.add(() -> {
            happening.run();
            return Optional.of(SHORT);
        });
    }

    private void neverQuiet() {
        unrest.add(() -> {
            neverQuiet();
            return Optional.empty();
        });
    }

    private void pays() {
        traffic.asked("1", "POST", "/api/pay");
    }

    private void paysAgain() {
        traffic.asked("2", "POST", "/api/pay");
    }

    @Test
    void an_exact_number_of_requests_is_not_judged_before() {
        pays();
        meanwhile(this::paysAgain);

        assertFails(
                "quiet-requests-more.txt",
                () -> assertThat(page).requests(post("**/api/pay")).hasSize(1));
    }

    @Test
    void nor_is_the_only_one() {
        pays();
        meanwhile(this::paysAgain);

        assertThatThrownBy(() -> assertThat(page).requests(post("**/api/pay")).single())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("but it made 2.");
    }

    @Test
    void nor_is_an_exact_number_of_events() {
        pays();
        meanwhile(this::paysAgain);

        assertFails("quiet-receives-more.txt", () -> assertThat(page).receives(1, "Network.requestWillBeSent"));
    }

    @Test
    void nor_is_that_there_is_no_request() {
        meanwhile(this::pays);

        assertThatThrownBy(() -> assertThat(page).requests(post("**/api/pay")).isEmpty())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("but it made 1.");
    }

    @Test
    void nor_is_that_there_is_no_event() {
        meanwhile(this::pays);

        assertFails("quiet-does-not-receive.txt", () -> assertThat(page).doesNotReceive("Network.requestWillBeSent"));
    }

    @Test
    void nor_is_that_no_request_has_failed() {
        pays();
        meanwhile(() -> traffic.answered("1", 500, "Oops"));

        assertThatThrownBy(() -> assertThat(page).hasNoFailedRequests())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("1 of 1 failed");
    }

    @Test
    void nor_is_that_the_console_has_no_errors() {
        meanwhile(() -> traffic.said("error", "payment refused"));

        assertThatThrownBy(() -> assertThat(page).hasNoConsoleErrors())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("payment refused");
        meanwhile(() -> traffic.said("log", "second"));
        assertThatThrownBy(() -> assertThat(page).console(message("second")).isEmpty())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void nor_is_it_while_something_has_just_come() {
        pays();
        beforeQuietOf(unrest, this::paysAgain);

        assertThatThrownBy(() -> assertThat(page).requests(post("**/api/pay")).hasSize(1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("but it made 2.");
    }

    @Test
    void nor_is_it_before_all_children_are_quiet() {
        var unrestOfWorker = new ArrayDeque<Supplier<Optional<Duration>>>();
        children = List.of(asserted(scripted.withWorker(), unrestOfWorker));
        pays();
        beforeQuietOf(unrestOfWorker, this::paysAgain);

        assertThatThrownBy(() -> assertThat(page)
                        .withChildren()
                        .requests(post("**/api/pay"))
                        .hasSize(1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("but it made 2.");

        beforeQuietOf(unrest, () -> traffic.asked("3", "POST", "/api/pay"));
        assertThatThrownBy(() -> assertThat(page)
                        .withChildren()
                        .requests(post("**/api/pay"))
                        .hasSize(2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("but it made 3.");
    }

    @Test
    void children_have_to_answer_too() {
        var worker = scripted.withWorker();
        children = List.of(asserted(worker, new ArrayDeque<>()));
        worker.whenSent(command -> {
            throw new CommandTimeoutException(command, Duration.ofMillis(1), List.of());
        });

        assertThat(page).requests(post("**/api/pay")).isEmpty();
        assertThatThrownBy(() -> assertThat(page)
                        .withChildren()
                        .requests(post("**/api/pay"))
                        .isEmpty())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("worker http://localhost/worker.js: ")
                .hasMessageContaining("Runtime.evaluate");
        worker.end(DetachReason.TARGET_CLOSED, "");
        assertThat(page).withChildren().requests(post("**/api/pay")).isEmpty();
    }

    @Test
    void what_has_come_is_too_much_though_the_page_does_not_answer() {
        pays();
        scripted.whenSent(command -> {
            paysAgain();
            throw new CommandTimeoutException(command, Duration.ofMillis(1), List.of());
        });

        assertThatThrownBy(() -> assertThat(page).receives(1, "Network.requestWillBeSent"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("but it came twice.");
    }

    @Test
    void what_passes_waits_until_it_is_quiet() {
        pays();
        meanwhile(() -> traffic.answered("1", 200, "OK").finished("1"));

        assertThat(page).requests(post("**/api/pay")).hasSize(1);

        assertThat(unrest).isEmpty();
        assertThat(inVain).isEmpty();
    }

    @Test
    void it_is_asked_again_after_the_page_has_answered_once_more() {
        pays();
        meanwhile(() -> traffic.finished("1"));

        assertThat(page).receives(1, "Network.requestWillBeSent");

        assertThat(page.recording().commands())
                .extracting(command -> command.method())
                .containsExactly("Runtime.evaluate", "Runtime.evaluate");
    }

    @Test
    void a_page_that_is_quiet_is_asked_once() {
        assertThat(page).doesNotReceive("Network.requestWillBeSent");

        assertThat(page.recording().commands()).hasSize(1);
    }

    @Test
    void quiet_is_when_nothing_that_tells_what_a_page_does_or_is_asked_for_has_come_for_100_ms() {
        assertThat(page).doesNotReceive("Animation.animationStarted");

        assertThat(asked).startsWith(Duration.ofMillis(100), LONG);
        assertThat(asked[2])
                .asInstanceOf(InstanceOfAssertFactories.predicate(String.class))
                .accepts("Animation.animationStarted")
                .rejects("Animation.animationCanceled");
    }

    @Test
    void more_than_there_should_be_are_too_many_at_once() {
        pays();
        paysAgain();
        neverQuiet();

        assertThatThrownBy(() -> assertThat(page).requests(post("**/api/pay")).hasSize(1))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(page).requests(post("**/api/pay")).isEmpty())
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(page).receives(1, "Network.requestWillBeSent"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(page).doesNotReceive("Network.requestWillBeSent"))
                .isInstanceOf(AssertionError.class);
        assertThat(page.recording().commands()).isEmpty();
    }

    @Test
    void a_page_that_is_never_quiet_is_judged_by_what_is_there_when_the_time_is_up() {
        pays();
        neverQuiet();

        assertThat(page).within(SHORT).requests(post("**/api/pay")).hasSize(1);

        assertThat(inVain).containsExactly(SHORT);
    }

    @Test
    void an_orderly_end_ends_the_wait() {
        pays();
        neverQuiet();
        scripted.whenListenedTo(() -> scripted.end(DetachReason.TARGET_CLOSED, ""));

        assertThat(page).requests(post("**/api/pay")).hasSize(1);
        assertThat(page).doesNotReceive("Network.loadingFailed");
    }

    @Test
    void a_crash_ends_it_and_nothing_can_be_known() {
        pays();
        neverQuiet();
        scripted.whenListenedTo(() -> scripted.receive("Inspector.targetCrashed"));

        assertFails(
                "quiet-requests-crashed.txt",
                () -> assertThat(page).requests(post("**/api/pay")).hasSize(1));
        assertFails("quiet-receives-crashed.txt", () -> assertThat(page).receives(1, "Network.requestWillBeSent"));
        assertFails(
                "quiet-does-not-receive-crashed.txt", () -> assertThat(page).doesNotReceive("Network.loadingFailed"));
    }

    @Test
    void nor_can_it_of_a_page_that_was_lost_before() {
        scripted.end(DetachReason.CONNECTION_LOST, "");

        assertThatThrownBy(() -> assertThat(page).doesNotReceive("Network.loadingFailed"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("connection");
    }

    @Test
    void a_window_stands_in_for_the_quiet() {
        pays();
        neverQuiet();

        assertThat(page)
                .during(SHORT)
                .receives(1, "Network.requestWillBeSent")
                .doesNotReceive("Network.loadingFailed")
                .hasNoFailedRequests()
                .hasNoConsoleErrors();
        assertThat(page).during(Duration.ZERO).requests(post("**/api/pay")).hasSize(1);
        assertThat(page).during(Duration.ZERO).console().isEmpty();
        assertThat(inVain).isEmpty();
    }

    @Test
    void what_comes_in_the_window_is_too_much() {
        pays();
        scripted.whenListenedTo(() -> new Thread(this::paysAgain).start());

        assertFails(
                "during-requests.txt",
                () -> assertThat(page)
                        .during(Duration.ofMinutes(5))
                        .requests(post("**/api/pay"))
                        .hasSize(1));
        assertFails(
                "during-receives.txt",
                () -> assertThat(page).during(Duration.ofMinutes(5)).receives(1, "Network.requestWillBeSent"));
        assertFails(
                "during-does-not-receive.txt",
                () -> assertThat(page).during(Duration.ofMinutes(5)).doesNotReceive("Network.requestWillBeSent"));
    }

    @Test
    void a_window_is_not_negative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(page).during(Duration.ofMillis(-1)))
                .withMessage("A time to wait is from nothing to 24 h, but this is PT-0.001S");
    }

    @Test
    void what_does_not_come_may_be_because_of_what_is_pending() {
        scripted.say("Network.enable").say("Page.enable");
        pays();
        pending =
                List.of("POST http://localhost/api/pay, asked for 5 s ago and not answered", "GET 2", "GET 3", "GET 4");

        assertFails(
                "pending-requests.txt",
                () -> assertThat(page)
                        .within(SHORT)
                        .requests(post("**/api/pay"))
                        .hasSize(2));
        assertFails("pending-receives.txt", () -> assertThat(page).within(SHORT).receives("Page.loadEventFired"));
    }
}
