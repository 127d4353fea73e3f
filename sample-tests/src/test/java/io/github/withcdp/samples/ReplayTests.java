package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.post;

import io.github.withcdp.WithCDPExtension;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A test that needs neither a browser nor its application: what a browser said is a file, the {@code traffic.jsonl} of a report. */
class ReplayTests {

    @RegisterExtension
    static final WithCDPExtension cdp = WithCDPExtension.builder()
            .replay(Path.of("src/test/resources/recordings"))
            .build();

    @Test
    void page_tells_that_the_bank_does_not_answer(CDPSession page) {
        page.navigate("http://localhost:8080/checkout.html"); // nobody listens there now

        page.evaluate("pay()");

        assertThat(page.evaluate("result.textContent").asString()).isEqualTo("Please try again later.");
        assertThat(page).requests(post("**/api/pay")).single().hasStatus(503);
    }
}
