package io.github.withcdp.internal.report;

import io.github.withcdp.internal.recording.FilmFrame;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.internal.script.BusyPage;
import io.github.withcdp.recording.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All that is known about a test when its report is written: what was said, what is secret of it, and a value for each {@link ReportField}. */
public final class FailureReport {

    private final Recording recording;
    private final Redaction redaction;
    private final Map<ReportField<?>, Object> values;

    private FailureReport(Recording recording, Redaction redaction, Map<ReportField<?>, Object> values) {
        this.recording = recording;
        this.redaction = redaction;
        this.values = values;
    }

    /**
     * Create a report of which nothing else is known yet.
     *
     * @param recording what was said
     * @param redaction what is taken out of everything before it is written
     */
    public static FailureReport of(Recording recording, Redaction redaction) {
        return new FailureReport(recording, redaction, Map.of());
    }

    /** Return the same with a value for a field. */
    public <T> FailureReport with(ReportField<T> field, T value) {
        var all = new HashMap<>(values);
        all.put(field, value instanceof List<?> list ? List.copyOf(list) : value);
        return new FailureReport(recording, redaction, all);
    }

    /** Return the same with further problems. */
    FailureReport withProblems(List<String> further) {
        var all = new ArrayList<>(problems());
        all.addAll(further);
        return with(ReportField.PROBLEMS, all);
    }

    /** Return the same without secrets in its values, and with another recording. */
    FailureReport redacted(UnaryOperator<String> redactor, Recording copy) {
        var report = of(copy, redaction);
        for (var field : ReportField.ALL) {
            report = copied(field, redactor, report);
        }
        return report;
    }

    private <T> FailureReport copied(ReportField<T> field, UnaryOperator<String> redactor, FailureReport to) {
        return to.with(field, field.redacted(get(field), redactor));
    }

    /** Return the value of a field. */
    @SuppressWarnings("unchecked") // only what has its type is put there with a field
    <T> T get(ReportField<T> field) {
        return (T) values.getOrDefault(field, field.unknown());
    }

    Recording recording() {
        return recording;
    }

    Redaction redaction() {
        return redaction;
    }

    TestDescription test() {
        return get(ReportField.TEST);
    }

    Optional<Failure> failure() {
        return get(ReportField.FAILURE);
    }

    Optional<SourceExcerpt> source() {
        return get(ReportField.SOURCE);
    }

    TestRun run() {
        return get(ReportField.RUN);
    }

    Optional<Duration> failedAt() {
        return get(ReportField.FAILED_AT);
    }

    /** Return when the test had failed or passed, after which all was said for the report; empty if that is not known. */
    Optional<Duration> endedAt() {
        return failedAt().or(() -> get(ReportField.PASSED_AT));
    }

    Duration origin() {
        return get(ReportField.ORIGIN);
    }

    public BrowserDescription browser() {
        return get(ReportField.BROWSER);
    }

    List<Screenshot> screenshots() {
        return get(ReportField.SCREENSHOTS);
    }

    List<PageDom> doms() {
        return get(ReportField.DOMS);
    }

    List<FilmFrame> film() {
        return get(ReportField.FILM);
    }

    List<BusyPage> busyPages() {
        return get(ReportField.BUSY_PAGES);
    }

    Optional<GreenComparison> green() {
        return get(ReportField.GREEN);
    }

    List<String> problems() {
        return get(ReportField.PROBLEMS);
    }

    List<String> remarks() {
        return get(ReportField.REMARKS);
    }

    String chromeLog() {
        return get(ReportField.CHROME_LOG);
    }

    List<SessionTarget> sessions() {
        return get(ReportField.SESSIONS);
    }

    ProtocolDescription protocol() {
        return get(ReportField.PROTOCOL);
    }

    /** Return the title of the test and what became of it: {@code pays once failed}. */
    String heading() {
        return (test().title() + " " + outcome()).strip();
    }

    /** Return in a word what became of the test: {@code failed}, {@code passed}; empty if this is not about a test. */
    String outcome() {
        if (failure().isPresent()) {
            return "failed";
        }
        return test().className().isEmpty() ? "" : "passed";
    }
}
