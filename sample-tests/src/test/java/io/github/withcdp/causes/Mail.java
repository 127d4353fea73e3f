package io.github.withcdp.causes;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.get;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tests of mail on the web that fail; {@link CausesTests} knows why. */
final class Mail {

    private Mail() {}

    @WithCDP(timeout = "5 s")
    static class InboxTestCase {

        private static final String INBOX = """
                <!doctype html>
                <title>Inbox</title>
                <link rel=stylesheet href="/mail.css">
                <img src="/images/seasons-greetings.jpg" alt="" width=600 height=80>
                <ul id=mails><li>Ada<li>Grace</ul>""";

        private static final String SENDERS = """
                <!doctype html>
                <title>Senders</title>
                <button id=sort>Sort</button>
                <p id=order></p>
                <script>
                  const senders = ['Grace', 'Ada', 'Barbara', 'Ada'];
                  function sortSenders() {
                    let swapped = true;
                    while (swapped) {
                      swapped = false;
                      for (let i = 1; i < senders.length; i++) {
                        if (senders[i - 1] >= senders[i]) {
                          [senders[i - 1], senders[i]] = [senders[i], senders[i - 1]];
                          swapped = true;
                        }
                      }
                    }
                    order.textContent = senders.join(', ');
                  }
                  sort.onclick = sortSenders;
                  if (location.hash === '#sorted') {
                    setTimeout(sortSenders, 300);
                  }
                </script>""";

        private static final String ATTACHMENT = """
                <!doctype html>
                <title>Attachment</title>
                <p id=preview>Preview is being made …</p>
                <script>
                  const painter = new Worker('/assets/preview.8c1f.js');
                  painter.onmessage = message => preview.textContent = message.data;
                  painter.postMessage({attachment: 5});
                </script>""";

        private static final String SUPPORT = """
                <!doctype html>
                <title>Support</title>
                <ol id=lines></ol>
                <script>
                  const support = new WebSocket(location.origin.replace('http', 'ws') + '/support?room=7');
                  support.onopen = () => support.send('hello');
                  support.onmessage = message => lines.innerHTML += '<li>' + message.data;
                </script>""";

        @AutoClose
        private static final Site site = Site.start()
                .page("/inbox", INBOX)
                .on("/mail.css", exchange -> exchange.sendResponseHeaders(200, -1))
                .silent("/images/seasons-greetings.jpg")
                .page("/senders", SENDERS)
                .page("/attachment", ATTACHMENT)
                .page("/help", SUPPORT)
                .json("/support", 403, "{\"error\":\"Room 7 is closed\"}");

        @Test
        void inbox_has_two_mails(CDPSession page) {
            page.navigate(site.url("/inbox"));

            assertThat(page).evaluating("mails.innerText").isEqualTo("Ada\nGrace");
        }

        @Test
        void senders_are_sorted(CDPSession page) {
            page.navigate(site.url("/senders"));

            page.evaluate("sort.click()");

            assertThat(page).evaluating("order.innerText").isEqualTo("Ada, Ada, Barbara, Grace");
        }

        @Test
        void senders_come_sorted(CDPSession page) {
            page.navigate(site.url("/senders#sorted"));

            assertThat(page).evaluating("order.innerText").isEqualTo("Ada, Ada, Barbara, Grace");
        }

        @Test
        void attachment_has_a_preview(CDPSession page) {
            page.navigate(site.url("/attachment"));

            assertThat(page).evaluating("preview.innerText").isEqualTo("invoice.pdf, page 1");
        }

        @Test
        void support_says_hello(CDPSession page) {
            page.navigate(site.url("/help"));

            assertThat(page).evaluating("lines.innerText").isEqualTo("How can I help you?");
        }
    }

    @WithCDP(timeout = "5 s")
    static class ContactsTestCase {

        private static final String WRITE = """
                <!doctype html>
                <title>Write</title>
                <input id=to list=known> <datalist id=known></datalist> <p id=count>no contacts</p>
                <script src="OTHER_SITE/contacts/widget.js" async></script>""";

        private static final String MOVED = """
                <!doctype html>
                <title>Contacts</title>
                <script>
                  alert('Your contacts have moved: they are under "People" now');
                </script>
                <ul id=people><li>Grace</ul>""";

        @AutoClose
        private static final Site site = Site.start()
                .page("/write", WRITE, "Content-Security-Policy: default-src 'self' 'unsafe-inline'")
                .script("/contacts/widget.js", "count.textContent = '12 contacts'")
                .page("/contacts", MOVED);

        @Test
        void contacts_are_offered(CDPSession page) {
            page.navigate(site.url("/write"));

            assertThat(page).requests(get("**/contacts/widget.js")).single().hasStatus(200);
        }

        @Test
        void contacts_are_listed(CDPSession page) {
            List<String> said = new CopyOnWriteArrayList<>();
            page.on(
                    "Page.javascriptDialogOpening",
                    dialog -> said.add(dialog.param("/message").asString()));

            page.navigate(site.url("/contacts"));

            assertThat(page).evaluating("people.innerText").isEqualTo("Grace");
        }
    }
}
