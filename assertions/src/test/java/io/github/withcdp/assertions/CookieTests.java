package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertFactories.COOKIE;
import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.containing;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;

import io.github.withcdp.protocol.DetachReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30) // less than what is waited for: who looks only when the time is up has missed what came
class CookieTests {

    /** For what comes: a test that gets as far as this has failed. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** For what does not come. */
    private static final Duration SHORT = Duration.ofMillis(10);

    private static final String SID =
            "{\"name\":\"sid\",\"value\":\"%s\",\"domain\":\"%s\",\"path\":\"%s\",\"expires\":-1,\"httpOnly\":true,\"secure\":false}";
    private static final String THEME =
            "{\"name\":\"theme\",\"value\":\"dark\",\"domain\":\".localhost\",\"path\":\"/\",\"expires\":4102444800.5,\"sameSite\":\"Lax\"}";

    private final ScriptedSession page = ScriptedSession.page();

    private void has(String... cookies) {
        page.answer("Network.getAllCookies", "{\"cookies\":[%s]}".formatted(String.join(",", cookies)));
    }

    private static String sid(String value, String domain, String path) {
        return SID.formatted(value, domain, path);
    }

    @Nested
    class OfSessions {

        @Test
        void are_found() {
            has(sid("7", "localhost", "/"), THEME);

            assertThat(page)
                    .hasCookie("sid")
                    .hasCookie("sid", "7")
                    .hasCookie("theme", containing("ark"))
                    .doesNotHaveCookie("SID")
                    .cookie("theme")
                    .hasValue("dark");
        }

        @Test
        void are_waited_for() {
            int[] asked = {0};
            page.whenSent(command -> {
                asked[0]++;
                if (asked[0] == 3) {
                    has(sid("7", "localhost", "/"));
                } else if (asked[0] == 6) {
                    has();
                }
            });

            assertThat(page).within(LONG).hasCookie("sid").doesNotHaveCookie("sid");

            assertThat(asked[0]).isEqualTo(6);
            assertThat(page.handlers).isEmpty();
        }

        @Test
        void of_one_name_are_that_of_the_page_and_most_of_its_path() {
            has(
                    sid("1", "shop.example", "/shop"),
                    sid("2", "localhost", "/"),
                    sid("3", ".localhost", "/shop"),
                    sid("4", "localhost", "/shop/cart"),
                    sid("5", "host", "/shop"));

            assertThat(page).hasCookie("sid", "5").cookie("sid").hasValue("3");
        }

        @ParameterizedTest
        @CsvSource({
            "/shopping,/,/shop",
            "/shop,/shop,/shop/cart",
            "/shop?to=/cart,/shop,/shop?to=",
            "/shop/7#top,/shop/,/shop/7#",
            "'',/,/shop"
        })
        void are_for_whole_names_of_a_path(String path, String right, String wrong) {
            page.moveTo("http://localhost" + path);
            has(sid("right", "localhost", right), sid("wrong", "localhost", wrong));

            assertThat(page).cookie("sid").hasValue("right");
        }

        @Test
        void may_be_for_the_host_alone_or_for_subdomains_on_any_port() {
            page.moveTo("http://api.shop.example:8080/cart");
            has(sid("1", "shop.example", "/cart"), sid("2", ".pshop.example", "/cart"), sid("3", ".shop.example", "/"));
            assertThat(page).cookie("sid").hasValue("3");

            has(sid("4", ".shop.example", "/"), sid("5", "api.shop.example", "/cart"));
            assertThat(page).cookie("sid").hasValue("5");
        }

        @Test
        void are_listed_up_to_twelve() {
            has(IntStream.range(0, 13)
                    .mapToObj(i -> sid("7", "localhost", "/" + i))
                    .toArray(String[]::new));

            assertThatThrownBy(() -> assertThat(page).within(SHORT).hasCookie("theme"))
                    .hasMessageContaining("cookie sid of localhost/11 ")
                    .hasMessageNotContainingAny("localhost/12")
                    .hasMessageEndingWith("  …(1 more)…");
        }

        @Test
        void are_listed_without_the_values_of_others() {
            has(THEME, sid("secret", "localhost", "/api"));

            assertFails("cookie-value.txt", () -> assertThat(page).within(SHORT).hasCookie("sid", "7"));
            assertFails("cookie-none.txt", () -> assertThat(page).within(SHORT).cookie("token"));
            assertFails("cookie-still.txt", () -> assertThat(page).within(SHORT).doesNotHaveCookie("sid"));
        }

        @Test
        void are_said_to_be_none() {
            assertFails("cookies-none.txt", () -> assertThat(page).within(SHORT).hasCookie("sid"));
        }

        @Test
        void are_asked_for_once_more_when_the_time_is_up() {
            long begin = System.nanoTime();
            page.whenSent(command -> {
                if (System.nanoTime() - begin >= SHORT.toNanos()) {
                    has(sid("7", "localhost", "/"));
                }
            });

            assertThat(page).within(SHORT).hasCookie("sid", "7");
        }

        @Test
        void end_early_if_the_page_crashes() {
            page.whenListenedTo(() -> page.receive("Inspector.targetCrashed"));

            assertThatThrownBy(() -> assertThat(page).within(LONG).hasCookie("sid"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("its target crashed");
        }

        @Test
        void end_early_if_the_session_ends() {
            page.whenListenedTo(() -> page.end(DetachReason.TARGET_CLOSED, ""));
            assertFails("cookie-closed.txt", () -> assertThat(page).within(LONG).hasCookie("sid"));

            assertThatThrownBy(() -> assertThat(page).within(LONG).doesNotHaveCookie("sid"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("its target was closed");
        }

        @Test
        void stay_soft() {
            var softly = new CDPSoftAssertions();
            has(THEME);

            softly.assertThat(page)
                    .within(SHORT)
                    .hasCookie("one")
                    .cookie("theme")
                    .hasValue("two")
                    .isHttpOnly();
            softly.assertThat(page).within(SHORT).cookie("four").hasValue("five");
            softly.assertThat(new Cookie("a", "b", "c", "/", Optional.empty(), true, true, "", ""))
                    .isSession()
                    .hasPath("/six");

            assertThat(softly.assertionErrorsCollected()).hasSize(6);
        }
    }

    @Nested
    class Each {

        private final Cookie theme = Cookie.of(Made.json(THEME));
        private final Cookie sid = Cookie.of(Made.json(sid("7", "localhost", "/api")));
        private final Cookie partitioned =
                Cookie.of(Made.json("{\"secure\":true,\"partitionKey\":{\"topLevelSite\":\"https://shop.example\"}}"));

        @Test
        void passes() {
            assertThat(theme)
                    .hasDomain(".localhost")
                    .hasPath("/")
                    .hasSameSite("lax")
                    .hasValue("dark")
                    .hasValue(containing("a"))
                    .expiresAfter(Instant.parse("2100-01-01T00:00:00Z"));
            assertThat(sid).isHttpOnly().isSession();
            assertThat(partitioned).isSecure().hasPartitionKey("https://shop.example");
            assertThat(List.of(sid)).first(COOKIE).hasValue("7");
            BDDCDPAssertions.then(sid).hasValue("7");
        }

        @Test
        void fails() {
            assertFails("cookie-http-only.txt", () -> assertThat(theme).isHttpOnly());
            assertFails("cookie-domain.txt", () -> assertThat(sid).hasDomain(".localhost"));
            assertFails("cookie-session.txt", () -> assertThat(theme).isSession());
            assertThatThrownBy(() -> assertThat(theme).hasDomain("localhost")).hasMessageEndingWith("\".localhost\"");
            assertThatThrownBy(() -> assertThat(sid).hasValue("8")).hasMessageEndingWith("\"7\"");
            assertThatThrownBy(() -> assertThat(sid).hasPath("/")).hasMessageEndingWith("\"/api\"");
            assertThatThrownBy(() -> assertThat(sid).isSecure()).hasMessageEndingWith("not that one");
            assertThatThrownBy(() -> assertThat(sid).hasSameSite("Lax")).hasMessageEndingWith("none");
            assertThatThrownBy(() -> assertThat(sid).hasPartitionKey("a")).hasMessageEndingWith("none");
            assertThatThrownBy(() -> assertThat(partitioned).hasPartitionKey("a"))
                    .hasMessageEndingWith("\"https://shop.example\"");
            assertThatThrownBy(() -> assertThat(sid).expiresAfter(Instant.EPOCH))
                    .hasMessageContaining("after 1970-01-01T00:00:00Z")
                    .hasMessageEndingWith("that of the session");
            assertThatThrownBy(() -> assertThat(theme).expiresAfter(Instant.parse("2100-01-01T00:00:00.500Z")))
                    .hasMessageEndingWith("2100-01-01T00:00:00.500Z");
        }
    }
}
