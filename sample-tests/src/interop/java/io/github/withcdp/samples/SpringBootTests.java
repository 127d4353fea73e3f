package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.post;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Spring runs the application, a page calls it, and the test looks at both: what the page received, and what the application did. */
@Tag("interop")
@SpringBootTest(classes = Shop.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@WithCDP
class SpringBootTests {

    @LocalServerPort
    int port;

    @Autowired
    Shop.Payments payments;

    @Test
    void a_payment_reaches_the_application_and_its_answer_the_page(CDPSession page) {
        page.navigate("http://localhost:%d/checkout.html".formatted(port));

        page.evaluate("pay()");

        assertThat(page).requests(post("**/api/pay")).hasSize(1).first().hasStatus(201);
        assertThat(payments.all()).containsExactly(new Shop.Payment(42));
        assertThat(page.evaluate("result.textContent").asString()).isEqualTo("Thank you!");
    }

    @Test
    void a_test_that_fails_leaves_a_report_and_the_application(CDPSession page, @TempDir Path reports) {
        var report = FailingRun.of(SpendthriftTestCase.class, reports);

        assertThat(report.resolve("summary.md")).content().contains("/api/pay", "402");
        assertThat(report.resolve("screenshot.png")).isNotEmptyFile();
        page.navigate("http://localhost:%d/index.html".formatted(port));
    }

    @SpringBootTest(classes = Shop.class, webEnvironment = WebEnvironment.RANDOM_PORT)
    @WithCDP
    static class SpendthriftTestCase {

        @Test
        void pays(CDPSession page, @LocalServerPort int port) {
            page.navigate("http://localhost:%d/checkout.html".formatted(port));
            page.evaluate("""
                    fetch('/api/pay', {
                      method: 'POST',
                      headers: {'Content-Type': 'application/json'},
                      body: JSON.stringify({amount: 1000})
                    })""");
            assertThat(page).hasNoFailedRequests();
        }
    }
}
