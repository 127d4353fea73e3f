package io.github.withcdp.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.fuzz.Costly;
import io.github.withcdp.fuzz.Hostile;
import io.github.withcdp.fuzz.HostileJson;
import io.github.withcdp.fuzz.MadeUpMessages;
import io.github.withcdp.fuzz.Tries;
import io.github.withcdp.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Whatever a test sends and a browser says of its protocol, what is wrong with it is told in sentences. */
@Tag("fuzz")
@AddLifecycleHook(Tries.class)
class SchemaFuzzTests {

    private static final Map<String, String> COMMANDS = MadeUpMessages.commands();
    private static final SchemaCheck CHECK =
            new SchemaCheck(ProtocolSchema.pinned(), RemoteVersion.of("Chrome/156.0.8078.79"), Set.of()::contains);

    /** What a command is called, and its params. */
    private record Sent(String method, String params) {}

    @Provide
    Arbitrary<Sent> commands() {
        var damaged = Combinators.combine(
                        Arbitraries.of(List.copyOf(COMMANDS.entrySet())).withoutEdgeCases(), Hostile.damages())
                .as((command, damages) -> {
                    var others = List.of(Json.read(command.getValue()));
                    return new Sent(command.getKey(), HostileJson.damaged(others.get(0), damages, others));
                });
        var names = Hostile.texts(List.copyOf(COMMANDS.keySet())).map(name -> new Sent(name, "{}"));
        return Arbitraries.oneOf(damaged, names);
    }

    @Provide
    Arbitrary<String> pointers() {
        return Hostile.texts(List.of("/request/headers/x", "/frames/0/url", "/a~1b~0/01", ""));
    }

    @Property
    @Costly(4)
    void says_what_is_wrong(@ForAll("commands") Sent sent, @ForAll("pointers") String pointer) {
        var mistakes = Stream.of(
                        CHECK.command(sent.method(), Json.read(sent.params())).stream(),
                        CHECK.command(sent.method()).stream(),
                        CHECK.event(sent.method()).stream(),
                        CHECK.eventOf("worker", sent.method()).stream(),
                        CHECK.eventOfSilent(sent.method()).stream(),
                        CHECK.path(sent.method(), pointer).stream())
                .flatMap(each -> each)
                .toList();

        assertThat(mistakes)
                .allSatisfy(mistake -> assertThat(mistake.sentence()).matches("(?s).{9,}[.?]"));
        assertThat(CHECK.meant(sent.method(), true)).isNotNull();
        if (COMMANDS.getOrDefault(sent.method(), "").equals(sent.params())) {
            assertThat(CHECK.command(sent.method(), Json.read(sent.params()))).isEmpty();
        }
    }

    @Provide
    Arbitrary<String> descriptions() {
        return HostileJson.of(List.of("Log", "Security", "Fetch").stream()
                .map(domain -> "{\"version\":{\"major\":\"1\",\"minor\":\"3\"},\"domains\":[%s]}"
                        .formatted(ProtocolSchema.pinned().described(domain).orElseThrow()))
                .toList());
    }

    @Property
    @Costly(30)
    void reads_what_a_browser_says_of_its_protocol(@ForAll("descriptions") String described) {
        var schema = ProtocolSchema.of(Json.read(described), 156);
        var check = new SchemaCheck(schema, RemoteVersion.of("Chrome/156.0.8078.79"), Set.of()::contains);

        for (var method : schema.methods()) {
            assertThat(check.command(method.name(), Json.read("{\"a\":1}"))).isNotNull();
            method.params()
                    .values()
                    .forEach(param -> assertThat(schema.resolve(param.type())).isNotNull());
        }
        assertThat(schema.describedMethods(List.of("Log.enable", "Page.navigate")))
                .isNotNull();
        assertThat(schema.json().path("domains").isArray()).isTrue();
    }
}
