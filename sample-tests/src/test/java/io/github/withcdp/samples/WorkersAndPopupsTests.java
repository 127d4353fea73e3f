package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Workers, popups and frames of other sites get sessions by themselves, from their first message on. */
@WithCDP
class WorkersAndPopupsTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void talks_to_a_worker(CDPSession page) {
        page.navigate(site.url("/worker.html"));

        var worker = page.awaitChild(target -> target.type().equals("worker"), () -> page.evaluate("calculate()"));

        assertThat(worker.evaluate("answer").asInt()).isEqualTo(42);
        assertThat(worker.events().named("Runtime.consoleAPICalled").list()).hasSize(1);
        assertThat(worker.parent()).contains(page);
    }

    @Test
    void sees_the_first_request_of_a_popup(CDPSession page) {
        page.navigate(site.url("/index.html"));

        var popup = page.awaitChild(
                target -> target.url().endsWith("/checkout.html"),
                () -> page.evaluate(
                        "document.querySelector('a').target = '_blank'; document.querySelector('a').click()"));

        assertThat(popup.events().named("Network.requestWillBeSent").stream()
                        .map(event -> event.param("/request/url").asString()))
                .contains(site.url("/checkout.html"));
    }

    @Test
    void talks_to_a_frame_of_another_site(CDPSession page) {
        page.navigate(site.url("/outer.html"));

        var frame = page.awaitChild(
                target -> target.type().equals("iframe"),
                () -> page.evaluate("place.innerHTML = '<iframe src=\"%s\"></iframe>'"
                        .formatted(site.otherSiteUrl("/orders.html"))));

        assertThat(frame.target().type()).isEqualTo("iframe");
        assertThat(page.children()).containsExactly(frame);
    }
}
