package io.github.withcdp.internal.report;

import io.github.withcdp.internal.recording.FilmFrame;
import io.github.withcdp.internal.recording.RecordingInfo;
import io.github.withcdp.internal.script.BusyPage;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One thing that a report knows besides its messages, and all that has to be said about it: what it is if nobody knows it, what is left of
 * it without secrets, and how it is written into the header of {@code traffic.jsonl} and read from it, so that a report can be made again from
 * that file alone.
 */
public final class ReportField<T> {

    /** Which test it was. */
    public static final ReportField<TestDescription> TEST = new ReportField<>(
            "test",
            TestDescription.NONE,
            TestDescription::redacted,
            test -> Optional.of(test.json()),
            (test, source) -> source.info().report().isEmpty() ? ofNoTest(source) : TestDescription.read(test));

    /** Why it failed; empty if it passed and is reported nevertheless. */
    public static final ReportField<Optional<Failure>> FAILURE = new ReportField<>(
            "failure",
            Optional.empty(),
            (failure, redactor) -> failure.map(each -> each.redacted(redactor)),
            failure -> failure.map(Failure::json),
            (failure, source) -> Optional.of(failure).filter(JsonNode::isObject).map(Failure::read));

    /** The lines of the test's source around the one in which it failed; empty if they are not known. */
    public static final ReportField<Optional<SourceExcerpt>> SOURCE = new ReportField<>(
            "source",
            Optional.empty(),
            (excerpt, redactor) -> excerpt.map(each -> each.redacted(redactor)),
            excerpt -> excerpt.map(SourceExcerpt::json),
            (excerpt, source) -> Optional.of(excerpt).filter(JsonNode::isObject).map(SourceExcerpt::read));

    /** When that was noticed, in the time of the recording: what was said later was said for the report; empty if it passed. */
    public static final ReportField<Optional<Duration>> FAILED_AT = new ReportField<>(
            "failedAt",
            Optional.empty(),
            ReportField::asItIs,
            time -> time.map(ReportField::nanos),
            (time, source) -> HeaderJson.readTime(time));

    /** When a test that passed had ended, in the time of the recording: what was said later was said for the report; empty if it failed. */
    public static final ReportField<Optional<Duration>> PASSED_AT = new ReportField<>(
            "passedAt",
            Optional.empty(),
            ReportField::asItIs,
            time -> time.map(ReportField::nanos),
            (time, source) -> HeaderJson.readTime(time));

    /** What counts as second 0 of the test, in the time of the recording. */
    public static final ReportField<Duration> ORIGIN = new ReportField<>(
            "origin",
            Duration.ZERO,
            ReportField::asItIs,
            time -> Optional.of(nanos(time)),
            (time, source) -> HeaderJson.readTime(time).orElseGet(source::begin));

    /** What the test ran with. */
    public static final ReportField<TestRun> RUN = new ReportField<>(
            "run",
            TestRun.UNKNOWN,
            ReportField::asItIs,
            run -> Optional.of(run.json()),
            (run, source) -> TestRun.read(run));

    /** Which browser it was. */
    public static final ReportField<BrowserDescription> BROWSER = new ReportField<>(
            "browser",
            BrowserDescription.UNKNOWN,
            BrowserDescription::redacted,
            browser -> Optional.of(browser.json()),
            (browser, source) -> BrowserDescription.read(browser, source.info().browser()));

    /** The sessions of the test and what they talked to, in the order in which it got them. */
    public static final ReportField<List<SessionTarget>> SESSIONS = ofList(
            "sessions",
            SessionTarget::redacted,
            SessionTarget::json,
            (sessions, source) -> sessions.isArray()
                    ? HeaderJson.readList(sessions, SessionTarget::read)
                    : AttachedSessions.in(source.messages()));

    /** The pages of the test, in the order in which it got them. */
    public static final ReportField<List<Screenshot>> SCREENSHOTS = ofList(
            "screenshots",
            Screenshot::redacted,
            Screenshot::json,
            (shots, source) -> CapturedAnswers.read(shots, source.answers().screenshots(), Screenshot::read));

    /** The documents of the pages, in the same order, then those of frames from other sites. */
    public static final ReportField<List<PageDom>> DOMS = ofList(
            "doms",
            PageDom::redacted,
            PageDom::json,
            (doms, source) -> CapturedAnswers.read(doms, source.answers().documents(), PageDom::read));

    /** Pictures of the pages from the time before, in the order of their times. Like all pictures they are as they were. */
    public static final ReportField<List<FilmFrame>> FILM = ofList(
            "film",
            ReportField::asItIs,
            FilmFrameJson::json,
            (frames, source) -> HeaderJson.readList(frames, FilmFrameJson::read).stream()
                    .flatMap(Optional::stream)
                    .toList());

    /** The pages that did not answer any more, and what they executed. */
    public static final ReportField<List<BusyPage>> BUSY_PAGES = ofList(
            "busyPages",
            BusyPageJson::redacted,
            BusyPageJson::json,
            (pages, source) -> HeaderJson.readList(pages, BusyPageJson::read));

    /** What is different from the last times that the test passed; empty if nobody has compared it. */
    public static final ReportField<Optional<GreenComparison>> GREEN = new ReportField<>(
            "green",
            Optional.empty(),
            (green, redactor) -> green.map(each -> each.redacted(redactor)),
            green -> green.map(GreenComparison::json),
            (green, source) -> Optional.of(green).filter(JsonNode::isObject).map(GreenComparison::read));

    /** What could not be had for the report besides, a sentence each. */
    public static final ReportField<List<String>> PROBLEMS = new ReportField<>(
            "problems",
            List.of(),
            (problems, redactor) -> problems.stream().map(redactor).toList(),
            problems -> Optional.of(HeaderJson.texts(problems)),
            (problems, source) -> HeaderJson.readTexts(problems));

    /** How the test was run if not as usual, replayed or served, a sentence each. */
    public static final ReportField<List<String>> REMARKS = new ReportField<>(
            "remarks",
            List.of(),
            (remarks, redactor) -> remarks.stream().map(redactor).toList(),
            remarks -> remarks.isEmpty() ? Optional.empty() : Optional.of(HeaderJson.texts(remarks)),
            (remarks, source) -> HeaderJson.readTexts(remarks));

    /** What somebody sent from the monitor while the test ran. */
    public static final ReportField<SentByHand> SENT_BY_HAND = new ReportField<>(
            "sentByHand",
            SentByHand.NOTHING,
            ReportField::asItIs,
            SentByHand::json,
            (sequences, source) -> SentByHand.read(sequences));

    /** The commands that run the test again from this report; empty if it cannot be. */
    public static final ReportField<List<String>> REPLAY = new ReportField<>(
            "replay",
            List.of(),
            (commands, redactor) -> commands.stream().map(redactor).toList(),
            commands -> commands.isEmpty() ? Optional.empty() : Optional.of(HeaderJson.texts(commands)),
            (commands, source) -> HeaderJson.readTexts(commands));

    /** How the browser ended, if it did, and nobody here had asked for that; else empty. */
    public static final ReportField<String> BROWSER_END = new ReportField<>(
            "browserEnd",
            "",
            (end, redactor) -> redactor.apply(end),
            end -> Optional.of(end).filter(text -> !text.isEmpty()).map(JsonNodeFactory.instance::stringNode),
            (end, source) -> HeaderJson.text(end));

    /** What the browser printed, or its last part; may be empty. */
    public static final ReportField<String> CHROME_LOG = new ReportField<>(
            "chromeLog",
            "",
            (log, redactor) -> redactor.apply(log),
            log -> Optional.of(JsonNodeFactory.instance.stringNode(HeaderJson.tail(log))),
            (log, source) -> HeaderJson.text(log));

    /** What the browser says about its commands and events. */
    public static final ReportField<ProtocolDescription> PROTOCOL = new ReportField<>(
            "protocol",
            ProtocolDescription.UNKNOWN,
            ReportField::asItIs,
            protocol -> Optional.of(protocol.json()),
            (protocol, source) -> ProtocolDescription.read(protocol));

    /** All of them, in the order of the header. One that is missing here is not in any file of a report. */
    static final List<ReportField<?>> ALL = List.of(
            TEST,
            FAILURE,
            SOURCE,
            FAILED_AT,
            PASSED_AT,
            ORIGIN,
            RUN,
            BROWSER,
            SESSIONS,
            SCREENSHOTS,
            DOMS,
            FILM,
            BUSY_PAGES,
            GREEN,
            PROBLEMS,
            REMARKS,
            SENT_BY_HAND,
            REPLAY,
            BROWSER_END,
            CHROME_LOG,
            PROTOCOL);

    private final String name;
    private final T unknown;
    private final BiFunction<T, UnaryOperator<String>, T> redaction;
    private final Function<T, Optional<JsonNode>> writer;
    private final BiFunction<JsonNode, FieldSource, T> reader;

    private ReportField(
            String name,
            T unknown,
            BiFunction<T, UnaryOperator<String>, T> redaction,
            Function<T, Optional<JsonNode>> writer,
            BiFunction<JsonNode, FieldSource, T> reader) {
        this.name = name;
        this.unknown = unknown;
        this.redaction = redaction;
        this.writer = writer;
        this.reader = reader;
    }

    private static <E> ReportField<List<E>> ofList(
            String name,
            BiFunction<E, UnaryOperator<String>, E> redaction,
            Function<E, JsonNode> writer,
            BiFunction<JsonNode, FieldSource, List<E>> reader) {
        return new ReportField<>(
                name,
                List.of(),
                (all, redactor) -> all.stream()
                        .map(each -> redaction.apply(each, redactor))
                        .toList(),
                all -> Optional.of(HeaderJson.list(all, writer)),
                reader);
    }

    /** What a report is made again from: what its recording knows, with the header, and the messages. */
    record FieldSource(RecordingInfo info, List<RecordedMessage> messages, CapturedAnswers answers) {

        Duration begin() {
            return messages.isEmpty() ? Duration.ZERO : messages.get(0).elapsed();
        }
    }

    String name() {
        return name;
    }

    T unknown() {
        return unknown;
    }

    /** Return a value without its secrets. */
    T redacted(T value, UnaryOperator<String> redactor) {
        return redaction.apply(value, redactor);
    }

    /** Return a value as it is written into a header; empty if it is left out. */
    Optional<JsonNode> json(T value) {
        return writer.apply(value);
    }

    T read(FieldSource source) {
        return reader.apply(source.info().report().path(name), source);
    }

    private static <V> V asItIs(V value, UnaryOperator<String> redactor) {
        return value;
    }

    private static JsonNode nanos(Duration time) {
        return JsonNodeFactory.instance.numberNode(time.toNanos());
    }

    private static TestDescription ofNoTest(FieldSource source) {
        var info = source.info();
        return new TestDescription(
                "A recording of %s, begun %s"
                        .formatted(info.browser().isEmpty() ? "a browser" : info.browser(), info.started()),
                "",
                "",
                "");
    }

    @Override
    public String toString() {
        return name;
    }
}
