package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Chromium thinks of the page: its policy fits, and it asks for nothing. */
@WithCDP
class HtmlReportChromiumTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    @TempDir
    Path folder;

    @Test
    void opens_without_a_complaint_and_without_a_request(CDPSession page) {
        var report = Reports.with(Reports.checkout(), List.of(Screenshot.taken("http://a.test/", PNG)));
        var file = new ReportWriter(folder)
                .write(report, folder.resolve("test"))
                .files()
                .get(0);

        page.navigate(file.toUri().toString());
        page.evaluate(
                "new Promise(done => { const look = () => document.querySelector('#app').textContent.includes('pays once')"
                        + " ? done(true) : requestAnimationFrame(look); look(); })");

        assertThat(page.recording().console()).isEmpty();
        assertThat(page.recording().exchanges())
                .extracting(exchange -> exchange.url().replaceFirst(":.*", ""))
                .isSubsetOf("file", "data");
    }
}
