package io.github.withcdp.internal.schema;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ProtocolSchemaTests {

    private final ProtocolSchema schema = ProtocolSchema.pinned();

    @Test
    void has_all_of_the_pinned_package() {
        assertThat(schema.version()).startsWith("0.0.");
        assertThat(schema.chrome()).isGreaterThanOrEqualTo(158);
        assertThat(schema.domains())
                .contains("Page", "Network", "Runtime", "Schema")
                .hasSizeGreaterThan(55);
        assertThat(schema.methods()).filteredOn(method -> !method.isEvent()).hasSizeGreaterThan(670);
        assertThat(schema.methods()).filteredOn(SchemaMethod::isEvent).hasSizeGreaterThan(230);
    }

    @Test
    void knows_params_and_their_types() {
        var navigate = schema.method("Page.navigate").orElseThrow();

        assertThat(navigate.isEvent()).isFalse();
        assertThat(navigate.params().keySet())
                .containsExactly("url", "referrer", "transitionType", "frameId", "referrerPolicy");
        assertThat(requireNonNull(navigate.params().get("url")).optional()).isFalse();
        assertThat(requireNonNull(navigate.params().get("referrerPolicy")).experimental())
                .isTrue();
        var transition = requireNonNull(navigate.params().get("transitionType")).type();
        assertThat(transition.display()).isEqualTo("Page.TransitionType");
        assertThat(schema.resolve(transition).values()).contains("link", "reload");
    }

    @Test
    void gives_its_texts_back_where_they_were() {
        var described = schema.describedMethods(List.of("Page.navigate", "Fetch.requestPaused", "Page.no", "No.such"));

        assertThat(described).containsOnlyKeys("Page.navigate", "Fetch.requestPaused");
        var navigate = requireNonNull(described.get("Page.navigate"));
        assertThat(navigate.path("description").asString()).isEqualTo("Navigates current page to the given URL.");
        assertThat(navigate.at("/parameters/0/description").asString()).isEqualTo("URL to navigate the page to.");
        assertThat(requireNonNull(described.get("Fetch.requestPaused"))
                        .at("/parameters/1")
                        .toString())
                .isEqualTo(
                        "{\"name\":\"request\",\"$ref\":\"Network.Request\",\"description\":\"The details of the request.\"}");
    }

    @Test
    void marks_what_is_in_an_experimental_or_deprecated_domain() {
        var described = schema.describedMethods(List.of("Animation.enable", "Schema.getDomains", "Page.navigate"));

        assertThat(requireNonNull(described.get("Animation.enable"))
                        .path("experimental")
                        .asBoolean(false))
                .isTrue();
        assertThat(requireNonNull(described.get("Schema.getDomains"))
                        .path("deprecated")
                        .asBoolean(false))
                .isTrue();
        assertThat(requireNonNull(described.get("Page.navigate")).has("experimental"))
                .isFalse();
    }

    @Test
    void is_told_as_browsers_tell_theirs() {
        var json = schema.json();

        assertThat(json.at("/version/major").asString()).isEqualTo("1");
        assertThat(json.path("domains")).hasSize(schema.domains().size());
        var again = ProtocolSchema.of(json, 158);
        assertThat(again.methods()).isEqualTo(schema.methods());
        assertThat(again.json()).isEqualTo(json).isNotSameAs(json);
    }

    @Test
    void no_domain_has_a_command_and_an_event_of_the_same_name() {
        for (var domain : schema.json().path("domains")) {
            var names = StreamSupport.stream(domain.path("commands").spliterator(), false)
                    .map(command -> command.path("name").asString())
                    .toList();
            assertThat(domain.path("events"))
                    .noneMatch(event -> names.contains(event.path("name").asString()));
        }
    }

    @Test
    void takes_whatever_a_browser_describes() {
        var odd = ProtocolSchema.of(Json.read("""
                {"domains":[{},{"domain":"A","types":[{"id":"B","$ref":"C"},{"id":"C","$ref":"B"}],
                 "commands":[{"name":"go","parameters":[{"name":"b","$ref":"B"},{"name":"d","$ref":"No.Such"},{}]}]}]}"""), 1);

        var params = odd.method("A.go").orElseThrow().params();
        assertThat(odd.resolve(requireNonNull(params.get("b")).type())).isEqualTo(SchemaType.ANY);
        assertThat(odd.resolve(requireNonNull(params.get("d")).type())).isEqualTo(SchemaType.ANY);
        assertThat(odd.method("go")).isEmpty();
        assertThat(odd.method("A.")).isEmpty();
        assertThat(odd.method("B.go")).isEmpty();
    }
}
