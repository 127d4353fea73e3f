package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatIllegalArgumentException;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.CDPAssertions.post;
import static io.github.withcdp.assertions.CDPAssertions.request;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;

import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.DetachReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30) // less than what is waited for: who looks only when the time is up has missed what came
class LiveExchangesAssertTests {

    /** For what comes: a test that gets as far as this has failed. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** For what does not come. */
    private static final Duration SHORT = Duration.ofMillis(10);

    private final ScriptedSession page = ScriptedSession.page();
    private final Traffic traffic = Traffic.of(page);

    @AfterEach
    void nobody_listens_any_more() {
        assertThat(page.handlers).isEmpty();
    }

    private void inAnotherThread(Runnable happening) {
        page.whenListenedTo(() -> new Thread(happening).start());
    }

    private LiveExchangesAssert users(Duration limit) {
        return assertThat(page).within(limit).requests(get("**/api/users/*"));
    }

    @Nested
    class HasSize {

        @Test
        void passes_if_they_have_been_made() {
            traffic.loaded("1", "GET", "/api/users/7", 200, "OK").asked("2", "GET", "/api/users/8");

            users(SHORT).hasSize(2);
            assertThat(page).requests().hasSize(2);
        }

        @Test
        void does_not_count_the_icon_unless_it_is_named() {
            traffic.loaded("1", "GET", "/shop", 200, "OK").loaded("2", "GET", "/favicon.ico", 404, "Not Found");

            assertThat(page).requests().single().hasUrl("**/shop");
            assertThat(page).requests(get("**").withStatus(404)).isEmpty();
            assertThat(page).requests(get("**/favicon.ico")).single().hasStatus(404);
            assertThat(page.recording()).requests().hasSize(1);
            assertThat(page.recording()).requests(get("**").withStatus(404)).isEmpty();
            assertThat(page.recording()).requests(get("**/favicon.ico")).hasSize(1);
        }

        @Test
        void says_that_the_browser_asked_for_the_icon_by_itself() {
            traffic.loaded("2", "GET", "/favicon.ico", 404, "Not Found");

            assertFails(
                    "requests-icon.txt",
                    () -> assertThat(page)
                            .within(SHORT)
                            .requests(get("**").withStatus(404))
                            .hasSize(1));
            assertFails(
                    "requests-icon-recorded.txt",
                    () -> assertThat(page.recording())
                            .requests(get("**").withStatus(404))
                            .hasSize(1));
        }

        @Test
        void waits_for_the_last() {
            traffic.asked("1", "GET", "/api/users/7");
            inAnotherThread(() -> traffic.asked("2", "GET", "/favicon").asked("3", "GET", "/api/users/8"));

            users(LONG).hasSize(2);
        }

        @Test
        void counts_each_hop_of_a_redirect() {
            traffic.asked("1", "GET", "/old").redirected("1", "/old", "/new").answered("1", 200, "OK");

            assertThat(page).requests(get("**/old")).hasSize(1).first().hasStatus(302);
            assertThat(page).requests(get("**/new")).hasSize(1).first().wasRedirectedFrom("**/old");
        }

        @Test
        void gives_up_with_the_closest() {
            page.say("Network.enable");
            traffic.loaded("1", "POST", "/api/users/7", 201, "Created")
                    .loaded("2", "GET", "/api/users/7?full", 200, "OK")
                    .loaded("3", "GET", "/shop", 200, "OK")
                    .loaded("4", "GET", "/api/users", 200, "OK")
                    .loaded("5", "GET", "/shop", 200, "OK");

            assertFails(
                    "requests-size.txt",
                    () -> assertThat(page)
                            .within(SHORT)
                            .requests(get("http://localhost/api/users/7"))
                            .hasSize(1));
        }

        @Test
        void gives_up_with_the_headers_and_bodies_that_differ() {
            page.say("Network.enable");
            traffic.asked(
                    "1",
                    "POST",
                    "/api/pay",
                    "\"headers\":{\"Accept\":\"text/html\"},\"postData\":\"{\\\"amount\\\":42}\"");

            assertFails(
                    "requests-parts.txt",
                    () -> assertThat(page)
                            .within(SHORT)
                            .requests(post("**/api/pay")
                                    .withHeader("accept", "application/json")
                                    .withHeader("authorization")
                                    .withJsonBody("/amount", 43)
                                    .withStatus(200)
                                    .forResource("Document"))
                            .hasSize(1));
        }

        @Test
        void fails_if_there_are_more() {
            traffic.loaded("1", "GET", "/api/users/7", 200, "OK").asked("2", "GET", "/api/users/8");

            assertFails("requests-more.txt", () -> users(LONG).hasSize(1));
        }

        @Test
        void fails_without_any() {
            assertFails("requests-none.txt", () -> users(SHORT).hasSize(1));
        }

        @Test
        void fails_with_the_session_in_which_it_was_made() {
            page.say("Network.enable");
            Traffic.of(page.withWorker()).asked("1", "GET", "/api/users/7");

            assertFails("requests-elsewhere.txt", () -> users(SHORT).hasSize(2));
        }

        @Test
        void ends_early_if_the_target_crashes() {
            inAnotherThread(() -> page.receive("Inspector.targetCrashed"));

            assertFails("requests-crashed.txt", () -> users(LONG).hasSize(1));
        }

        @Test
        void ends_early_if_the_session_ends() {
            inAnotherThread(() -> page.end(DetachReason.TARGET_CLOSED, ""));

            assertFails("requests-closed.txt", () -> users(LONG).hasSize(1));
        }

        @Test
        void takes_no_negative_number() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> users(SHORT).hasSize(-1))
                    .withMessage("There cannot be -1 of anything");
        }
    }

    @Nested
    class HasSizeGreaterThanOrEqualTo {

        @Test
        void passes_if_there_are_more() {
            traffic.asked("1", "GET", "/api/users/7").asked("2", "GET", "/api/users/8");

            users(SHORT).hasSizeGreaterThanOrEqualTo(1).hasSizeGreaterThanOrEqualTo(2);
        }

        @Test
        void gives_up() {
            page.say("Network.enable");
            traffic.asked("1", "GET", "/api/users/7");

            assertFails("requests-at-least.txt", () -> users(SHORT).hasSizeGreaterThanOrEqualTo(2));
        }

        @Test
        void takes_no_number_that_says_nothing() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> users(SHORT).hasSizeGreaterThanOrEqualTo(0))
                    .withMessage("There always are 0 or more: ask for 1 at least");
        }
    }

    @Nested
    class IsNotEmpty {

        @Test
        void waits_for_one() {
            inAnotherThread(() -> traffic.asked("1", "GET", "/api/users/7"));

            users(LONG).isNotEmpty();
        }

        @Test
        void gives_up() {
            assertFails("requests-not-empty.txt", () -> users(SHORT).isNotEmpty());
        }
    }

    @Nested
    class IsEmpty {

        @Test
        void passes_if_none_is_made() {
            users(LONG).isEmpty().hasSize(0);
        }

        @Test
        void counts_what_has_been_caused() {
            page.whenSent(command -> traffic.asked("1", "GET", "/api/users/7"));

            assertFails("requests-not-none.txt", () -> users(LONG).isEmpty());
        }

        @Test
        void fails_if_it_cannot_be_known() {
            page.whenSent(command -> {
                throw new CommandTimeoutException(command, SHORT, List.of());
            });

            assertThatThrownBy(() -> users(SHORT).isEmpty())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("to make no request like GET **/api/users/*")
                    .hasMessageContaining("but that does not mean much");
        }
    }

    @Nested
    class AnySatisfy {

        @Test
        void waits_for_it() {
            traffic.asked("1", "GET", "/api/users/7");
            inAnotherThread(() -> traffic.answered("1", 404, "Not Found"));

            users(LONG).anySatisfy(it -> assertThat(it).hasStatus(404));
        }

        @Test
        void gives_up_with_what_each_says() {
            traffic.asked("1", "GET", "/api/users/7").answered("1", 404, "Not Found");

            assertThatThrownBy(
                            () -> users(SHORT).anySatisfy(it -> assertThat(it).hasStatus(500)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("GET http://localhost/api/users/7 → 404")
                    .hasMessageContaining("to be answered with");
        }
    }

    @Nested
    class OneOfThem {

        @Test
        void passes() {
            traffic.loaded("1", "GET", "/api/users/7", 200, "OK")
                    .loaded("2", "GET", "/api/users/8", 404, "Not Found")
                    .loaded("3", "GET", "/api/users/9", 500, "Oops");

            users(SHORT).first().hasUrl("**/7").hasStatus(200);
            users(SHORT).last().hasUrl("**/9").hasStatus(500);
            users(SHORT).element(1).hasUrl("**/8").hasStatus(404);
            assertThat(page).requests(get("**/7")).single().hasStatus(200);
        }

        @Test
        void is_waited_for() {
            inAnotherThread(() -> traffic.loaded("1", "GET", "/api/users/7", 200, "OK"));

            users(LONG).first().hasStatus(200);
        }

        @Test
        void fails_if_there_is_none() {
            assertFails("requests-not-empty.txt", () -> users(SHORT).first());
            assertFails("requests-not-empty.txt", () -> users(SHORT).last());
            assertFails("requests-not-empty.txt", () -> users(SHORT).element(0));
            assertFails("requests-none.txt", () -> users(SHORT).single());
        }

        @Test
        void fails_if_there_is_more_than_a_single_one() {
            traffic.loaded("1", "GET", "/api/users/7", 200, "OK").asked("2", "GET", "/api/users/8");

            assertFails("requests-more.txt", () -> users(LONG).single());
        }

        @Test
        void counts_from_0() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> users(SHORT).element(-1))
                    .withMessage("The first element is no. 0, so there is no no. -1");
        }
    }

    @Nested
    class Now {

        @Test
        void has_all_that_AssertJ_can_say() {
            traffic.loaded("1", "GET", "/api/users/7", 200, "OK").loaded("2", "GET", "/api/users/8", 404, "Not Found");

            users(SHORT)
                    .now()
                    .hasSizeLessThan(3)
                    .filteredOn(request("**").withStatus(404))
                    .singleElement()
                    .hasUrl("**/8");
        }

        @Test
        void does_not_wait() {
            page.whenListenedTo(() -> traffic.asked("1", "GET", "/api/users/7"));

            assertFails("requests-now.txt", () -> users(LONG).now().hasSize(1));
        }
    }
}
