package io.github.withcdp.documentation;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.withcdp.CDPBrowser;
import io.github.withcdp.WithCDP;
import io.github.withcdp.assertions.CDPAssertions;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The samples pass, so their reports call nothing unusual, but for what a sample is about, and with {@code strict = warn} have no remark on any name or param. With
 * {@code -Pinterop} those beside other tools are among them.
 */
class FindingsInSamplesTests {

    private static final Path SAMPLES = Path.of("src", "test", "java", "io", "github", "withcdp", "samples");
    private static final Path INTEROP = Path.of("src", "interop", "java", "io", "github", "withcdp", "samples");

    private static final Pattern SAMPLE = Pattern.compile("(?m)^@WithCDP\\b.*\\R(?:@.*\\R)*class ");

    private static final String BANK_REFUSES = "/api/pay was answered with 503";
    private static final String NO_PRICE = "Uncaught TypeError: Cannot read properties of undefined (reading 'price')";

    /** Tests of what goes wrong, or that have the bank refuse, with a part of the first finding of their report. */
    private static final Map<String, String> WRONG_ON_PURPOSE = Map.ofEntries(
            entry("AssertionsTests.a_failed_request_is_told_with_what_failed", BANK_REFUSES),
            entry("AssertionsTests.a_failure_shows_what_the_page_showed_instead", BANK_REFUSES),
            entry("AssertionsTests.nothing_else_goes_wrong", BANK_REFUSES),
            entry("AssertionsTests.the_bank_refuses", BANK_REFUSES),
            entry("AssertionsTests.the_page_shows_what_came_of_it", BANK_REFUSES),
            entry("ConsoleErrorTests.a_picture_that_is_missing_is_an_entry_in_the_log", NO_PRICE),
            entry("ConsoleErrorTests.an_error_on_the_console_comes_with_its_arguments", NO_PRICE),
            entry("ConsoleErrorTests.an_exception_that_nobody_caught_comes_with_its_place", NO_PRICE),
            entry("CoverageTests.finds_the_functions_that_nothing_calls", BANK_REFUSES),
            entry("CrashTests.a_navigation_brings_a_crashed_page_back", "The page about:blank crashed"),
            entry("HttpLoginTests.sees_what_somebody_without_a_password_sees", "/account was answered with 401"),
            entry("InterceptingRequestsTests.blocks_what_a_test_does_not_need", NO_PRICE),
            entry("InterceptingRequestsTests.lets_a_request_fail", "(net::ERR_TIMED_OUT)"),
            entry("LastNightsRecordingTests.", BANK_REFUSES),
            entry("LastNightsRecordingTests.its_report_is_made_again", BANK_REFUSES),
            entry("LastNightsRecordingTests.somebody_has_approved_what_is_said", BANK_REFUSES),
            entry("LastNightsRecordingTests.the_bank_refused_and_nothing_else_went_wrong", BANK_REFUSES),
            entry("LastNightsRecordingTests.the_page_asks_for_the_same_tonight", BANK_REFUSES),
            entry("LastNightsRecordingTests.the_page_talked_to_nobody_else", BANK_REFUSES),
            entry("LastNightsRecordingTests.it_is_told_what_is_different_tonight", BANK_REFUSES),
            entry("LastNightsRecordingTests.nothing_is_different_tonight", BANK_REFUSES),
            entry("LastNightsRecordingTests.the_test_was_answered_each_time", BANK_REFUSES),
            entry("NavigationTests.says_why_a_command_is_refused", "failed: Cannot navigate to invalid URL"),
            entry("NavigationTests.says_why_a_page_cannot_be_loaded", "failed: net::ERR_CONNECTION_REFUSED"),
            entry("NavigationTests.throws_what_the_page_throws", "Runtime.evaluate threw RangeError: too many"),
            entry("NetworkTrafficTests.sees_what_a_request_sends", BANK_REFUSES),
            entry("OfflineAndSlowNetworkTests.a_page_is_offline", "(net::ERR_INTERNET_DISCONNECTED)"),
            entry("TracingTests.writes_a_trace_with_the_marks_of_the_page", BANK_REFUSES),
            entry("TypedProtocolTests.a_wait_has_a_condition_of_params_with_types", BANK_REFUSES),
            entry("TypedProtocolTests.an_assertion_has_it_too", BANK_REFUSES),
            entry("WaitingForEventsTests.waits_for_the_event_that_meets_a_condition", BANK_REFUSES));

    /** The sample of what {@code strict = fail} refuses, which waits in vain with {@code warn}. */
    private static final String REFUSED = "tells_at_once_what_cannot_come(CDPSession)";

    /** What is told of names and params. */
    private static final Pattern REMARK = Pattern.compile(
            "\\b[A-Z]\\w+\\.\\w+ (?:does not exist|is a command|is an event|was in the protocol|has no|needs the param|is deprecated)|\\bThe param \"");

    @TempDir
    Path reports;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES) // as long as all samples together
    void what_passes_has_no_findings() throws IOException {
        assertThat(failed(selectClass(AskingTestCase.class))).isEmpty();
        try (var classes = new SampleClasses("io.github.withcdp.samples")) {
            assertThat(failed(samples(classes))).containsExactly(REFUSED);
        }
        var cards = cards();
        assertThat(cards).hasSizeGreaterThan(80);
        assertThat(cards).flatMap(card -> findings(card).toList()).noneMatch(REMARK.asPredicate());
        assertThat(sent()).contains("Page.navigate", "Page.navigate.url").doesNotContainAnyElementsOf(deprecated());
        var found = new TreeMap<String, String>();
        for (var card : cards) {
            if (passed(card) && !isBesideOthers(card)) {
                findings(card).findFirst().ifPresent(finding -> found.putIfAbsent(name(card), finding));
            }
        }
        assertThat(found)
                .allSatisfy((test, finding) -> assertThat(finding)
                        .as(test)
                        .contains(WRONG_ON_PURPOSE.getOrDefault(test, "nothing, as this is not said to go wrong")));
        assertThat(found).containsKeys(WRONG_ON_PURPOSE.keySet().toArray(String[]::new));
    }

    @Test
    void what_is_wrong_has_findings() {
        assertThat(failed(selectClass(WrongTestCase.class))).isEmpty();

        assertThat(cards())
                .singleElement()
                .satisfies(card -> assertThat(findings(card)).hasSize(3).allMatch(REMARK.asPredicate()));
    }

    /** Return the commands that were sent, and their params: a report tells the most telling findings only. */
    private Set<String> sent() throws IOException {
        var sent = new TreeSet<String>();
        for (var file : named("traffic.jsonl")) {
            for (var command : Recording.read(file).commands()) {
                sent.add(command.method());
                command.tree()
                        .path("params")
                        .propertyNames()
                        .forEach(param -> sent.add(command.method() + "." + param));
            }
        }
        return sent;
    }

    /** Return what the protocol calls deprecated, but for what nothing replaces that a page can send. */
    private static Set<String> deprecated() {
        var deprecated = new TreeSet<String>();
        for (var domain : AskingTestCase.protocol.path("domains")) {
            for (var command : domain.path("commands")) {
                var name = domain.path("domain").stringValue() + "."
                        + command.path("name").stringValue();
                if (command.path("deprecated").asBoolean(false)) {
                    deprecated.add(name);
                }
                command.path("parameters")
                        .valueStream()
                        .filter(param -> param.path("deprecated").asBoolean(false))
                        .forEach(param ->
                                deprecated.add(name + "." + param.path("name").stringValue()));
            }
        }
        assertThat(deprecated).contains("Page.clearGeolocationOverride", "Target.sendMessageToTarget.targetId");
        deprecated.remove("Network.getAllCookies");
        return deprecated;
    }

    /** Sends what the protocol has no longer, or never had. */
    @WithCDP
    static class WrongTestCase {

        @Test
        void is_wrong(CDPSession page) {
            page.send("Page.clearGeolocationOverride");
            page.send("Runtime.evaluate", Map.of("expression", "document.title", "returnByVal", true));
            CDPAssertions.assertThat(page).doesNotReceive("Console.messageAdded");
        }
    }

    /** Asks what the protocol consists of. */
    @WithCDP
    static class AskingTestCase {

        private static volatile JsonNode protocol =
                MissingNode.getInstance(); // JUnit makes the tests, which cannot return it

        @Test
        void asks(CDPBrowser browser) {
            protocol = browser.protocol();
        }
    }

    /** Run tests, each with a report, and return those that have failed. */
    private Stream<String> failed(DiscoverySelector... tests) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "same_thread")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.max-pool-size", "2")
                .configurationParameter("withcdp.report", "always")
                .configurationParameter("withcdp.reports.dir", reports.toString())
                .configurationParameter("withcdp.strict", "warn")
                .selectors(tests)
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(event -> event.getTestDescriptor().getDisplayName());
    }

    private static DiscoverySelector[] samples(SampleClasses classes) {
        return Stream.concat(
                        files(SAMPLES).filter(file -> SAMPLE.matcher(read(file)).find()),
                        files(INTEROP).filter(file -> classes.has(name(file))))
                .filter(file -> file.getFileName().toString().endsWith("Tests.java")) // others fail on purpose
                .map(file -> selectClass(classes.sample(name(file))))
                .toArray(DiscoverySelector[]::new);
    }

    /** What the other tool and the tests before have done to the page is told as well. */
    private static boolean isBesideOthers(JsonNode card) {
        return Files.exists(INTEROP.resolve(name(card).replaceFirst("[$.].*", ".java")));
    }

    private static boolean passed(JsonNode card) {
        return card.path("failure").stringValue().isEmpty();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static Stream<String> findings(JsonNode card) {
        return card.path("unusual").valueStream().map(JsonNode::stringValue);
    }

    private List<JsonNode> cards() {
        return named("report.json").stream()
                .map(file -> JsonMapper.shared().readTree(file.toFile()))
                .toList();
    }

    /** Return the files of a name in the reports. */
    private List<Path> named(String name) {
        try (var all = Files.walk(reports)) {
            return all.filter(file -> file.endsWith(name)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(JsonNode card) {
        var type = card.path("className").stringValue();
        return type.substring(type.lastIndexOf('.') + 1) + "."
                + card.path("methodName").stringValue();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
