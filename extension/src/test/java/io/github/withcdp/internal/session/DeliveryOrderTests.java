package io.github.withcdp.internal.session;

import static io.github.withcdp.internal.session.ScriptedBrowser.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.protocol.DetachReason;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whoever learns something from an event finds the sessions as the event says. A thread that waits for one goes on at once, so it does not do to come
 * right after: what is looked at here is what the reader thread itself would find in the middle of the delivery.
 */
@Timeout(60)
class DeliveryOrderTests {

    @AutoClose
    private final ScriptedBrowser browser = ScriptedBrowser.start();

    private final DefaultCDPSession page = (DefaultCDPSession) browser.page;

    @Test
    void of_a_crash() {
        var obstacle =
                whenDelivered("Inspector.targetCrashed", () -> page.state().obstacle());

        browser.event("Inspector.targetCrashed", "{}");

        assertThat(seen(obstacle)).contains("its target crashed");
    }

    @Test
    void of_a_farewell() {
        var reason = whenDelivered("Inspector.detached", page::detachReason);

        browser.event("Inspector.detached", "{\"reason\":\"target_closed\"}");

        assertThat(seen(reason)).contains(DetachReason.TARGET_CLOSED);
    }

    @Test
    void of_a_child_that_comes() {
        var children = whenDelivered("Target.attachedToTarget", () -> List.copyOf(page.children()));

        browser.attached(PAGE, "W1", "T2", "worker", "http://x/w.js", "");

        assertThat(seen(children)).extracting(child -> child.target().url()).containsExactly("http://x/w.js");
    }

    @Test
    void of_a_child_that_goes() {
        browser.attached(PAGE, "W1", "T2", "worker", "http://x/w.js", "");
        var children = whenDelivered("Target.detachedFromTarget", () -> List.copyOf(page.children()));

        browser.detached(PAGE, "W1");

        assertThat(seen(children)).isEmpty();
    }

    /** The page may be brought back by who learns of the crash, and what is then waited for is not what has crashed. */
    @Test
    void ends_only_what_waited_before_the_crash() {
        browser.chrome.silent("A.before").silent("A.after");
        var before = page.sendAsync("A.before", null);
        var ended = new ArrayList<Answer>();
        var unused = whenDelivered("Inspector.targetCrashed", () -> {
            page.state().end().revived();
            page.commands().transmit("A.after", new byte[0]).whenDone(ended::add);
            return true;
        });

        browser.event("Inspector.targetCrashed", "{}");
        var later = whenDelivered("A.later", () -> List.copyOf(ended));
        browser.event("A.later", "{}");

        assertThat(before).failsWithin(30, TimeUnit.SECONDS);
        assertThat(seen(later)).isEmpty();
    }

    /** Have the reader thread look at something when it delivers an event. */
    private <T> CompletableFuture<T> whenDelivered(String method, Supplier<T> look) {
        var seen = new CompletableFuture<T>();
        page.commands().delivery().add(new EventQueue(new AbstractSet<>() {
            @Override
            public boolean contains(Object wanted) {
                if (wanted.equals(method)) {
                    seen.complete(look.get());
                }
                return false;
            }

            @Override
            public Iterator<String> iterator() {
                return Collections.emptyIterator();
            }

            @Override
            public int size() {
                return 0;
            }
        }));
        return seen;
    }

    private static <T> T seen(CompletableFuture<T> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
