package io.github.withcdp.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import org.junit.jupiter.api.Test;

class ProtocolDescriptionsTests {

    @Test
    void finds_commands_and_events() {
        var texts = ProtocolDescriptions.texts(Json.read("""
                        {"domains":[
                          {"domain":"Page","commands":[{"name":"navigate","description":"Goes there."}],"events":[{"name":"loadEventFired"}]},
                          {"domain":"Log"},
                          {"commands":7}]}
                        """));

        assertThat(texts).containsOnlyKeys("Page.navigate", "Page.loadEventFired");
        assertThat(texts.get("Page.navigate"))
                .asString()
                .isEqualTo("{\"name\":\"navigate\",\"description\":\"Goes there.\"}");
    }

    @Test
    void makes_nothing_of_nonsense() {
        assertThat(ProtocolDescriptions.texts(Json.read("[1,{\"domains\":2}]"))).isEmpty();
        assertThat(ProtocolDescriptions.texts(Json.read("{\"domains\":[{\"commands\":[1]},null]}")))
                .hasSizeLessThan(2);
    }
}
