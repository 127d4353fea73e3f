package io.github.withcdp.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.Target;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where people are sent who want to look at a page. */
class DevToolsFrontEndTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                       | page | T1 | No DevTools, for this browser is spoken to over the pipe: run the test with withcdp.transport=websocket to get them",
                "ws://127.0.0.1:9222/devtools/browser/b   | page | T1 | DevTools: http://127.0.0.1:9222/devtools/inspector.html?ws=127.0.0.1:9222/devtools/page/T1",
                "ws://localhost:9222/devtools/browser/b   | page | T1 | DevTools: http://127.0.0.1:9222/devtools/inspector.html?ws=127.0.0.1:9222/devtools/page/T1",
                "ws://127.0.0.1:9222/devtools/browser/b   | shared_worker | T1 | DevTools: http://127.0.0.1:9222/devtools/worker_app.html?ws=127.0.0.1:9222/devtools/page/T1",
                "ws://127.0.0.1:9222/devtools/browser/b   | browser | '' | No DevTools, for they look at pages and not at the browser itself",
                "ws://farm:9222/devtools/browser/b        | page | T1 | DevTools: add farm:9222 to the targets of chrome://inspect in a Chrome; or bring the port that the browser listens on to this machine under the same number (ssh -L 9222:127.0.0.1:9222 …), and open http://127.0.0.1:9222/devtools/inspector.html?ws=127.0.0.1:9222/devtools/page/T1",
                "wss://me:secret@hosted.example/?token=secret | page | T1 | DevTools are with whoever runs the browser at wss://…@hosted.example/?…",
                "ws://127.0.0.1:9229/1b2c                 | node | '' | DevTools, to be opened in Chrome: devtools://devtools/bundled/js_app.html?experiments=true&v8only=true&ws=127.0.0.1:9229/1b2c"
            })
    void names_what_works(String endpoint, String type, String target, String line) {
        var where = endpoint.isEmpty() ? Optional.<URI>empty() : Optional.of(URI.create(endpoint));

        assertThat(new DevToolsFrontEnd(where).of(new Target(target, type, "http://a.test/")))
                .isEqualTo(line);
    }
}
