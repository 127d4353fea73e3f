package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM whose heap is too small for what the browser says. */
@Tag("faults")
class SmallHeapTests {

    @TempDir
    Path directory;

    @Test
    void says_that_the_heap_is_too_small_and_not_that_the_browser_ended() throws Exception {
        assertThat(run("pipe"))
                .contains(
                        "failed: asks_for_much(CDPSession): io.github.withcdp.protocol.SessionDetachedException: Protocol error (Runtime.evaluate): the connection to the browser was lost: out of memory while reading (Java heap space): the heap of this JVM, 256 MiB, is too small for what the browser sent; a larger one is set with -Xmx (in Maven's Surefire <argLine>-Xmx1g</argLine>, in Gradle maxHeapSize)\n")
                .contains("succeeded: 1\n");
    }

    @Test
    void says_the_same_of_what_it_does_not_take_over_a_WebSocket() throws Exception {
        assertThat(run("websocket"))
                .contains(
                        "failed: asks_for_much(CDPSession): io.github.withcdp.protocol.SessionDetachedException: Protocol error (Runtime.evaluate): the connection to the browser was lost: the browser sent a message of more than 64.0 MiB, a quarter of the heap (Payload limit reached.); a larger heap is set with -Xmx\n")
                .contains("succeeded: 1\n");
    }

    @Test
    void says_the_same_of_an_answer_that_can_be_read_but_not_made_a_tree() throws Exception {
        assertThat(new Fork(directory).run(Fork.classPath(), TreeFixture.class, "-Xmx256m", "-Duser.language=de"))
                .contains(
                        "failed: asks_for_a_tree(CDPSession): io.github.withcdp.protocol.CDPException: Protocol error (Runtime.evaluate): the heap of this JVM, 256 MiB, is too small for an answer of 9,")
                .contains("succeeded: 1\n");
    }

    private String run(String transport) throws Exception {
        return new Fork(directory).run(Fork.classPath(), Fixture.class, "-Xmx256m", "-Dwithcdp.transport=" + transport);
    }

    @WithCDP(timeout = "80 s")
    static class TreeFixture {

        @Test
        void asks_for_a_tree(CDPSession page) {
            page.evaluate("new Array(3e6).fill({})");
        }

        @Test
        void asks_for_little(CDPSession page) {
            page.evaluate("1");
        }
    }

    @WithCDP(timeout = "80 s")
    static class Fixture {

        @Test
        void asks_for_much(CDPSession page) {
            page.evaluate("'x'.repeat(220e6)");
        }

        @Test
        void asks_for_little(CDPSession page) {
            page.evaluate("1");
        }
    }
}
