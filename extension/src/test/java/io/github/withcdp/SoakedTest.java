package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One test of a soak. Its page numbers what it says, the test what it asks, the server what it is asked; here they are compared. */
final class SoakedTest {

    private static final int AT_ONCE = 40;
    private static final Pattern SAID = Pattern.compile("said by (Soak\\w+-\\d+) #(\\d+)");

    private final SoakRun run;
    private final String id;
    private final SoakFault fault;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile String browser = "";
    private volatile boolean isOver;
    private volatile List<String> recorded = List.of();
    private volatile int said; // as the page has told
    private int asked;
    private int requested;

    SoakedTest(SoakRun run, String id, SoakFault fault) {
        this.run = run;
        this.id = id;
        this.fault = fault;
    }

    String id() {
        return id;
    }

    SoakFault fault() {
        return fault;
    }

    String url(String path) {
        return run.site().url(path, id);
    }

    /** Do what the test is for, in a page of its own. */
    void talk(CDPSession page, CDPBrowser browser, Recording recording) {
        this.browser = ParameterTests.process(browser);
        page.on("Runtime.consoleAPICalled", this::hear);
        try {
            page.navigate(url("/"));
            page.evaluate("self.said = 0; self.say = () => console.log(`said by %s #${said++}`)".formatted(id));
            talk(page);
            fault.happen(this, page, browser);
            talk(page);
        } finally {
            recorded = recording.messages().stream()
                    .filter(RecordedMessage::isEvent)
                    .filter(message -> message.method().equals("Runtime.consoleAPICalled"))
                    .flatMap(message -> said(message.json()))
                    .toList();
            isOver = true;
        }
    }

    private void hear(CDPEvent event) {
        said(event.param("/args/0/value").asString("")).forEach(heard::add);
    }

    private void talk(CDPSession page) {
        page.evaluate("for (let i = 0; i < %d; i++) say()".formatted(AT_ONCE));
        var questions = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> "%s asks #%d".formatted(id, asked++))
                .toList();
        var answers = questions.stream()
                .map(question ->
                        page.sendAsync("Runtime.evaluate", Map.of("expression", "say(); '%s'".formatted(question))))
                .toList();
        assertThat(answers.stream()
                        .map(answer -> answer.join().at("/result/value").asString("")))
                .containsExactlyElementsOf(questions);
        ask(page, "/");
        said = page.evaluate("said").asInt();
    }

    /** Have the page ask the server, and compare how often each believes that it did. */
    void ask(CDPSession page, String path) {
        assertThat(page.evaluate("fetch('%s').then(answer => answer.text()).then(text => (say(), text))"
                                .formatted(url(path)))
                        .asString())
                .isEqualTo("%s was asked for %d times", id, ++requested + 1); // the document was the first
    }

    /** Note that the browser of this test, and of all that run beside it in the same class, is killed. */
    void kills() {
        run.killed(id, browser);
    }

    private static Stream<String> said(String text) {
        return SAID.matcher(text).results().map(match -> match.group(1) + " " + match.group(2));
    }

    /** Return what is not as it should be, now that the test has failed or not. */
    List<String> problems(Optional<Throwable> failure) {
        var problems = new ArrayList<String>();
        boolean isVictim = failure.filter(SoakFault::isOfKilledBrowser).isPresent() && run.wasKilled(id, browser);
        if (!isVictim && !fault.explains(failure, id)) {
            problems.add("%s, but %s"
                    .formatted(fault, failure.map(Throwable::toString).orElse("passed")));
        }
        if (browser.isEmpty()) { // it was killed before the test had begun
            return problems;
        }
        if (!isOver) {
            problems.add("has not ended");
        }
        compare("heard", heard, problems);
        compare("on record", recorded, problems);
        if (!isVictim && !(heard.size() == said && recorded.size() == said)) {
            problems.add("%d said, %d heard, %d on record".formatted(said, heard.size(), recorded.size()));
        }
        failure.ifPresent(thrown -> compare("in the report", reported(thrown, problems), problems));
        return problems;
    }

    /** All that the page has told to have said must be there, in that order, and nothing that another page said. */
    private void compare(String where, List<String> numbers, List<String> problems) {
        var expected = IntStream.range(0, Math.max(said, numbers.size()))
                .mapToObj(i -> id + " " + i)
                .toList();
        if (!numbers.equals(expected)) {
            var other = numbers.stream()
                    .filter(number -> !expected.contains(number))
                    .distinct()
                    .limit(5);
            problems.add("%s are %d of %d, and %s".formatted(where, numbers.size(), said, other.toList()));
        }
    }

    private static List<String> reported(Throwable failure, List<String> problems) {
        try (var lines = Files.lines(FailurePhaseTests.notedFolder(failure).resolve("traffic.jsonl"))) {
            return lines.skip(1) // whose header has what the browser printed, for whichever test
                    .filter(line -> line.contains("\"Runtime.consoleAPICalled\""))
                    .flatMap(SoakedTest::said)
                    .toList();
        } catch (IOException | AssertionError missing) {
            problems.add("no report: " + missing.getMessage());
            return List.of();
        }
    }
}
