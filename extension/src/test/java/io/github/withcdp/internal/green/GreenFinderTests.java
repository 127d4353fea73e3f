package io.github.withcdp.internal.green;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.internal.report.Conversation;
import io.github.withcdp.internal.report.FailureReport;
import io.github.withcdp.internal.report.GreenComparison;
import io.github.withcdp.internal.report.ReportField;
import io.github.withcdp.internal.report.ReportName;
import io.github.withcdp.internal.report.TestDescription;
import io.github.withcdp.internal.report.TestRun;
import io.github.withcdp.internal.report.TrafficSnapshot;
import io.github.withcdp.recording.RecordingDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GreenFinderTests {

    private static final BrowserMajor CHROME = new BrowserMajor("Chrome", "156");
    private static final ReportName NAME = ReportName.of("com.acme.CheckoutTests", "pays", "2", "#2");

    @TempDir
    Path project;

    private final AtomicLong clock = new AtomicLong(1_796_000_000_000L);

    private GreenStore store(String label) {
        return new GreenStore(
                GreenFolders.of(Optional.of(project.resolve("green")), project),
                BranchLabels.of(Optional.of(label).filter(each -> !each.isEmpty()), Map.of(), project),
                () -> clock.addAndGet(GreenStore.FRESH.toMillis()));
    }

    private static Conversation answering(int status) {
        return new Conversation()
                .command(1, PAGE, 1, "Runtime.evaluate", "{\"expression\":\"pay()\"}")
                .result(2, PAGE, 1, "{\"result\":{\"type\":\"number\",\"value\":%d}}".formatted(status));
    }

    private void keep(String label, BrowserMajor browser, String test, int status) throws IOException {
        var report = FailureReport.of(answering(status), Redaction.DEFAULT)
                .with(ReportField.TEST, test(test))
                .with(ReportField.RUN, new TestRun("0123456789abcdef0123456789abcdef01234567", "", "", ""));
        assertThat(store(label).keep(NAME, browser, TrafficSnapshot.of(report))).isEmpty();
    }

    private static TestDescription test(String displayName) {
        return new TestDescription(displayName, "com.acme.CheckoutTests", "pays", "");
    }

    private GreenComparison compare(String label) {
        return new GreenFinder(store(label), NAME, test("[2] card"), CHROME).compare(answering(503));
    }

    private static List<String> lines(GreenComparison green) {
        return green.diff().map(RecordingDiff::toString).orElse("").lines().toList();
    }

    @Test
    void compares_with_the_last_three() throws IOException {
        keep("main", CHROME, "[2] card", 200);
        keep("main", CHROME, "[2] card", 200);
        keep("main", CHROME, "[2] card", 200);

        var green = compare("main");

        assertThat(green.with())
                .isEqualTo(
                        "Compared with the last green run, of 1970-01-01 00:00:00 UTC, commit 0123456789, with the label main, Chrome 156; what differs between it and the two before is explained");
        assertThat(lines(green))
                .containsExactly("1 difference", "  Runtime.evaluate pay(): /result/result/value is 503, was 200");
    }

    @Test
    void learns_from_them_what_differs_anyway() throws IOException {
        keep("main", CHROME, "[2] card", 201);
        keep("main", CHROME, "[2] card", 200);

        assertThat(lines(compare("main"))).containsExactly("No difference (1 more are explained)");
    }

    @Test
    void says_that_there_is_one_only() throws IOException {
        keep("main", CHROME, "[2] card", 200);

        var green = compare("main");

        assertThat(green.with()).endsWith(", with the label main, Chrome 156");
        assertThat(lines(green))
                .contains("  Note: There is one green run only: what differs in every run is not known from it");
    }

    @Test
    void says_what_is_not_the_same() throws IOException {
        keep("", new BrowserMajor("HeadlessChrome", "156"), "[2] cash", 200);
        keep("", new BrowserMajor("HeadlessChrome", "156"), "[2] cash", 200);

        assertThat(lines(compare("pay")))
                .containsExactly(
                        "1 difference",
                        "  Runtime.evaluate pay(): /result/result/value is 503, was 200",
                        "  Note: There is no green run with the label pay, so that it is compared with one without a label",
                        "  Note: The browser is another one: Chrome 156 instead of HeadlessChrome 156",
                        "  Note: The green run is of \"[2] cash\"");
    }

    @Test
    void says_that_there_is_none() {
        assertThat(compare("main"))
                .isEqualTo(new GreenComparison("There is no green run of this test to compare with", Optional.empty()));
    }

    @Test
    void goes_on_with_those_that_can_be_read() throws IOException {
        keep("main", CHROME, "[2] card", 200);
        keep("main", CHROME, "[2] card", 200);
        var files = store("main").newest(NAME, CHROME).orElseThrow().newestFirst();
        var cut = files.get(0);
        var bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(lines(compare("main")))
                .contains("  Runtime.evaluate pay(): /result/result/value is 503, was 200")
                .anyMatch(line -> line.startsWith("  Note: A green run cannot be read: " + cut));

        Files.writeString(files.get(1), "no recording");

        assertThat(compare("main").with())
                .startsWith("No green run of this test can be read: A green run cannot be read: " + cut)
                .endsWith("and is \"no recording\"");
        assertThat(compare("main").diff()).isEmpty();
    }
}
