package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;

import io.github.withcdp.internal.spi.AssertedSession.HandlerWatch;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whom a wait hears, and what ends it, when a page has children. */
@Timeout(60)
class SessionEventListenerTests {

    /** For what comes: a test that gets as far as this has failed. */
    private static final Duration LONG = Duration.ofHours(1);

    private final ScriptedSession scripted = ScriptedSession.page();
    private final List<Consumer<CDPSession>> everListened = new ArrayList<>();

    /** What happens when an assertion has looked, and goes on to wait. */
    private Runnable whenWaited = () -> {};

    private final CDPSession page = ProxySession.of(
            scripted,
            Map.of(
                    "watchHandlers",
                            arguments -> new HandlerWatch() {

                                @Override
                                public void check(String subject) {
                                    whenWaited.run();
                                }

                                @Override
                                public void close() {}
                            },
                    "descendants", arguments -> scripted.children,
                    "onDescendant",
                            arguments -> {
                                everListened.add(ProxySession.listener(arguments));
                                return (Subscription) () -> {};
                            },
                    "recordingWithDescendants", arguments -> scripted.recording()));

    private void loads() {
        whenWaited = () -> {};
        scripted.receive("Page.loadEventFired");
    }

    @Test
    void goes_on_when_one_of_several_has_ended() {
        var worker = scripted.withWorker();
        worker.whenListenedTo(() -> worker.end(DetachReason.TARGET_CLOSED, ""));
        whenWaited = this::loads;

        assertThat(page).within(LONG).withChildren().receives("Page.loadEventFired");
    }

    @Test
    void ends_when_all_have_ended() {
        var worker = scripted.withWorker();
        whenWaited = () -> {
            whenWaited = () -> {};
            worker.end(DetachReason.TARGET_CLOSED, "");
            scripted.end(DetachReason.TARGET_CLOSED, "");
        };

        assertThatThrownBy(() -> assertThat(page).within(LONG).withChildren().receives("Page.loadEventFired"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("its target was closed");
    }

    @Test
    void ends_when_a_frame_has_crashed() {
        var frame = scripted.withFrame();
        frame.whenListenedTo(() -> frame.receive("Inspector.targetCrashed"));

        assertThatThrownBy(() -> assertThat(page).within(LONG).withChildren().receives("Page.loadEventFired"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("iframe http://ads.example/: its target crashed");
    }

    /** Nobody can bring it back, so that it is how it ends. */
    @Test
    void goes_on_when_a_worker_has_crashed() {
        var worker = scripted.withWorker();
        worker.whenListenedTo(() -> worker.receive("Inspector.targetCrashed"));
        whenWaited = this::loads;

        assertThat(page).within(LONG).withChildren().receives("Page.loadEventFired");
    }

    /** It may be told of a child while it is closed. */
    @Test
    void does_not_begin_when_it_is_over() {
        scripted.whenListenedTo(() -> scripted.receive("Page.loadEventFired"));
        assertThat(page).within(LONG).receives("Page.loadEventFired");
        scripted.whenListenedTo(() -> scripted.receive("Page.frameResized"));
        assertThat(page).within(LONG).withChildren().receives("Page.frameResized");

        var late = ScriptedSession.page().withWorker();
        assertThat(everListened).hasSize(2).allSatisfy(listener -> {
            listener.accept(late);
            assertThat(late.handlers).isEmpty();
        });
    }
}
