package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.protocol.EventTimeoutException;
import io.github.withcdp.protocol.ReplayDivergedException;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that fail with a browser, and again from their reports without one. */
class ReplayTests {

    /** Whoever needs a browser fails with it. */
    private static final String NO_BROWSER = "/nowhere/chrome";

    @TempDir
    Path directory;

    private static Path reports = Path.of("");
    private static Map<String, Throwable> failures = Map.of();

    @BeforeAll
    static void fail_with_a_browser(@TempDir Path temporary) {
        reports = temporary.resolve("reports");
        failures = FixtureRun.of(ShopTestCase.class, reports).execute().failures();
    }

    private FixtureRun replay(Path recordings) {
        return FixtureRun.of(ShopTestCase.class, reports)
                .with("withcdp.executable", NO_BROWSER)
                .with("withcdp.replay", recordings.toString());
    }

    private static Map<String, String> texts(Map<String, Throwable> failures) {
        return failures.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        failure -> failure.getValue().toString(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    @Test
    void fail_alike_without_a_browser() {
        var again = replay(reports).execute();

        assertThat(failures).hasSize(8);
        assertThat(texts(again.failures())).isEqualTo(texts(failures));
        assertThat(again.succeeded()).isEmpty();
    }

    @Test
    void what_has_no_recording_is_skipped_and_says_so() {
        var skipped = replay(reports).execute().results().testEvents().skipped();

        assertThat(skipped.stream().map(event -> event.getRequiredPayload(String.class)))
                .anySatisfy(reason -> assertThat(reason)
                        .contains("there is no recording of io.github.withcdp.ReplayTests$ShopTestCase.passes in "
                                + reports
                                + " (withcdp.replay)"));
    }

    @Test
    void the_reports_that_are_replayed_stay_as_they_are() throws IOException {
        var before = contents();

        replay(reports).execute();

        assertThat(contents()).isEqualTo(before);
        var report = reports.resolve("replayed/io.github.withcdp.ReplayTests$ShopTestCase/waits_in_vain");
        assertThat(report.resolve("report.html")).exists();
        assertThat(Files.readString(report.resolve("summary.md")))
                .contains("replayed, without a browser")
                .contains("never a changed application");
        assertThat(Files.readString(reports.resolve("index.html"))).doesNotContain("replayed");
        assertThat(reports.resolve("replayed/index.html")).exists();
    }

    private static Map<String, String> contents() {
        try (var files = Files.walk(reports)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(reports.resolve("replayed")))
                    .collect(Collectors.toMap(file -> reports.relativize(file).toString(), ReplayTests::content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void one_report_is_enough_for_one_test() {
        var report = reports.resolve("io.github.withcdp.ReplayTests$ShopTestCase/waits_in_vain");

        var again = replay(report).execute();

        assertThat(again.failures().keySet()).containsExactly("waits_in_vain(CDPSession)");
        assertThat(again.failure()).isInstanceOf(EventTimeoutException.class);
    }

    @Test
    void a_test_that_says_something_else_fails_at_once_with_what_is_different() {
        changed = true;
        try {
            var failure = replay(reports.resolve("io.github.withcdp.ReplayTests$ShopTestCase/shows_a_price"))
                    .execute()
                    .failure();

            assertThat(failure)
                    .isInstanceOf(ReplayDivergedException.class)
                    .hasMessageStartingWith(
                            "The replay of io.github.withcdp.ReplayTests$ShopTestCase.shows_a_price has left its recording at message ")
                    .hasMessageContaining(
                            "differs in expression: recorded \"price.textContent\", now \"price.innerText\"");
            assertThat(failure.getStackTrace())
                    .anyMatch(frame -> frame.getMethodName().equals("shows_a_price"));
            assertThat(failure.getSuppressed()).hasAtLeastOneElementOfType(SessionDetachedException.class);
        } finally {
            changed = false;
        }
    }

    @Test
    void a_test_that_has_been_mended_passes_or_fails_if_it_has_to_say_all_that_was_recorded() {
        var report = reports.resolve("io.github.withcdp.ReplayTests$ShopTestCase/shows_a_price");
        mended = true;
        try {
            assertThat(replay(report).execute().succeeded()).containsExactly("shows_a_price(CDPSession)");
            var failure = replay(report)
                    .with("withcdp.replay.unused", "fail")
                    .execute()
                    .failure();

            assertThat(failure)
                    .isInstanceOf(ReplayDivergedException.class)
                    .hasMessageContaining("is over, but 1 recorded command never came:")
                    .hasMessageContaining("Runtime.evaluate {\"");
            assertThat(failure.getSuppressed())
                    .as("what its report asks for is answered")
                    .anySatisfy(note -> assertThat(note)
                            .hasMessageContaining("1 recorded command never came: message ")
                            .hasMessageNotContaining("not answered")
                            .hasMessageNotContaining("missing or cut short"));
        } finally {
            mended = false;
        }
    }

    @Test
    void refuses_what_cannot_be_replayed_in_a_sentence() throws IOException {
        var file = Files.createDirectories(directory.resolve("broken")).resolve("traffic.jsonl");
        Files.writeString(file, "{\"withcdp\":\"traffic\",\"version\":7}\n");

        assertThat(replay(file).execute().failures().get("shows_a_price(CDPSession)"))
                .hasMessageContaining("The recording " + file + " cannot be replayed, because it cannot be read: "
                        + file + ", line 1: the recording has version 7 of the format");
        assertThat(replay(directory.resolve("nowhere")).execute().failure())
                .hasMessageStartingWith("withcdp.replay: " + directory.resolve("nowhere") + " does not exist. Give ");
        assertThat(replay(reports)
                        .with("withcdp.replay.speed", "fast")
                        .execute()
                        .failure())
                .hasMessageContaining("is no speed. Write 1 for the pace of the recording");
    }

    private static volatile boolean changed;
    private static volatile boolean mended;

    @WithCDP(timeout = "5 s")
    static class ShopTestCase {

        private static final String SHOP = "data:text/html,"
                + "<title>Shop</title><p id=price>12.50</p>"
                + "<button id=ask onclick=\"answer.textContent = confirm('Really?')\">ask</button><p id=answer></p>";

        @Test
        void passes(CDPSession page) {
            page.navigate(SHOP);
        }

        @Test
        void shows_a_price(CDPSession page) {
            page.navigate(SHOP);

            var price = page.evaluate(changed ? "price.innerText" : "price.textContent")
                    .asString();
            if (!mended) {
                page.evaluate("document.title");
                assertThat(price).isEqualTo("13.50");
            }
        }

        @Test
        void waits_in_vain(CDPSession page) {
            page.navigate(SHOP);

            page.evaluate("document.readyState"); // all that the navigation brings has come now
            page.await("Page.downloadWillBegin", () -> page.evaluate("ask.focus()"));
        }

        @Test
        void answers_a_dialog(CDPSession page) {
            page.navigate(SHOP);
            page.on(
                    "Page.javascriptDialogOpening",
                    dialog -> page.send("Page.handleJavaScriptDialog", Map.of("accept", false)));

            page.evaluate("ask.click()");

            assertThat(page.evaluate("answer.textContent").asString()).isEqualTo("true");
        }

        @Test
        void a_handler_fails(CDPSession page) {
            page.navigate(SHOP);
            page.on("Runtime.consoleAPICalled", event -> {
                throw new IllegalStateException("a handler of the test has failed");
            });

            page.evaluate("console.log('hello')");
        }

        @Test
        void a_worker_says_something_else(CDPSession page) {
            page.navigate(SHOP);

            var worker = page.awaitChild(
                    target -> target.type().equals("worker"),
                    () -> page.evaluate("new Worker(URL.createObjectURL(new Blob(['answer = 42']))); 0"));

            assertThat(worker.evaluate("answer").asInt()).isEqualTo(43);
        }

        @Test
        void two_users_see_the_same(CDPSession ada, @NewContext CDPSession bob) throws Exception {
            var done = new CountDownLatch(2);
            for (var user : new CDPSession[] {ada, bob}) {
                var unused =
                        user.sendAsync("Page.navigate", Map.of("url", SHOP)).thenRun(done::countDown);
            }
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();

            assertThat(ada.evaluate("document.title").asString()
                            + bob.evaluate("document.title").asString())
                    .isEqualTo("other shops");
        }

        @ParameterizedTest
        @ValueSource(strings = {"tea", "coffee"})
        void is_on_the_list(String drink, CDPSession page) {
            page.navigate(SHOP);

            assertThat(page.evaluate("'tea, milk'").asString()).contains(drink);
        }

        @Test
        void crashes(CDPSession page) {
            page.navigate(SHOP);

            page.send("Page.crash");
        }
    }
}
