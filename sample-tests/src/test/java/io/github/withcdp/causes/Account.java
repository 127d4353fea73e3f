package io.github.withcdp.causes;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tests of a bank that fail; {@link CausesTests} knows why. */
final class Account {

    private Account() {}

    @WithCDP(timeout = "5 s")
    static class BankTestCase {

        private static final String START = """
                <!doctype html>
                <title>Bank</title>
                <button id=identify>Identify</button> <button id=receipt>Receipt</button>
                <p id=customer>unknown</p>
                <script>
                  identify.onclick = () => open('/identity', 'identity', 'width=400,height=300');
                  onmessage = message => customer.textContent = message.data;
                  receipt.onclick = () => {
                    const paper = open('/receipt', 'receipt', 'width=400,height=300');
                    setTimeout(() => {
                      try {
                        paper.show(account.total);
                      } catch {
                        paper.close();
                      }
                    }, 400);
                  };
                </script>""";

        private static final String IDENTITY = """
                <!doctype html>
                <title>Identity</title>
                <p>You are <b id=who>…</b> <button id=confirm>Yes</button>
                <script>
                  fetch('/api/identity').then(answer => answer.json()).then(identity => {
                    opener.postMessage(identity.name);
                    if (identity.known) window.close();
                    who.textContent = identity.name;
                  });
                </script>""";

        private static final String RECEIPT = """
                <!doctype html>
                <title>Receipt</title>
                <b id=total>…</b>
                <script>
                  const show = sum => total.textContent = sum;
                </script>""";

        private static final String STATEMENT = """
                <!doctype html>
                <title>Statement</title>
                <script src="OTHER_SITE/metrics/count.js"></script>
                <table id=entries><tr><td>Rent<td>-800.00</table>""";

        private static final String HELP = """
                <!doctype html>
                <title>Help</title>
                <h1>Help</h1>
                <iframe src="OTHER_SITE/desk"></iframe>""";

        @AutoClose
        private static final Site site = Site.start()
                .page("/bank", START)
                .page("/identity", IDENTITY)
                .json("/api/identity", 200, "{\"name\":\"Ada\",\"known\":true}")
                .page("/receipt", RECEIPT)
                .page("/statement", STATEMENT)
                .silent("/metrics/count.js")
                .page("/help", HELP)
                .page(
                        "/desk/entry",
                        "<!doctype html><title>Desk</title>",
                        "Set-Cookie: desk=ada; Path=/; SameSite=Lax");

        static {
            site.on("/desk", exchange -> {
                boolean known = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"))
                        .contains("desk=ada");
                site.answer(exchange, 200, "text/html", "<p id=hello>Hello, %s!".formatted(known ? "Ada" : "stranger"));
            });
        }

        @Test
        void customer_confirms_who_she_is(CDPSession page) {
            page.navigate(site.url("/bank"));
            var identity = page.awaitChild(
                    target -> target.url().endsWith("/identity"), () -> page.evaluate("identify.click()"));

            ShownText.becomes(identity, "#who", "Ada");
            identity.evaluate("document.querySelector('#confirm').click()");

            ShownText.becomes(page, "#customer", "Ada, confirmed");
        }

        @Test
        void receipt_has_a_total(CDPSession page) {
            page.navigate(site.url("/bank"));

            var receipt = page.awaitChild(
                    target -> target.url().endsWith("/receipt"), () -> page.evaluate("receipt.click()"));

            ShownText.becomes(receipt, "#total", "12.50");
        }

        @Test
        void statement_has_the_rent(CDPSession page) {
            page.navigate(site.url("/statement"));

            ShownText.becomes(page, "#entries", "Rent\t-800.00");
        }

        @Test
        void desk_knows_the_customer(CDPSession page) {
            page.navigate(site.otherSite("/desk/entry"));

            var desk =
                    page.awaitChild(target -> target.url().endsWith("/desk"), () -> page.navigate(site.url("/help")));

            ShownText.becomes(desk, "#hello", "Hello, Ada!");
        }
    }
}
