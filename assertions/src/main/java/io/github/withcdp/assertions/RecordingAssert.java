package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.error.ShouldBeComplete;
import io.github.withcdp.assertions.internal.error.ShouldBeLike;
import io.github.withcdp.assertions.internal.error.ShouldHaveAnsweredCommands;
import io.github.withcdp.assertions.internal.error.ShouldHaveSent;
import io.github.withcdp.assertions.internal.error.ShouldHaveSentInOrder;
import io.github.withcdp.assertions.internal.error.ShouldNotHaveSent;
import io.github.withcdp.assertions.internal.evidence.ApprovedOutline;
import io.github.withcdp.assertions.internal.evidence.ClosestMatches;
import io.github.withcdp.assertions.internal.evidence.EventEvidence;
import io.github.withcdp.assertions.internal.evidence.FoundList;
import io.github.withcdp.assertions.internal.evidence.ListWording;
import io.github.withcdp.assertions.internal.evidence.MissingEventHint;
import io.github.withcdp.assertions.internal.evidence.PageFailures;
import io.github.withcdp.assertions.internal.evidence.RecordedCommands;
import io.github.withcdp.assertions.internal.evidence.RedirectChains;
import io.github.withcdp.assertions.internal.match.EventCounter;
import io.github.withcdp.assertions.internal.match.EventMatcher;
import io.github.withcdp.assertions.internal.match.EventOrder;
import io.github.withcdp.assertions.internal.match.EventPattern;
import io.github.withcdp.assertions.internal.match.IgnoredDifferences;
import io.github.withcdp.assertions.internal.match.KnownNames;
import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.assertions.internal.text.ShownConsole;
import io.github.withcdp.assertions.internal.text.ShownExchange;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.protocol.Command;
import io.github.withcdp.protocol.EventType;
import io.github.withcdp.protocol.JsonPointers;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a recording, that of the running test as well as one that {@link Recording#read} brings back.
 * They judge at once, on what is there by then.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class RecordingAssert extends AbstractEventsAssert<RecordingAssert, Recording> {

    private IgnoredDifferences ignored = IgnoredDifferences.NONE;

    /** Create an assertion about a recording. */
    protected RecordingAssert(@Nullable Recording actual) {
        super(actual, RecordingAssert.class);
    }

    @Override
    CapturedEvents capturedEvents() {
        return actual.events();
    }

    @Override
    String incompleteBecause() {
        return actual.incompleteBecause();
    }

    @Override
    List<String> suspicions(EventPattern missing) {
        return MissingEventHint.in(actual, missing);
    }

    /**
     * Verify that a command was sent whose params meet all conditions.
     *
     * <pre>{@code
     * page.navigate("https://shop.example/");
     *
     * assertThat(page.recording()).sent("Page.navigate", param("/url", "https://shop.example/")); // passes
     * assertThat(page.recording()).sent("Page.reload"); // fails
     * }</pre>
     *
     * @throws AssertionError if it was not; the message shows the commands that are closest
     * @throws IllegalArgumentException if the name has no domain
     */
    public RecordingAssert sent(String command, EventCondition... conditions) {
        return verifySent(pattern(command, conditions));
    }

    /**
     * Verify that this command was sent: its method with each of its params, which may have had others beside them.
     *
     * <pre>{@code
     * page.send(Page.navigate("https://shop.example/").referrer("https://news.example/"));
     *
     * assertThat(page.recording()).sent(Page.navigate("https://shop.example/")); // passes
     * assertThat(page.recording()).sent(Page.navigate("https://shop.example/cart")); // fails
     * }</pre>
     *
     * @throws AssertionError if it was not; the message shows the commands that are closest
     */
    public RecordingAssert sent(Command<?> command) {
        return verifySent(pattern(command));
    }

    private RecordingAssert verifySent(EventPattern pattern) {
        if (count(pattern) == 0) {
            throwAssertionError(ShouldHaveSent.shouldHaveSent(
                    actual,
                    pattern.lines(),
                    EventEvidence.ofCommands(RecordedCommands.of(actual)).insteadOf(pattern)));
        }
        return myself;
    }

    /**
     * Verify that no command was sent whose params meet all conditions.
     *
     * <pre>{@code
     * assertThat(page.recording()).doesNotSend("Fetch.enable"); // passes if no request was intercepted
     * assertThat(page.recording()).doesNotSend("Page.navigate"); // fails after page.navigate(…)
     * }</pre>
     *
     * @throws AssertionError if there was one; the message shows the first
     * @throws IllegalArgumentException if the name has no domain
     */
    public RecordingAssert doesNotSend(String command, EventCondition... conditions) {
        return verifyNotSent(pattern(command, conditions));
    }

    /**
     * Verify that this command was not sent: no command with its method had all of its params.
     *
     * <pre>{@code
     * page.send(Page.navigate("https://shop.example/"));
     *
     * assertThat(page.recording()).doesNotSend(Page.navigate("https://shop.example/cart")); // passes
     * assertThat(page.recording()).doesNotSend(Page.navigate("https://shop.example/")); // fails
     * }</pre>
     *
     * @throws AssertionError if it was; the message shows the first
     */
    public RecordingAssert doesNotSend(Command<?> command) {
        return verifyNotSent(pattern(command));
    }

    private RecordingAssert verifyNotSent(EventPattern pattern) {
        int count = count(pattern);
        if (count > 0) {
            throwAssertionError(ShouldNotHaveSent.shouldNotHaveSent(
                    actual,
                    pattern.lines(),
                    count,
                    EventEvidence.ofCommands(RecordedCommands.of(actual)).first(pattern)));
        }
        verifyComplete("not to have sent " + pattern.words());
        return myself;
    }

    private EventPattern pattern(String command, EventCondition... conditions) {
        return checked(EventCondition.pattern(command, conditions));
    }

    private EventPattern pattern(Command<?> command) {
        return checked(EventCondition.pattern(command));
    }

    private EventPattern checked(EventPattern pattern) {
        isNotNull();
        return KnownNames.ofCommands(actual).checked(pattern);
    }

    private int count(EventPattern pattern) {
        return new EventCounter(pattern, RecordedCommands.of(actual), TargetLookup.UNKNOWN).count();
    }

    /**
     * Verify that commands were sent in this order; others may come in between.
     *
     * <pre>{@code
     * assertThat(page.recording()).sentInOrder("Network.enable", "Page.navigate"); // passes
     * assertThat(page.recording()).sentInOrder("Page.navigate", "Network.enable"); // fails
     * }</pre>
     *
     * @throws AssertionError if they were not; the message shows where the order broke
     * @throws IllegalArgumentException if a name has no domain
     */
    public RecordingAssert sentInOrder(String... commands) {
        return verifySentInOrder(EventPattern.all(commands));
    }

    /**
     * Verify that commands which meet these conditions were sent in this order; others may come in between.
     *
     * <pre>{@code
     * assertThat(page.recording()).sentInOrder(
     *         event("Page.navigate", param("/url", "about:blank")), event("Page.reload")); // passes
     * assertThat(page.recording()).sentInOrder(event("Page.reload"), event("Page.reload")); // fails after one reload
     * }</pre>
     *
     * @throws AssertionError if they were not; the message shows where the order broke
     */
    public RecordingAssert sentInOrder(EventCondition... commands) {
        return verifySentInOrder(EventCondition.matchers(commands));
    }

    /**
     * Verify that these commands were sent in this order, each with its params; others may come in between.
     *
     * <pre>{@code
     * assertThat(page.recording()).sentInOrder(Network.enable(), Page.navigate("about:blank")); // passes
     * assertThat(page.recording()).sentInOrder(Page.navigate("about:blank"), Network.enable()); // fails
     * }</pre>
     *
     * @throws AssertionError if they were not; the message shows where the order broke
     */
    public RecordingAssert sentInOrder(Command<?>... commands) {
        return verifySentInOrder(EventCondition.patterns(commands));
    }

    private RecordingAssert verifySentInOrder(List<? extends EventMatcher> expected) {
        isNotNull();
        var commands = RecordedCommands.of(actual);
        var order = new EventOrder(KnownNames.ofCommands(actual).checked(expected), commands, TargetLookup.UNKNOWN);
        if (!order.isComplete()) {
            var evidence = new ArrayList<>(order.tooEarly());
            evidence.addAll(
                    order.missing() instanceof EventPattern pattern
                            ? EventEvidence.ofCommands(commands).insteadOf(pattern)
                            : EventEvidence.ofCommands(commands).tally());
            throwAssertionError(ShouldHaveSentInOrder.shouldHaveSentInOrder(actual, order.lines(), evidence));
        }
        return myself;
    }

    /**
     * Verify that Chrome has answered every command, with a result or an error.
     *
     * <pre>{@code
     * page.send("Page.reload");
     * assertThat(page.recording()).allCommandsAnswered(); // passes
     *
     * page.sendAsync("Runtime.evaluate", Map.of("expression", "while (true);"));
     * assertThat(page.recording()).allCommandsAnswered(); // fails
     * }</pre>
     *
     * @throws AssertionError if a command has no answer; the message names it
     */
    public RecordingAssert allCommandsAnswered() {
        isNotNull();
        var commands = actual.commands(); // before the answers, so that none is missed in a recording that goes on
        var answers = RecordedCommands.answers(actual);
        var unanswered = commands.stream()
                .filter(command -> command.id().isEmpty()
                        || !answers.containsKey(command.id().getAsInt()))
                .map(command -> "#%d %s in session %s, sent after %s"
                        .formatted(
                                command.id().orElse(0),
                                ShownText.text(command.method(), ShownText.VALUE),
                                command.session().shortened(),
                                Durations.format(command.elapsed())))
                .toList();
        if (!unanswered.isEmpty()) {
            throwAssertionError(ShouldHaveAnsweredCommands.shouldHaveAnsweredCommands(
                    actual, unanswered.size(), commands.size(), ShownText.firstOf(unanswered)));
        }
        verifyComplete("to have an answer to each command");
        return myself;
    }

    /**
     * Go on with assertions about how a command fared. They hold if it was sent, and for each time that it was.
     *
     * <pre>{@code
     * assertThat(page.recording()).command("Page.navigate").tookLessThan(ofSeconds(2)); // passes if each navigation was quick
     * assertThat(page.recording()).command("Page.reload").succeeded(); // fails if it was never sent
     * }</pre>
     *
     * @throws IllegalArgumentException if the name has no domain
     */
    public CommandAssert command(String command) {
        return fareOf(pattern(command));
    }

    /**
     * Go on with assertions about how this command fared: those of its method that had each of its params.
     *
     * <pre>{@code
     * assertThat(page.recording()).command(Page.navigate("about:blank")).tookLessThan(ofSeconds(2)); // passes if it was quick
     * assertThat(page.recording()).command(Page.reload()).succeeded(); // fails if it was never sent
     * }</pre>
     */
    public CommandAssert command(Command<?> command) {
        return fareOf(pattern(command));
    }

    private CommandAssert fareOf(EventPattern pattern) {
        // By way of an InstanceOfAssertFactory, because that is how soft assertions stay soft.
        return asInstanceOf(new InstanceOfAssertFactory<>(
                Recording.class, recording -> new CommandAssert(new SentCommands(recording, pattern))));
    }

    // --- The network and the console

    /**
     * Go on with the requests on record, in whichever session. The browser's own request for {@code /favicon.ico} does not count.
     *
     * <pre>{@code
     * assertThat(recording).requests().isNotEmpty(); // passes
     * assertThat(recording).requests().hasSize(100); // fails
     * }</pre>
     */
    public final ExchangesAssert requests() {
        return requests(RequestConditions.request("**"));
    }

    /**
     * Go on with the requests on record, in whichever session, that are like this. Each hop of a redirect is a request of its own. The browser's own request for {@code /favicon.ico} counts only if the
     * condition names it: {@code get("https://shop.example/favicon.ico")}.
     *
     * <pre>{@code
     * assertThat(recording).requests(get("https://shop.example/api/users/*")).hasSize(1).first().hasStatus(200); // passes
     * assertThat(recording).requests(post("https://shop.example/api/users/*")).hasSize(1); // fails
     * }</pre>
     *
     * @see RequestConditions
     */
    public final ExchangesAssert requests(RequestCondition condition) {
        isNotNull();
        return asInstanceOf(new InstanceOfAssertFactory<>(
                Recording.class, recording -> new ExchangesAssert(found(recording, condition))));
    }

    /**
     * Verify that each request on record, in whichever session, is like one of these.
     * What is in the browser itself does not count ({@code data:}, {@code blob:}, {@code about:}, {@code chrome-extension:}, {@code devtools:} and the like),
     * nor does its own request for {@code /favicon.ico}; a WebSocket does, as {@code wss:}. Each hop of a redirect is a request of its own.
     *
     * <pre>{@code
     * assertThat(recording).hasOnlyRequests(request("https://shop.example/**"), request("wss://shop.example/**")); // passes
     * assertThat(recording).hasOnlyRequests(request("https://shop.example/**").withMethod("GET")); // fails after a POST
     * }</pre>
     *
     * @throws AssertionError if there is another one
     * @throws IllegalArgumentException without conditions
     */
    public RecordingAssert hasOnlyRequests(RequestCondition... conditions) {
        isNotNull();
        var allowed = RequestConditions.anyOf(conditions);
        asInstanceOf(new InstanceOfAssertFactory<>(
                        Recording.class,
                        recording -> new ExchangesAssert(found(
                                recording,
                                ListWording.OTHER_REQUESTS,
                                RequestConditions.otherThan(allowed),
                                RequestCondition.lines(allowed)))))
                .isEmpty();
        return myself;
    }

    private static FoundList<Exchange> found(Recording recording, RequestCondition condition) {
        return found(recording, ListWording.REQUESTS, condition, condition.lines());
    }

    private static FoundList<Exchange> found(
            Recording recording, ListWording words, RequestCondition condition, List<String> lines) {
        var all = RedirectChains.of(recording.exchanges());
        return new FoundList<>(
                recording,
                words,
                lines,
                all.stream().filter(condition::counts).toList(),
                new ClosestMatches<>(all, condition::checks, ShownExchange::line, words.noun(), "was made"),
                MissingEventHint.in(recording, EventPattern.of(words.event())));
    }

    /**
     * Verify that no request has failed: got no response because of an error, or one with a status of 400 or above.
     * One that was cancelled has not failed, and the browser's own for {@code /favicon.ico} does not count.
     *
     * <pre>{@code
     * assertThat(recording).hasNoFailedRequests(); // passes
     * assertThat(Recording.read(lastNight)).hasNoFailedRequests(); // fails
     * }</pre>
     *
     * @throws AssertionError if one has
     */
    public RecordingAssert hasNoFailedRequests() {
        return verifyNoFailedRequests(List.of());
    }

    /**
     * Verify as {@link #hasNoFailedRequests()} does, with exceptions to the rule: requests whose URL matches one of these patterns may fail.
     *
     * <pre>{@code
     * assertThat(Recording.read(lastNight)).hasNoFailedRequestsExcept("https://shop.example/api/*"); // passes
     * assertThat(Recording.read(lastNight)).hasNoFailedRequestsExcept("https://ads.example/**"); // fails
     * }</pre>
     *
     * @throws AssertionError if another one has
     */
    public RecordingAssert hasNoFailedRequestsExcept(String... urls) {
        return verifyNoFailedRequests(RequestConditions.requests(urls));
    }

    /**
     * Verify as {@link #hasNoFailedRequests()} does, with exceptions to the rule: requests that are like one of these may fail.
     *
     * <pre>{@code
     * assertThat(Recording.read(lastNight)).hasNoFailedRequestsExcept(post("https://shop.example/api/*").withStatus(503)); // passes
     * assertThat(Recording.read(lastNight)).hasNoFailedRequestsExcept(post("https://shop.example/api/*").withStatus(500)); // fails
     * }</pre>
     *
     * @throws AssertionError if another one has
     */
    public RecordingAssert hasNoFailedRequestsExcept(RequestCondition... conditions) {
        return verifyNoFailedRequests(List.of(conditions));
    }

    private RecordingAssert verifyNoFailedRequests(List<RequestCondition> conditions) {
        isNotNull();
        var except = RequestCondition.exemption(conditions);
        PageFailures.ofRequests(actual, actual.exchanges(), except).ifPresent(failure -> throwAssertionError(failure));
        verifyComplete("to have no failed requests");
        return myself;
    }

    /**
     * Go on with the frames of WebSockets on record, in whichever session, that are like this.
     *
     * <pre>{@code
     * assertThat(recording).webSocketFrames(receivedFrame("wss://shop.example/live")).hasSize(2).last().textAsJson().node("price").isEqualTo(7); // passes
     * assertThat(recording).webSocketFrames(sentFrame("wss://ads.example/**")).isNotEmpty(); // fails
     * }</pre>
     *
     * @see FrameConditions
     */
    public final StreamFramesAssert webSocketFrames(FrameCondition condition) {
        return frames(ListWording.FRAMES, condition, false);
    }

    /**
     * Go on with the messages of EventSources on record, in whichever session, that are like this.
     *
     * <pre>{@code
     * assertThat(recording).eventSourceMessages(receivedFrame("https://shop.example/news").withEvent("price")).first().hasText("7"); // passes
     * assertThat(recording).eventSourceMessages(receivedFrame("https://ads.example/**")).isNotEmpty(); // fails
     * }</pre>
     *
     * @see FrameConditions
     */
    public final StreamFramesAssert eventSourceMessages(FrameCondition condition) {
        return frames(ListWording.EVENT_SOURCE_MESSAGES, condition, true);
    }

    private StreamFramesAssert frames(ListWording words, FrameCondition condition, boolean isEventSource) {
        isNotNull();
        return asInstanceOf(new InstanceOfAssertFactory<>(Recording.class, recording -> {
            var all = StreamFrame.in(recording.exchanges(), isEventSource);
            return new StreamFramesAssert(new FoundList<>(
                    recording,
                    words,
                    condition.lines(),
                    all.stream().filter(condition::matches).toList(),
                    new ClosestMatches<>(
                            all, condition::checks, StreamFrame::toString, words.noun(), "was " + words.past()),
                    MissingEventHint.in(recording, EventPattern.of(words.event()))));
        }));
    }

    /**
     * Go on with what is on consoles and in the browser's log, in whichever session.
     *
     * <pre>{@code
     * assertThat(recording).console().hasSize(1).first().hasText("one"); // passes
     * assertThat(recording).console().first().isError(); // fails
     * }</pre>
     */
    public final ConsoleMessagesAssert console() {
        return console(ConsoleConditions.message("*"));
    }

    /**
     * Go on with what is on consoles and in the browser's log, in whichever session, that is like this.
     *
     * <pre>{@code
     * assertThat(recording).console(message("o*")).hasSize(1); // passes
     * assertThat(recording).console(message("two")).hasSize(1); // fails
     * }</pre>
     *
     * @see ConsoleConditions
     */
    public final ConsoleMessagesAssert console(ConsoleCondition condition) {
        isNotNull();
        return asInstanceOf(new InstanceOfAssertFactory<>(
                Recording.class, recording -> new ConsoleMessagesAssert(found(recording, condition))));
    }

    private static FoundList<ConsoleMessage> found(Recording recording, ConsoleCondition condition) {
        var all = recording.console();
        var words = ListWording.CONSOLE;
        return new FoundList<>(
                recording,
                words,
                condition.lines(),
                all.stream().filter(condition::matches).toList(),
                new ClosestMatches<>(all, condition::checks, ShownConsole::line, words.noun(), "was written"),
                MissingEventHint.in(recording, EventPattern.of(words.event())));
    }

    /**
     * Verify that there are no errors on consoles: no {@code console.error} and failed {@code console.assert}, no exception that nobody caught,
     * no error in the browser's log. What is said of the browser's own request for {@code /favicon.ico} does not count, nor a rejection that was
     * handled later.
     *
     * <pre>{@code
     * assertThat(recording).hasNoConsoleErrors(); // passes
     * assertThat(Recording.read(lastNight)).hasNoConsoleErrors(); // fails
     * }</pre>
     *
     * @throws AssertionError if there is one
     */
    public RecordingAssert hasNoConsoleErrors() {
        return verifyNoConsoleErrors(List.of());
    }

    /**
     * Verify as {@link #hasNoConsoleErrors()} does, with exceptions to the rule: errors whose text matches one of these patterns,
     * in which {@code *} stands for anything, may be there.
     *
     * <pre>{@code
     * assertThat(Recording.read(lastNight)).hasNoConsoleErrorsExcept("payment refused: *", "Failed to load resource: *"); // passes
     * assertThat(Recording.read(lastNight)).hasNoConsoleErrorsExcept("out of stock"); // fails
     * }</pre>
     *
     * @throws AssertionError if there is another one
     */
    public RecordingAssert hasNoConsoleErrorsExcept(String... texts) {
        return verifyNoConsoleErrors(ConsoleConditions.messages(texts));
    }

    /**
     * Verify as {@link #hasNoConsoleErrors()} does, with exceptions to the rule: errors that are like one of these may be there.
     *
     * <pre>{@code
     * assertThat(Recording.read(lastNight)).hasNoConsoleErrorsExcept(message("*").from("https://shop.example/**")); // passes
     * assertThat(Recording.read(lastNight)).hasNoConsoleErrorsExcept(message("*").from("https://ads.example/**")); // fails
     * }</pre>
     *
     * @throws AssertionError if there is another one
     */
    public RecordingAssert hasNoConsoleErrorsExcept(ConsoleCondition... conditions) {
        return verifyNoConsoleErrors(List.of(conditions));
    }

    private RecordingAssert verifyNoConsoleErrors(List<ConsoleCondition> conditions) {
        isNotNull();
        var except = ConsoleCondition.exemption(conditions);
        PageFailures.ofConsole(actual, actual.console(), except).ifPresent(failure -> throwAssertionError(failure));
        verifyComplete("to have no console errors");
        return myself;
    }

    // --- Another run

    /**
     * Verify that this recording is like another one of the same test: the same commands in the same order with the same answers, the same requests
     * with what came of them, the same on the consoles. What differs in any two runs does not count, as {@link Recording#diff} has it.
     *
     * <pre>{@code
     * assertThat(page.recording()).isLike(Recording.read(lastNight)); // passes if everything went as it did then
     * assertThat(page.recording()).isLike(Recording.read(ofAnotherTest)); // fails
     * }</pre>
     *
     * @param others further runs: what differs among those that this is compared with does not count
     * @throws AssertionError if something differs; the message tells the first differences
     */
    public RecordingAssert isLike(Recording other, Recording... others) {
        isNotNull();
        var diff = actual.diff(other, others);
        var rest = ignored.rest(diff);
        if (!rest.isEmpty()) {
            var lines = new ArrayList<>(ShownText.firstOf(
                    rest.stream().map(difference -> "  " + difference).toList()));
            diff.notes().forEach(note -> lines.add("Note: " + note));
            throwAssertionError(ShouldBeLike.shouldBeLike(actual, other, rest.size(), lines));
        }
        verifyComplete("to be like another recording");
        return myself;
    }

    /**
     * Verify that this recording has the {@linkplain Recording#outline() outline} that somebody has approved: the text in a file that stands beside the test.
     * If there is no such file, or another text in it, what was recorded is written beside it, with {@code received} in its name: whoever finds it
     * right renames it, and the difference is seen in the pull request.
     *
     * <pre>{@code
     * assertThat(page.recording()).isLikeApproved(Path.of("src/test/resources/checkout.outline.txt")); // passes if that was recorded
     * assertThat(page.recording()).isLikeApproved(Path.of("src/test/resources/new.outline.txt")); // fails the first time
     * }</pre>
     *
     * @throws AssertionError if the outline is another one, or there is no file
     * @throws UncheckedIOException if the file cannot be read, or what was recorded not be written
     */
    public RecordingAssert isLikeApproved(Path file) {
        isNotNull();
        try {
            var approved = new ApprovedOutline(file, actual.outline(), ignored);
            approved.failure(actual).ifPresent(failure -> throwAssertionError(failure));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        verifyComplete("to be like what is approved");
        return myself;
    }

    /**
     * Have the next {@link #isLike} leave out commands and events whose method matches one of these patterns, in which {@code *} stands for anything.
     *
     * <pre>{@code
     * assertThat(recording).ignoringMethods("Emulation.*", "Page.javascriptDialogOpening").isLike(green); // passes
     * assertThat(recording).ignoringMethods("Animation.*").isLike(green); // fails
     * }</pre>
     */
    public RecordingAssert ignoringMethods(String... methods) {
        ignored = ignored.andMethods(methods);
        return myself;
    }

    /**
     * Have the next {@link #isLike} leave out events of these types.
     *
     * <pre>{@code
     * assertThat(recording).ignoringMethods(Page.JAVASCRIPT_DIALOG_OPENING).isLike(green); // passes
     * assertThat(recording).ignoringMethods(Animation.ANIMATION_STARTED).isLike(green); // fails
     * }</pre>
     */
    public RecordingAssert ignoringMethods(EventType<?>... events) {
        return ignoringMethods(Stream.of(events).map(EventType::method).toArray(String[]::new));
    }

    /**
     * Have the next {@link #isLike} leave out requests whose URL matches one of these patterns, and what is said on the console from there.
     *
     * <pre>{@code
     * assertThat(recording).ignoringUrls("https://shop.example/recommendations/**").isLike(green); // passes
     * assertThat(recording).ignoringUrls("https://ads.example/**").isLike(green); // fails
     * }</pre>
     */
    public RecordingAssert ignoringUrls(String... urls) {
        ignored = ignored.andUrls(urls);
        return myself;
    }

    /**
     * Have the next {@link #isLike} leave out values that these JSON pointers lead to, with all that is in them, as a failure shows them; {@code *} stands for anything.
     *
     * <pre>{@code
     * assertThat(recording).ignoringPointers("/response/headers/x-served-by", "/response/body/rank").isLike(green); // passes
     * assertThat(recording).ignoringPointers("/request/headers").isLike(green); // fails
     * }</pre>
     *
     * @throws IllegalArgumentException if one does not start with a slash
     */
    public RecordingAssert ignoringPointers(String... pointers) {
        for (var pointer : pointers) {
            JsonPointers.checked(pointer);
        }
        ignored = ignored.andPointers(pointers);
        return myself;
    }

    /**
     * Verify that no message is missing.
     *
     * <pre>{@code
     * assertThat(recording).isComplete(); // passes
     * assertThat(Recording.read(cutOffFile)).isComplete(); // fails
     * }</pre>
     *
     * @throws AssertionError if messages are missing; the message says why
     */
    public RecordingAssert isComplete() {
        isNotNull();
        if (!actual.isComplete()) {
            throwAssertionError(ShouldBeComplete.shouldBeComplete(actual));
        }
        return myself;
    }
}
