package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.Subscription;
import org.junit.jupiter.api.Test;

class SubscriptionsTests {

    private final Subscriptions subscriptions = new Subscriptions();

    @Test
    void are_listed_in_the_order_in_which_they_were_made() {
        var second = subscriptions.add("Page.loadEventFired", event -> {}, false);
        var all = subscriptions.addToAll(event -> {});
        var once = subscriptions.add("Log.entryAdded", event -> {}, true);

        assertThat(subscriptions.list()).containsExactly(second, all, once);
        assertThat(subscriptions.list())
                .extracting(Subscription::event)
                .containsExactly("Page.loadEventFired", "", "Log.entryAdded");
    }

    @Test
    void are_not_listed_any_more_when_they_are_closed() {
        var open = subscriptions.add("Page.loadEventFired", event -> {}, false);
        subscriptions.add("Page.loadEventFired", event -> {}, false).close();

        assertThat(subscriptions.list()).containsExactly(open);

        subscriptions.list().forEach(Subscription::close);
        assertThat(subscriptions.list()).isEmpty();
        assertThat(subscriptions.of("Page.loadEventFired")).isEmpty();
    }
}
