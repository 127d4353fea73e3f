package io.github.withcdp.internal.replay;

import static io.github.withcdp.internal.replay.WrittenRecording.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DivergenceTests {

    private static final String ADVICE =
            "A replay shows what the test and WithCDP do, with what a browser said before; it cannot show what a changed application or a changed test would bring about. If the change is meant, run the test with a browser to record it anew.";

    @TempDir
    Path folder;

    private Path file = Path.of("not-yet");

    private ReplayedTest replay(WrittenRecording recording) {
        file = recording.in(folder);
        var test = ReplayedTest.of(file);
        test.ask("", "Target.createBrowserContext", "{\"disposeOnDetach\":false}");
        test.say("", "Target.createTarget", "{\"url\":\"about:blank\",\"browserContextId\":\"C1\"}");
        test.hear();
        test.hear();
        return test;
    }

    @Test
    void shows_the_recorded_command_that_is_most_like_what_is_said() {
        var recording = WrittenRecording.withPage()
                .asked(PAGE, "Page.navigate", "{\"url\":\"https://acme.com/checkout\",\"referrer\":\"\"}", "{}")
                .asked(PAGE, "Page.navigate", "{\"url\":\"https://other.org/\"}", "{}")
                .event(PAGE, "Page.loadEventFired", "{}");
        try (var test = replay(recording)) {
            test.say(PAGE, "Page.navigate", "{\"url\":\"https://acme.com/basket\",\"referrer\":\"\"}");

            assertThat(test.hear()).isEqualTo("""
                    The replay of com.acme.CheckoutTests.pays_once has left its recording at message 5 (%s).
                    The test says what is not in it:
                      Page.navigate {"url":"https://acme.com/basket","referrer":""} (session 52958323)
                    The recorded command that is most like it, of those that are left, is message 5:
                      Page.navigate {"url":"https://acme.com/checkout","referrer":""} (session 52958323)
                      differs in url: recorded "https://acme.com/checkout", now "https://acme.com/basket"
                    So far 2 of 4 recorded commands have come, and 3 of 6 recorded messages of the browser were said. It goes on with message 5:
                      Page.navigate {"url":"https://acme.com/checkout","referrer":""} (session 52958323)
                    %s""".formatted(file, ADVICE));
            assertThat(test.script.divergence()).isPresent();
            assertThat(test.script.remarks()).isEmpty();
        }
    }

    @Test
    void says_so_if_there_is_none_and_the_recording_ends() {
        try (var test = replay(WrittenRecording.withPage())) {
            test.say("", "Target.getTargets", "{}");

            assertThat(test.hear()).isEqualTo("""
                    The replay of com.acme.CheckoutTests.pays_once has left its recording at its end (%s).
                    The test says what is not in it:
                      Target.getTargets (browser)
                    No command of this method in this session is left in it.
                    So far 2 of 2 recorded commands have come, and 3 of 3 recorded messages of the browser were said. The recording ends here.
                    %s""".formatted(file, ADVICE));
        }
    }

    @Test
    void tells_what_a_test_has_left_out_when_it_goes_on() {
        var recording = WrittenRecording.withPage()
                .asked(PAGE, "Page.reload", "{}", "{}")
                .asked(PAGE, "DOM.enable", "{}", "{}");
        try (var test = replay(recording)) {
            test.say(PAGE, "DOM.enable", "{}");

            assertThat(test.hear()).isEqualTo("""
                    The replay of com.acme.CheckoutTests.pays_once has left its recording at message 5 (%s).
                    The test says
                      DOM.enable (session 52958323)
                    which is message 7, but what is recorded before it has not come within 3 s.
                    So far 3 of 4 recorded commands have come, and 3 of 5 recorded messages of the browser were said. It goes on with message 5:
                      Page.reload (session 52958323)
                    %s""".formatted(file, ADVICE));
        }
    }

    @Test
    void shows_no_more_differences_than_one_can_read_and_nothing_that_does_something_in_a_terminal() {
        var recording = WrittenRecording.withPage()
                .asked(PAGE, "Emulation.set", "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6,\"g\":7}", "{}");
        try (var test = replay(recording)) {
            test.say(PAGE, "Emulation.set", "{\"a\":\"\\u001b[31m\"}");

            assertThat(test.hear()).contains("""
                              differs in a: recorded 1, now "\\u001B[31m"
                              differs in b: recorded 2, now nothing
                              differs in c: recorded 3, now nothing
                              differs in d: recorded 4, now nothing
                              differs in e: recorded 5, now nothing
                              and in 2 more
                            """.indent(0)).doesNotContain("\u001b");
        }
    }
}
