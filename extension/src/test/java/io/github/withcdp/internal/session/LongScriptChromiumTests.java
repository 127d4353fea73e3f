package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.script.RunningFunction;
import io.github.withcdp.internal.time.Deadline;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Chromium has measured of scripts that took long. */
@Timeout(120)
class LongScriptChromiumTests {

    @AutoClose
    private static final ChromiumFixture chromium = ChromiumFixture.start();

    @Test
    void the_function_that_the_browser_had_called() throws InterruptedException {
        var page = chromium.newPage();
        page.navigate(chromium.url("/a"));
        page.evaluate("""
                new Promise(done =>
                  document.body.append(Object.assign(document.createElement('script'), {src: '/long.js', onload: done})))
                .then(() => { setTimeout(later) })""");

        assertThat(LongScript.last(((DefaultCDPSession) page).commands(), Deadline.in(Duration.ofSeconds(30))))
                .contains(new RunningFunction("later", chromium.url("/long.js"), 0, 0));
    }
}
