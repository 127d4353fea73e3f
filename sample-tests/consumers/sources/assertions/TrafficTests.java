package shop;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.CDPAssertions.post;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the assertions add: they look at what a page sent and received. */
@WithCDP
class TrafficTests {

    @RegisterExtension
    static final Shop shop = new Shop();

    @Test
    void asserts_on_requests(CDPSession page) {
        page.navigate(shop.url());

        page.evaluate("pay()");

        assertThat(page).requests(post("**/api/pay")).hasSize(1).first().hasStatus(503);
    }

    @Test
    void asserts_on_json(CDPSession page) {
        page.navigate(shop.url());

        page.evaluate("orders()");

        assertThat(page)
                .requests(get("**/api/orders"))
                .hasSize(1)
                .first()
                .hasStatus(200)
                .bodyAsJson()
                .inPath("$[0].item")
                .isEqualTo("tea");
    }
}
