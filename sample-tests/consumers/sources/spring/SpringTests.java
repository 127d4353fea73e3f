package shop;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Spring answers with its own Jackson, in the same JVM as that of the extension. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithCDP
class SpringTests {

    /** What is sold. */
    record Order(String item) {}

    /** Where it is sold. */
    @SpringBootApplication
    @RestController
    static class Till {

        @GetMapping("/orders")
        List<Order> orders() {
            return List.of(new Order("tea"));
        }
    }

    @Test
    void asks_the_application(CDPSession page, @LocalServerPort int port) {
        page.navigate("http://localhost:" + port + "/orders");

        assertThat(page)
                .requests(get("**/orders"))
                .first()
                .hasStatus(200)
                .bodyAsJson()
                .inPath("$[0].item")
                .isEqualTo("tea");
    }
}
