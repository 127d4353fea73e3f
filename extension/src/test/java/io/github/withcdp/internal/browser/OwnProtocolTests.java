package io.github.withcdp.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OwnProtocolTests {

    @Test
    void has_what_the_browser_describes_and_asks_once() {
        var asked = new AtomicInteger();
        var own = new OwnProtocol(() -> {
            asked.incrementAndGet();
            return Optional.of(
                    Json.read(
                            "{\"domains\":[{\"domain\":\"Page\",\"commands\":[{\"name\":\"brandNew\"}],\"events\":[{\"name\":\"came\"}]}]}"));
        });

        assertThat(own.test("Page.brandNew")).isTrue();
        assertThat(own.test("Page.came")).isTrue();
        assertThat(own.test("Page.other")).isFalse();
        assertThat(own.test("Other.brandNew")).isFalse();
        assertThat(asked).hasValue(1);
    }

    @Test
    void has_nothing_of_one_that_does_not_tell() {
        assertThat(new OwnProtocol(Optional::empty).test("Page.brandNew")).isFalse();
        assertThat(new OwnProtocol(() -> {
                            throw new ChromeUnavailableException("no /json");
                        })
                        .test("Page.brandNew"))
                .isFalse();
    }
}
