package io.github.withcdp.assertions;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Subscription;
import io.github.withcdp.session.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A session that says what a test has it say, at the moment the test has chosen. */
final class ScriptedSession implements CDPSession {

    final List<RecordedMessage> messages = new CopyOnWriteArrayList<>();
    final List<Consumer<CDPEvent>> handlers = new CopyOnWriteArrayList<>();
    final List<CDPSession> children = new ArrayList<>();
    String incompleteBecause = "";
    private final SessionId id;
    private final List<Consumer<DetachReason>> detachHandlers = new CopyOnWriteArrayList<>();
    private Target target;
    private @Nullable CDPSession parent;
    private volatile @Nullable DetachReason end;
    private String endDetail = "";
    private Runnable whenListenedTo = () -> {};
    private Consumer<String> whenSent = method -> {};
    private final Map<String, String> results = new HashMap<>();

    private ScriptedSession(SessionId id, Target target) {
        this.id = id;
        this.target = target;
    }

    static ScriptedSession page() {
        return new ScriptedSession(Made.PAGE, new Target("T1", "page", "http://localhost/shop"));
    }

    ScriptedSession withWorker() {
        var worker = new ScriptedSession(Made.WORKER, new Target("T2", "worker", "http://localhost/worker.js"));
        worker.parent = this;
        children.add(worker);
        return worker;
    }

    ScriptedSession withFrame() {
        var frame = new ScriptedSession(new SessionId("FRAME"), new Target("T3", "iframe", "http://ads.example/"));
        frame.parent = this;
        children.add(frame);
        return frame;
    }

    static ScriptedSession browser() {
        return new ScriptedSession(SessionId.BROWSER, new Target("", "browser", ""));
    }

    // --- The script

    /** Have something happen when somebody begins to listen, which is after they have looked for the first time. */
    ScriptedSession whenListenedTo(Runnable happening) {
        whenListenedTo = happening;
        return this;
    }

    /** Have something happen before a command is answered; what it throws is the answer. */
    ScriptedSession whenSent(Consumer<String> happening) {
        whenSent = happening;
        return this;
    }

    /** Have a command answered with this. */
    ScriptedSession answer(String method, String result) {
        results.put(method, result);
        return this;
    }

    ScriptedSession receive(String method) {
        return receive(method, "{}");
    }

    ScriptedSession receive(String method, String params) {
        messages.add(Made.event(messages.size(), id, method, params));
        var event = CDPEvent.of(id, method, Made.json(params));
        handlers.forEach(handler -> handler.accept(event));
        return this;
    }

    ScriptedSession say(String method) {
        send(method);
        return this;
    }

    void moveTo(String url) {
        target = new Target(target.id(), target.type(), url);
        receive("Page.frameNavigated", "{\"frame\":{\"id\":\"T1\",\"url\":\"%s\"}}".formatted(url));
    }

    ScriptedSession end(DetachReason reason, String detail) {
        end = reason;
        endDetail = detail;
        detachHandlers.forEach(handler -> handler.accept(reason));
        return this;
    }

    // --- The session

    @Override
    public SessionId id() {
        return id;
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public Optional<String> browserContextId() {
        return Optional.empty();
    }

    @Override
    public JsonNode send(String method) {
        return send(method, null);
    }

    @Override
    public JsonNode send(String method, @Nullable Object params) {
        return send(method, params, Duration.ofSeconds(10));
    }

    @Override
    public JsonNode send(String method, @Nullable Object params, Duration timeout) {
        var reason = end;
        if (reason != null) {
            throw new SessionDetachedException(method, reason, endDetail);
        }
        int number = messages.size() + 1;
        messages.add(Made.command(
                messages.size(),
                id,
                method,
                number,
                JsonMapper.shared().writeValueAsString(params == null ? Map.of() : params)));
        whenSent.accept(method);
        var result = results.getOrDefault(method, "{}");
        messages.add(Made.answer(messages.size(), id, method, number, "\"result\":" + result));
        return Made.json(result);
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of();
    }

    @Override
    public Subscription onEvent(Consumer<CDPEvent> handler) {
        handlers.add(handler);
        whenListenedTo.run();
        return () -> handlers.remove(handler);
    }

    @Override
    public void onDetached(Consumer<DetachReason> handler) {
        detachHandlers.add(handler);
        var reason = end;
        if (reason != null) {
            handler.accept(reason);
        }
    }

    @Override
    public boolean isAttached() {
        return end == null;
    }

    @Override
    public Optional<DetachReason> detachReason() {
        return Optional.ofNullable(end);
    }

    @Override
    public String detachSentence() {
        var reason = end;
        return reason == null ? "" : reason.sentence(endDetail);
    }

    @Override
    public Recording recording() {
        return new MadeRecording(messages, incompleteBecause);
    }

    @Override
    public CapturedEvents events() {
        return recording().events();
    }

    @Override
    public Optional<CDPSession> parent() {
        return Optional.ofNullable(parent);
    }

    @Override
    public List<CDPSession> children() {
        return children;
    }

    // --- What no assertion needs

    @Override
    public <T> T send(String method, @Nullable Object params, Class<T> resultType) {
        throw unexpected();
    }

    @Override
    public CompletableFuture<JsonNode> sendAsync(String method, @Nullable Object params) {
        throw unexpected();
    }

    @Override
    public CompletableFuture<JsonNode> sendAsync(String method, @Nullable Object params, Duration timeout) {
        throw unexpected();
    }

    @Override
    public Subscription on(String event, Consumer<CDPEvent> handler) {
        throw unexpected();
    }

    @Override
    public Subscription once(String event, Consumer<CDPEvent> handler) {
        throw unexpected();
    }

    @Override
    public CDPEvent await(String event) {
        throw unexpected();
    }

    @Override
    public CDPEvent await(String event, Runnable action) {
        throw unexpected();
    }

    @Override
    public CDPEvent await(String event, Predicate<CDPEvent> condition, Runnable action) {
        throw unexpected();
    }

    @Override
    public CDPEvent await(String event, Predicate<CDPEvent> condition, Duration timeout, Runnable action) {
        throw unexpected();
    }

    @Override
    public CDPSession awaitChild(Predicate<Target> condition, Runnable action) {
        throw unexpected();
    }

    @Override
    public CDPSession awaitChild(Predicate<Target> condition, Duration timeout, Runnable action) {
        throw unexpected();
    }

    @Override
    public CDPSession attach(String targetId) {
        throw unexpected();
    }

    @Override
    public void detach() {
        throw unexpected();
    }

    @Override
    public JsonNode navigate(String url) {
        throw unexpected();
    }

    @Override
    public JsonNode navigate(String url, Duration timeout) {
        throw unexpected();
    }

    @Override
    public void awaitLoad() {
        throw unexpected();
    }

    @Override
    public void awaitLoad(Duration timeout) {
        throw unexpected();
    }

    @Override
    public JsonNode evaluate(String expression) {
        throw unexpected();
    }

    @Override
    public JsonNode evaluate(String expression, Duration timeout) {
        throw unexpected();
    }

    @Override
    public <T> T evaluate(String expression, Class<T> type) {
        throw unexpected();
    }

    @Override
    public <T> T evaluate(String expression, Class<T> type, Duration timeout) {
        throw unexpected();
    }

    @Override
    public byte[] screenshot() {
        throw unexpected();
    }

    @Override
    public void pause() {
        throw unexpected();
    }

    /** Assertions look and listen: one that did more than that to the test's own session would be seen here. */
    private static AssertionError unexpected() {
        return new AssertionError("An assertion must not do this to the session of a test");
    }
}
