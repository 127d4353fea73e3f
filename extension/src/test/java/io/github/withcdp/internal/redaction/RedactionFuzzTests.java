package io.github.withcdp.internal.redaction;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.fuzz.Costly;
import io.github.withcdp.fuzz.Hostile;
import io.github.withcdp.fuzz.HostileJson;
import io.github.withcdp.fuzz.MadeUpMessages;
import io.github.withcdp.fuzz.RealMessages;
import io.github.withcdp.fuzz.Tries;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.recording.RecordedMessage;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Whatever a page writes around a secret, it does not get into what is shown; and what is shown is JSON if that was. */
@Tag("fuzz")
@AddLifecycleHook(Tries.class)
class RedactionFuzzTests {

    /** Messages that tell a secret, which stands where {@code %s} does. */
    private static final List<Told> TELLING = List.of(
            Told.event(
                    "Network.requestWillBeSent",
                    "{\"requestId\":\"1\",\"request\":{\"method\":\"POST\",\"url\":\"https://a.test/\",\"postData\":\"user=ada&password=%s&x=1\"}}"),
            Told.event(
                    "Network.requestWillBeSentExtraInfo", "{\"requestId\":\"1\",\"headers\":{\"Cookie\":\"sid=%s\"}}"),
            Told.event(
                    "Network.requestWillBeSentExtraInfo",
                    "{\"requestId\":\"1\",\"headers\":{\"Authorization\":\"Bearer %s\"}}"),
            Told.event(
                    "Network.webSocketFrameReceived",
                    "{\"response\":{\"opcode\":1,\"payloadData\":\"{\\\"token\\\":\\\"%s\\\"}\"}}"),
            Told.event("Page.frameNavigated", "{\"frame\":{\"url\":\"https://a.test/?access_token=%s\"}}"),
            Told.event("Runtime.consoleAPICalled", "{\"args\":[{\"type\":\"string\",\"value\":\"password: %s\"}]}"),
            Told.command("Input.insertText", "{\"text\":\"%s\"}"),
            Told.result(
                    "Network.getResponseBody", "{\"body\":\"{\\\"apiKey\\\":\\\"%s\\\"}\",\"base64Encoded\":false}"));

    private static final List<UnaryOperator<String>> FORMS = List.of(
            secret -> secret,
            secret -> secret.toUpperCase(Locale.ROOT),
            secret -> secret.toLowerCase(Locale.ROOT),
            secret -> URLEncoder.encode(secret, UTF_8),
            secret -> URLEncoder.encode(secret, UTF_8).replace("+", "%20"),
            secret -> URLEncoder.encode(URLEncoder.encode(secret, UTF_8), UTF_8),
            secret -> Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)),
            secret -> Base64.getUrlEncoder().withoutPadding().encodeToString(secret.getBytes(UTF_8)),
            secret -> HexFormat.of().formatHex(secret.getBytes(UTF_8)),
            RedactionFuzzTests::quoted,
            secret -> secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));

    @Provide
    Arbitrary<String> messages() {
        var messages = new ArrayList<>(RealMessages.messages());
        TELLING.forEach(told -> messages.add(told.json()));
        MadeUpMessages.events()
                .forEach((method, params) ->
                        messages.add(Told.event(method, params).json()));
        MadeUpMessages.commands()
                .forEach((method, params) ->
                        messages.add(Told.command(method, params).json()));
        return HostileJson.of(messages);
    }

    @Provide
    Arbitrary<String> texts() {
        return Hostile.texts(Stream.concat(
                        HostileTexts.units().map(unit -> HostileTexts.of(unit, 40)),
                        Stream.of("", "GET /a?b=c HTTP/1.1\r\nHost: a.test\r\n\r\n", "<p class=\"a\">b</p>"))
                .toList());
    }

    /** Such as somebody configures. */
    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings()
                .withChars("abcXYZ0189+/=&%\"\\<>'-_. \u00e9\u20ac")
                .ofMinLength(6)
                .ofMaxLength(24)
                .withoutEdgeCases()
                .filter(secret -> secret.length() >= 6 && secret.equals(secret.strip()));
    }

    /** Such as are found by their places: nobody would take them for a word or a number. */
    @Provide
    Arbitrary<String> tokens() {
        return Arbitraries.strings()
                .withChars("bcdfgXYZ")
                .ofMinLength(5)
                .ofMaxLength(20)
                .withoutEdgeCases()
                .map(letters -> "q7" + letters + "4W9");
    }

    @Property
    @Costly(2)
    void a_message_is_still_JSON(@ForAll("messages") String json, @ForAll("texts") String text) {
        var method = Json.read(json).path("method").asString("Network.getResponseBody");
        for (var any : List.of(Told.event(method, "{}"), Told.command(method, "{}"), Told.result(method, "{}"))) {
            var told = any.saying(json);
            var redactor = Redaction.DEFAULT.redactorFor(List.of(told));

            assertThat(Json.read(redactor.message(told)).isObject())
                    .isEqualTo(Json.read(json).isObject());
            assertThat(redactor.text(text)).isNotNull();
            assertThat(Redaction.DEFAULT.liveRedactor().message(told)).isNotEmpty();
            assertThat(redactor.problems()).isEmpty();
        }
    }

    /** Rules know these keys in these messages, and what stands there as a rule. */
    @Property
    void any_value_may_stand_where_a_secret_would(
            @ForAll("methods") String method,
            @ForAll("keys") String key,
            @ForAll("values") String value,
            @ForAll("keys") String further,
            @ForAll("values") String furtherValue) {
        var members = "\"%s\":%s,\"%s\":%s".formatted(key, value, further, furtherValue);
        var params = "{%s,\"inner\":[{%s}]}".formatted(members, members);
        for (var told :
                List.of(Told.event(method, params), Told.command(method, params), Told.result(method, params))) {
            assertThat(Json.read(Redaction.DEFAULT.redactorFor(List.of(told)).message(told))
                            .isObject())
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.of(
                "DOMStorage.setDOMStorageItem",
                "Fetch.continueRequest",
                "Fetch.fulfillRequest",
                "Input.dispatchKeyEvent",
                "Input.insertText",
                "Network.dataReceived",
                "Network.eventSourceMessageReceived",
                "Network.requestWillBeSent",
                "Network.setCookie",
                "Page.captureScreenshot",
                "Runtime.consoleAPICalled",
                "Runtime.evaluate");
    }

    @Provide
    Arbitrary<String> keys() {
        var known = Arrays.stream(MessageField.values()).flatMap(field -> field.keys().stream());
        return Arbitraries.of(Stream.concat(
                        known, Stream.of("name", "type", "httpOnly", "opcode", "base64Encoded", "postDataEntries"))
                .toList());
    }

    @Provide
    Arbitrary<String> values() {
        return HostileJson.values();
    }

    @Property
    @Costly(4)
    void no_configured_secret_survives(
            @ForAll("secrets") String secret, @ForAll("texts") String before, @ForAll("texts") String after) {
        var redaction = Redaction.DEFAULT.withValues(Set.of(secret));
        var redactor = redaction.redactorFor(List.of());
        for (var form : FORMS) {
            var written = form.apply(secret);
            var text = before + " " + written + " " + after;
            if (count(text, written) == 1) {
                assertThat(redactor.text(text)).doesNotContain(written);
                var logged = Told.event("Log.entryAdded", "{\"entry\":{\"text\":\"" + quoted(text) + "\"}}");
                assertThat(Json.read(redactor.message(logged))
                                .at("/params/entry/text")
                                .asString(""))
                        .doesNotContain(written);
            }
        }
    }

    @Property
    @Costly(4)
    void no_secret_survives_that_its_place_tells_of(
            @ForAll("tokens") String secret,
            @ForAll("telling") Told telling,
            @ForAll("messages") String other,
            @ForAll("texts") String before,
            @ForAll("texts") String after) {
        var told = telling.saying(telling.json().replace("%s", secret));
        var logged = Told.event(
                "Log.entryAdded", "{\"entry\":{\"text\":\"" + quoted(before + " " + secret + " " + after) + "\"}}");
        var messages = List.<RecordedMessage>of(
                Told.event("Network.responseReceived", "{}").saying(other), told, logged);
        var redactor = Redaction.DEFAULT.redactorFor(messages);

        for (var message : messages) {
            assertThat(redactor.message(message)).doesNotContain(secret);
        }
        assertThat(redactor.text(before + " " + secret + " " + after)).doesNotContain(secret);
    }

    @Provide
    Arbitrary<Told> telling() {
        return Arbitraries.of(TELLING);
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    /** Return a text as it stands between the quotes of JSON. */
    private static String quoted(String text) {
        var json = new String(Json.write(text), US_ASCII);
        return json.substring(1, json.length() - 1);
    }
}
