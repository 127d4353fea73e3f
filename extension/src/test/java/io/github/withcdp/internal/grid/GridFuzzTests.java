package io.github.withcdp.internal.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.fuzz.Costly;
import io.github.withcdp.fuzz.Hostile;
import io.github.withcdp.fuzz.HostileJson;
import io.github.withcdp.fuzz.Tries;
import io.github.withcdp.internal.transport.HttpResponse;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever is written as a Grid and answered there, there is a session at that Grid, or two lines that say why not; what the Grid gave and nobody uses is deleted. */
@Tag("fuzz")
@AddLifecycleHook(Tries.class)
class GridFuzzTests {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SECRET = "s3cr3t-Zq7w9";
    private static final int LONGEST = 2_000;

    private static final List<String> STATES = List.of("""
            {"value":{"ready":false,"message":"full","nodes":[{"id":"1","uri":"http://10.0.0.1:5555","availability":"UP","slots":[
             {"stereotype":{"browserName":"chrome"},"session":{"sessionId":"4711"}},{"stereotype":{"browserName":"firefox"},"session":null}]},
             {"id":"2","availability":"DRAINING","slots":[]}]}}""", """
            {"value":{"ready":false,"nodes":[]}}""");

    private static final List<String> ANSWERS = List.of(ScriptedGrid.SESSION, """
            {"value":{"sessionId":"47","capabilities":{"browserName":"firefox","browserVersion":"150.0"}}}""", """
            {"value":{"error":"session not created","message":"New session request timed out\\nBuild info: version: '4.47'\\nHost info: chrome","stacktrace":"at a.b"}}""");

    private static final ScriptedGrid GRID = grid();

    private static ScriptedGrid grid() {
        try {
            return new ScriptedGrid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void stop() {
        GRID.close();
    }

    @Provide
    Arbitrary<String> urls() {
        return Hostile.texts(List.of(
                "grid:4444",
                "http://grid.test:4444/wd/hub/?token=" + SECRET,
                "https://ada:" + SECRET + "@grid.test/a"));
    }

    @Provide
    Arbitrary<String> told() {
        return Hostile.texts(List.of(
                "ws://10.255.0.1:5555/session/4711/se/cdp", "wss://grid.test/wd/hub/session/4711/se/cdp?token=a"));
    }

    @Provide
    Arbitrary<String> answers() {
        return HostileJson.of(ANSWERS);
    }

    @Provide
    Arbitrary<String> damaged() {
        return Hostile.texts(ANSWERS);
    }

    @Provide
    Arbitrary<String> states() {
        return HostileJson.of(STATES);
    }

    @Provide
    Arbitrary<Integer> statuses() {
        return Arbitraries.of(200, 200, 200, 302, 401, 404, 500).withoutEdgeCases();
    }

    @Property
    void what_is_written_is_understood_or_refused(@ForAll("urls") String text, @ForAll("told") String told) {
        GridUrl url;
        try {
            url = GridUrl.parse(text);
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal).hasMessageContaining("is no Selenium Grid: ");
            return;
        }
        assertThat(url.host()).isNotEmpty();
        var own = url.resource("/status").getRawAuthority();
        assertThat(url.secrets())
                .filteredOn(secret -> text.indexOf(secret) == text.lastIndexOf(secret)) // and not in the path once more
                .noneMatch(url.display()::contains);
        try {
            assertThat(url.webSockets(told))
                    .isNotEmpty()
                    .allMatch(place -> place.getRawAuthority().equals(own));
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal).hasMessageStartingWith("no URL");
        }
    }

    @Property
    void what_is_answered_is_read_or_said(
            @ForAll("answers") String json, @ForAll("damaged") String body, @ForAll("states") String state) {
        var words = new GridMessages(Set.of(SECRET));
        for (var answer : List.of(json, body, state, body.replace("chrome", SECRET))) {
            assertShown(words.of(answer));
            SessionRequest.sessionId(new HttpResponse(200, "OK", "", answer))
                    .ifPresent(id -> assertThat(id).matches("[A-Za-z0-9._-]+"));
            GridMessages.tree(answer).ifPresent(tree -> {
                var status = GridStatus.of(tree, OptionalInt.empty());
                assertThat(status.slots()).isGreaterThanOrEqualTo(status.busy());
                assertThat(status.sentence()).isNotEmpty();
            });
        }
    }

    @Property
    @Costly(20)
    void a_session_is_opened_and_deleted_or_refused(
            @ForAll("statuses") int status,
            @ForAll("answers") String json,
            @ForAll("damaged") String body,
            @ForAll("states") String state) {
        GRID.on("GET /status?t=" + SECRET, 200, state.replace("firefox", SECRET))
                .on("GET /se/grid/newsessionqueue/queue?t=" + SECRET, 200, "{\"value\":[1]}");
        var url = GridUrl.parse("http://" + GRID.address() + "/?t=" + SECRET);
        for (var answer : List.of(json, body, body.replace("chrome", SECRET))) {
            GRID.asked.clear();
            GRID.on("POST /session?t=" + SECRET, status, answer);
            try (var session =
                    GridSession.open(url, GridCapabilities.of(List.of(), "fuzz", Optional.empty()), LIMIT, LIMIT)) {
                assertThat(session.cdp()).allMatch(place -> place.getPort() == GRID.port());
            } catch (ChromeUnavailableException refusal) {
                assertRefusal(refusal);
            }
            if (status == 200) {
                SessionRequest.sessionId(new HttpResponse(200, "OK", "", answer))
                        .ifPresent(id -> assertThat(GRID.asked).contains("DELETE /session/" + id + "?t=" + SECRET));
            }
        }
        assertRefusal(
                new GridRefusal(new Grid(url, new GridMessages(url.secrets())), Optional.of("chrome")).timeout(LIMIT));
    }

    private static void assertRefusal(ChromeUnavailableException refusal) {
        assertThat(refusal).hasMessageStartingWith("The Selenium Grid at http://" + GRID.address());
        assertThat(String.valueOf(refusal.getMessage()).lines().toList())
                .hasSize(2)
                .allSatisfy(GridFuzzTests::assertShown);
    }

    private static void assertShown(String text) {
        assertThat(text)
                .doesNotContain(SECRET)
                .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]")
                .hasSizeLessThan(LONGEST);
    }
}
