package io.github.withcdp.internal.redaction;

import static io.github.withcdp.internal.redaction.Told.command;
import static io.github.withcdp.internal.redaction.Told.event;
import static io.github.withcdp.internal.redaction.Told.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.recording.DialogAnswer;
import io.github.withcdp.recording.RecordedMessage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken out of which place, and that it is gone everywhere else then. */
class RedactionTests {

    /** Needs escapes in every encoding, and two bytes for one of its characters. */
    private static final String HARD = "Zq/7+w&\"é'<9\\k = x";

    private static final String EASY = "s3cr3t-Zq7w9k";

    /** Every place in which Chromium has been seen to tell a secret of a login page; %s is the secret as JSON has it, %u as URLs have it. */
    static Stream<Told> places() {
        return Stream.of(
                command("Input.insertText", "{\"text\":\"%s\"}"),
                command("Input.imeSetComposition", "{\"text\":\"%s\",\"selectionStart\":1,\"selectionEnd\":1}"),
                command("Network.setExtraHTTPHeaders", "{\"headers\":{\"Authorization\":\"Bearer %s\"}}"),
                command("Network.setExtraHTTPHeaders", "{\"headers\":{\"X-Api-Key\":\"%s\"}}"),
                command("Network.setCookie", "{\"name\":\"sid\",\"value\":\"%s\",\"domain\":\"a.test\"}"),
                command("Network.setCookie", "{\"name\":\"sid\",\"value\":\"%s\"}"),
                command("Network.setCookies", "{\"cookies\":[{\"name\":\"sid\",\"value\":\"%s\"}]}"),
                command("Storage.setCookies", "{\"cookies\":[{\"name\":\"sid\",\"value\":\"%s\"}]}"),
                command("Page.navigate", "{\"url\":\"https://a.test/p?q=%u\"}"),
                command("Page.navigate", "{\"url\":\"https://a.test/p#%u\"}"),
                command("Page.navigate", "{\"url\":\"https://a.test/#/route?code=%u\"}"),
                command("Page.navigate", "{\"url\":\"https://a.test/#access_token=%u&n=1\"}"),
                command("Page.navigate", "{\"url\":\"https://ada:%u@a.test/\"}"),
                command("Target.createTarget", "{\"url\":\"https://a.test/?token=%u\"}"),
                command("Runtime.evaluate", "{\"expression\":\"localStorage.setItem('token', \\\"%s\\\")\"}"),
                command(
                        "Fetch.continueWithAuth",
                        "{\"requestId\":\"1\",\"authChallengeResponse\":{\"response\":\"ProvideCredentials\",\"username\":\"ada\",\"password\":\"%s\"}}"),
                command(
                        "Fetch.fulfillRequest",
                        "{\"requestId\":\"1\",\"responseCode\":200,\"responseHeaders\":[{\"name\":\"Set-Cookie\",\"value\":\"a=%s; Path=/\"}]}"),
                command("Fetch.fulfillRequest", "{\"requestId\":\"1\",\"responseCode\":200,\"body\":\"%b\"}"),
                command("DOMStorage.setDOMStorageItem", "{\"key\":\"k\",\"value\":\"%s\"}"),
                event(
                        "Network.requestWillBeSent",
                        "{\"documentURL\":\"https://a.test/?q=%u\",\"request\":{\"url\":\"https://a.test/\"}}"),
                event(
                        "Network.requestWillBeSent",
                        "{\"request\":{\"url\":\"https://a.test/\",\"urlFragment\":\"#%u\"}}"),
                event("Network.requestWillBeSent", "{\"request\":{\"headers\":{\"Authorization\":\"Token %s\"}}}"),
                event(
                        "Network.requestWillBeSent",
                        "{\"request\":{\"headers\":{\"Referer\":\"https://a.test/?q=%u\"}}}"),
                event("Network.requestWillBeSent", "{\"request\":{\"headers\":{\"X-API-KEY\":\"%s\"}}}"),
                event(
                        "Network.requestWillBeSent",
                        "{\"request\":{\"hasPostData\":true,\"postData\":\"user=ada&password=%u\"}}"),
                event("Network.requestWillBeSent", "{\"request\":{\"hasPostData\":true,\"postData\":\"%s\"}}"),
                event("Network.requestWillBeSent", "{\"request\":{\"postDataEntries\":[{\"bytes\":\"%b\"}]}}"),
                event(
                        "Network.requestWillBeSent",
                        "{\"redirectResponse\":{\"headers\":{\"Location\":\"/cb?code=%u\"}}}"),
                event(
                        "Network.requestWillBeSent",
                        "{\"initiator\":{\"stack\":{\"callFrames\":[{\"url\":\"https://a.test/a.js?v=%u\"}]}}}"),
                event(
                        "Network.requestWillBeSentExtraInfo",
                        "{\"associatedCookies\":[{\"blockedReasons\":[],\"cookie\":{\"name\":\"a\",\"value\":\"%s\",\"httpOnly\":true}}]}"),
                event("Network.requestWillBeSentExtraInfo", "{\"headers\":{\"Cookie\":\"a=1; b=%u\"}}"),
                event("Network.responseReceived", "{\"response\":{\"url\":\"wss://a.test/?q=%u\"}}"),
                event("Network.responseReceivedExtraInfo", "{\"headers\":{\"Set-Cookie\":\"a=1\\nb=%u; HttpOnly\"}}"),
                event(
                        "Network.responseReceivedExtraInfo",
                        "{\"headersText\":\"HTTP/1.1 200 OK\\r\\nSet-Cookie: b=%u; HttpOnly\\r\\n\\r\\n\"}"),
                event(
                        "Network.responseReceivedExtraInfo",
                        "{\"blockedCookies\":[{\"blockedReasons\":[],\"cookieLine\":\"b=%u; HttpOnly\"}]}"),
                event("Network.webSocketCreated", "{\"url\":\"ws://a.test/?q=%u\"}"),
                event("Network.webSocketWillSendHandshakeRequest", "{\"request\":{\"headers\":{\"Cookie\":\"b=%u\"}}}"),
                event(
                        "Network.webSocketHandshakeResponseReceived",
                        "{\"response\":{\"requestHeaders\":{\"Cookie\":\"b=%u\"}}}"),
                event(
                        "Network.webSocketHandshakeResponseReceived",
                        "{\"response\":{\"requestHeadersText\":\"GET /?q=%u HTTP/1.1\\r\\nHost: a\\r\\n\"}}"),
                event("Network.webSocketFrameSent", "{\"response\":{\"opcode\":1,\"payloadData\":\"%s\"}}"),
                event("Network.webSocketFrameReceived", "{\"response\":{\"opcode\":2,\"payloadData\":\"%b\"}}"),
                event("Page.frameNavigated", "{\"frame\":{\"url\":\"https://a.test/?q=%u\"}}"),
                event(
                        "Page.frameNavigated",
                        "{\"frame\":{\"url\":\"https://a.test/\",\"urlFragment\":\"#id_token=%u\"}}"),
                event("Page.frameStartedNavigating", "{\"url\":\"https://a.test/?q=%u\"}"),
                event(
                        "Target.targetInfoChanged",
                        "{\"targetInfo\":{\"title\":\"x\",\"url\":\"https://a.test/?q=%u\"}}"),
                event(
                        "Runtime.consoleAPICalled",
                        "{\"args\":[{\"type\":\"string\",\"value\":\"seen https://a.test/?q=%u in it\"}]}"),
                event(
                        "Runtime.consoleAPICalled",
                        "{\"args\":[{\"type\":\"object\",\"preview\":{\"properties\":[{\"name\":\"password\",\"type\":\"string\",\"value\":\"%s\"}]}}]}"),
                event(
                        "Debugger.scriptParsed",
                        "{\"url\":\"https://a.test/?q=%u\",\"embedderName\":\"https://a.test/\"}"),
                event("Log.entryAdded", "{\"entry\":{\"text\":\"x\",\"url\":\"https://a.test/?q=%u\"}}"),
                event("DOMStorage.domStorageItemAdded", "{\"key\":\"k\",\"newValue\":\"%s\"}"),
                event("DOMStorage.domStorageItemUpdated", "{\"key\":\"token\",\"oldValue\":\"%s\",\"newValue\":\"1\"}"),
                result("DOMStorage.getDOMStorageItems", "{\"entries\":[[\"k\",\"%s\"]]}"),
                result("Network.getCookies", "{\"cookies\":[{\"name\":\"a\",\"value\":\"%s\",\"httpOnly\":true}]}"),
                result(
                        "DOM.getDocument",
                        "{\"root\":{\"children\":[{\"nodeName\":\"INPUT\",\"attributes\":[\"type\",\"password\",\"value\",\"%s\"]}]}}"),
                result("DOM.getDocument", "{\"root\":{\"documentURL\":\"https://a.test/?q=%u\"}}"),
                result(
                        "Runtime.evaluate",
                        "{\"result\":{\"type\":\"object\",\"value\":{\"user\":{\"accessToken\":\"%s\"}}}}"),
                result("Network.getRequestPostData", "{\"postData\":\"password=%u\"}"),
                result("Network.getResponseBody", "{\"body\":\"%j\",\"base64Encoded\":false}"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_secret_is_gone_from_its_own_place_and_from_all_others(Told place) {
        for (var secret : List.of(HARD, EASY)) {
            var told = with(place, secret);
            var elsewhere = event("Other.things", elsewhere(secret));
            var redactor = Redaction.DEFAULT.redactorFor(List.of(elsewhere, told));

            var redacted = redactor.message(told);
            assertGone(redacted, secret);
            assertThat(Json.read(redacted).isObject()).isTrue();
            assertThat(redactor.message(new Told(told.method(), told.id(), told.direction(), redacted)))
                    .isEqualTo(redacted);
            assertGone(redactor.message(elsewhere), secret);
            assertThat(Json.read(redactor.message(elsewhere)).isObject()).isTrue();
            assertGone(redactor.text("page says: " + secret + ", and " + secret), secret);
        }
    }

    /** In none of them a rule finds anything: they are seen again only as far as a secret may be in them. */
    static Stream<Told> untold() {
        return Stream.of(
                event("A.b", "{\"title\":\"of %s it says\"}"),
                event("A.b", "{\"%s\":1}"),
                event("A.b", "{\"title\":\"%e\"}"),
                event("A.b", "{\"title\":\"of s3cr3t-… it says\"}"),
                result("Network.getResponseBody", "{\"body\":\"%b\",\"base64Encoded\":true}"),
                event("Network.dataReceived", "{\"data\":\"%b\"}"));
    }

    @ParameterizedTest
    @MethodSource("untold")
    void a_secret_is_gone_from_what_came_before_it_was_given_away(Told message) {
        var hello = "Hello " + EASY + " ÿ";
        var before = new Told(
                message.method(),
                message.id(),
                message.direction(),
                message.json()
                        .replace("%s", EASY)
                        .replace("%e", EASY.replace("c", "\\u0063"))
                        .replace("%b", Base64.getEncoder().encodeToString(hello.getBytes(StandardCharsets.UTF_16))));
        var telling = command("Input.insertText", "{\"text\":\"" + EASY + "\"}");
        var redactor = Redaction.DEFAULT.redactorFor(List.of(before, telling));

        var redacted = redactor.message(before);

        assertThat(redacted).isNotEqualTo(before.json());
        assertGone(redacted, EASY);
    }

    @Test
    void messages_of_several_conversations_are_told_apart() {
        var quiet = event("A.b", "{}").at(0);
        var telling = command("Input.insertText", "{\"text\":\"Ada\"}").at(0); // is looked for nowhere else

        assertThat(Redaction.DEFAULT.redactorFor(List.of(quiet, telling)).message(telling))
                .doesNotContain("Ada");
        assertThat(Redaction.DEFAULT.redactorFor(List.of(telling, quiet)).message(telling))
                .doesNotContain("Ada");
    }

    @Test
    void a_message_in_which_nothing_was_found_does_not_speak_for_others() {
        var quiet = event("A.b", "{}").at(7);
        var telling = command("Input.insertText", "{\"text\":\"Ada\"}").at(8);

        assertThat(Redaction.DEFAULT.redactorFor(List.of(quiet, telling)).message(telling))
                .doesNotContain("Ada");
        assertThat(Redaction.DEFAULT
                        .redactorFor(List.of(telling.at(7), quiet.at(8)))
                        .message(telling.at(7)))
                .doesNotContain("Ada");
    }

    private static Told with(Told place, String secret) {
        var url = percent(secret);
        var json = "{\"password\":" + quoted(secret) + "}";
        var text = place.json()
                .replace("%s", inner(quoted(secret)))
                .replace("%u", url)
                .replace("%b", base64(json, 0))
                .replace("%j", inner(quoted(json)));
        return new Told(place.method(), place.id(), place.direction(), text);
    }

    /** All the forms that are promised, each in a string of its own. */
    private static String elsewhere(String secret) {
        var all = Stream.concat(
                        forms(secret).stream(), Stream.of("before " + secret + " after", "x" + percent(secret) + "y"))
                .map(RedactionTests::quoted)
                .toList();
        return "{\"title\":" + quoted(secret) + ",\"strings\":" + all + "}";
    }

    private static List<String> forms(String secret) {
        var once = inner(quoted(secret));
        var percent = percent(secret);
        return List.of(
                secret,
                percent,
                percent.toLowerCase(java.util.Locale.ROOT).equals(percent) ? percent : lowerHex(percent),
                java.net.URLEncoder.encode(secret, StandardCharsets.UTF_8),
                base64(secret, 0),
                base64(secret, 1),
                base64(secret, 2),
                base64(secret, 0).replace('+', '-').replace('/', '_'),
                once,
                inner(quoted(once)),
                secret.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;"));
    }

    private static String lowerHex(String percent) {
        return Pattern.compile("%[0-9A-F]{2}")
                .matcher(percent)
                .replaceAll(hex -> hex.group().toLowerCase(java.util.Locale.ROOT));
    }

    private static void assertGone(String text, String secret) {
        var plain = JsonStrings.decode(text, 0, text.length());
        for (var form : forms(secret)) {
            var needle = form.startsWith("ey") ? form : form.replaceAll("=+$", "");
            var inside =
                    needle.length() > 8 && !needle.contains("%") ? needle.substring(4, needle.length() - 4) : needle;
            assertThat(text).doesNotContain(needle);
            assertThat(plain).doesNotContain(needle).doesNotContain(inside);
        }
    }

    private static String percent(String secret) {
        return java.net.URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String base64(String text, int before) {
        return Base64.getEncoder().encodeToString(("x".repeat(before) + text).getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return new String(Json.write(text), StandardCharsets.US_ASCII);
    }

    private static String inner(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }

    // --- What stays

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.test/path/to?page=12&sort=asc&lang=de-DE&on=true#top",
                "https://a.test/#/orders/12",
                "https://www.selenium.dev/documentation/webdriver/troubleshooting/errors#staleelementreferenceexception",
                "https://user.test/@name/x",
                "about:blank",
                "data:text/html,<p>hi",
                "wss://a.test:8080/socket"
            })
    void leaves_what_is_harmless_in_urls(String url) {
        assertUnchanged(event("Page.frameNavigated", "{\"frame\":{\"url\":\"" + url + "\"}}"));
    }

    @Test
    void leaves_messages_without_secrets_as_they_are() {
        assertUnchanged(
                event(
                        "Network.dataReceived",
                        "{ \"a\" : 1.10, \"b\":[1e400 ,-0.0,\"\\u003C\\/x\"], \"z\":null,\"z\":true }"),
                event(
                        "Target.attachedToTarget",
                        "{\"sessionId\":\"9F86D081884C7D659A2FEAA0C55AD015\",\"waitingForDebugger\":false}"),
                event(
                        "Runtime.consoleAPICalled",
                        "{\"args\":[{\"type\":\"string\",\"value\":\"the password is wrong, token expired\"}]}"),
                event(
                        "Network.responseReceived",
                        "{\"response\":{\"headers\":{\"Content-Type\":\"text/html\",\"Access-Control-Allow-Credentials\":\"true\"}}}"),
                command(
                        "Input.dispatchKeyEvent",
                        "{\"type\":\"keyDown\",\"key\":\"Enter\",\"code\":\"Enter\",\"windowsVirtualKeyCode\":13}"));
    }

    @Test
    void leaves_all_else_in_a_message_byte_for_byte() {
        var told = event(
                "Network.requestWillBeSentExtraInfo",
                "{\"n\":1.10, \"e\":\"\\u003Ca\\/b\",\"headers\":{\"Cookie\":\"a=Zq7w9kPP; b=1\",\"x\":\"\\u00e9\"},\"m\":[ ]}");
        var redacted = Redaction.DEFAULT.redactorFor(List.of(told)).message(told);

        assertThat(redacted)
                .isEqualTo(told.json()
                        .replace("Zq7w9kPP", Mark.of("Zq7w9kPP", "Cookie"))
                        .replace("b=1", "b=" + Mark.of("1", "Cookie")));
    }

    @Test
    void leaves_pictures_alone() {
        var secret = "Zq7w9kPPxyz";
        var picture = result("Page.captureScreenshot", "{\"data\":\"%s\"}".formatted(base64(secret, 0)));
        var redactor = Redaction.DEFAULT.redactorFor(
                List.of(command("Input.insertText", "{\"text\":\"" + secret + "\"}"), picture));

        assertThat(redactor.message(picture)).isEqualTo(picture.json());
    }

    @Test
    void does_not_look_for_what_occurs_anywhere() {
        var redactor = Redaction.DEFAULT.redactorFor(List.of(
                command("Page.navigate", "{\"url\":\"https://a.test/?view=checkout&at=17320999999&x=abcdefg\"}"),
                command("Input.insertText", "{\"text\":\"12345\"}"),
                event("Network.requestWillBeSentExtraInfo", "{\"headers\":{\"Cookie\":\"theme=darkmode\"}}")));
        var text = "checkout in darkmode at 17320999999 with 12345 and abcdefg";

        assertThat(redactor.text(text)).isEqualTo(text);
    }

    @Test
    void does_not_take_digits_out_of_other_numbers() {
        var redactor = Redaction.DEFAULT.redactorFor(
                List.of(event("Network.requestWillBeSent", "{\"request\":{\"postData\":\"otp=482913\"}}")));

        assertThat(redactor.text("1482913 4829135 is not 482913."))
                .isEqualTo("1482913 4829135 is not " + Mark.of("482913", "otp") + ".");
        assertThat(redactor.message(event("A.b", "{\"n\":482913,\"t\":1482913.5}")))
                .contains("\"n\":\"" + Mark.of("482913", "otp") + "\",\"t\":1482913.5");
    }

    // --- Encodings of its own

    @Test
    void shows_which_secrets_are_equal() {
        var one = Mark.of("Zq7w9kPP", "Cookie");

        assertThat(one).matches("‹redacted:Cookie:len=8:hash=[0-9a-f]{4}›").isEqualTo(Mark.of("Zq7w9kPP", "Cookie"));
        assertThat(Mark.of(one, "Cookie")).isEqualTo(one);
        assertThat(Mark.of("", "Cookie")).isEmpty();
    }

    @Test
    void hashes_with_a_key() {
        var key = new byte[] {1};

        assertThat(KeyedHash.fourDigits("a", key))
                .isEqualTo(KeyedHash.fourDigits("a", new byte[] {1}))
                .isNotEqualTo(KeyedHash.fourDigits("b", key))
                .isNotEqualTo(KeyedHash.fourDigits("a", new byte[] {2}));
    }

    @Test
    void keeps_what_a_header_and_its_cookies_are_called() {
        var told = event(
                "Network.responseReceivedExtraInfo",
                "{\"headers\":{\"set-cookie\":\"sid=Zq7w9kPP; Path=/; HttpOnly\",\"authorization\":\"Bearer Ab12Cd34Ef\"}}");

        assertThat(Redaction.DEFAULT.redactorFor(List.of(told)).message(told))
                .contains("\"sid=" + Mark.of("Zq7w9kPP", "Cookie") + "; Path=/; HttpOnly\"")
                .contains("\"Bearer " + Mark.of("Ab12Cd34Ef", "Authorization") + "\"");
    }

    @Test
    void takes_single_keys_out_of_their_own_event() {
        var told = command(
                "Input.dispatchKeyEvent",
                "{\"type\":\"keyDown\",\"text\":\"a\",\"unmodifiedText\":\"a\",\"key\":\"a\",\"code\":\"KeyA\",\"windowsVirtualKeyCode\":65}");
        var redacted = Redaction.DEFAULT.redactorFor(List.of(told)).message(told);

        assertThat(redacted)
                .doesNotContain("\"a\"")
                .doesNotContain("KeyA")
                .doesNotContain(":65")
                .contains("keyDown");
        assertThat(Json.read(redacted).isObject()).isTrue();
    }

    /** No browser takes such a key; the command that says so is recorded all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"Zq7w9kPP\\n\\n\\n\"}", "[\"Zq7w9kPP\\n\\n\\n\",1]", "8361947205", "true"})
    void takes_keys_out_that_are_none(String key) {
        var told = command("Input.dispatchKeyEvent", "{\"type\":\"char\",\"key\":\"a\",\"text\":" + key + "}");
        var redacted = Redaction.DEFAULT.redactorFor(List.of(told)).message(told);

        assertThat(redacted).doesNotContain("Zq7w9kPP", "8361947205");
        assertThat(Json.read(redacted).at("/params/type").asString("")).isEqualTo("char");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl",
                "sent Bearer mF_9.B5f-4.1JqM",
                "with ghp_0123456789abcdefghijABCDEFGHIJ012345",
                "key AKIAIOSFODNN7EXAMPLE",
                "key sk_live_0123456789abcdef",
                "<input id=x type='password' value='hunter2!x'>",
                "<input name=\"csrf_token\" value=\"hunter2!x\"/>",
                "const password = 'hunter2!x'",
                "headers.set(\"X-Api-Key\", \"hunter2!x\")",
                "document.getElementById('password').value = 'hunter2!x'",
                "login?password=hunter2!x failed",
                "<password>hunter2!x</password>",
                "{\"a\":\"{\\\"client_secret\\\":\\\"hunter2!x\\\"}\"}"
            })
    void knows_secrets_in_texts_by_their_looks(String text) {
        var redacted = Redaction.DEFAULT.redactorFor(List.of()).text(text);

        assertThat(redacted).contains("‹redacted:").doesNotContain("hunter2");
        assertThat(Redaction.DEFAULT.redactorFor(List.of()).text(redacted)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password", "newPassword", "user[password]", "pass", "API_KEY", "x-api-key", "apiKey", "accessToken",
                "refresh_token", "clientSecret", "client-secret", "JSESSIONID", "session", "otp", "CVV", "cardNumber",
                "card_number", "password2", "userPassword", "APIKey", "oauth_token"
            })
    void tells_the_names_of_secret_fields(String name) {
        assertThat(new SensitiveNames(Set.of()).what(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "author",
                "compass",
                "monkey",
                "key",
                "shipping",
                "opinion",
                "tokenizer",
                "user",
                "sessions-count-x"
            })
    void tells_the_names_of_others(String name) {
        assertThat(new SensitiveNames(Set.of()).what(name)).isEmpty();
    }

    // --- What users add

    @Test
    void takes_out_what_it_is_told_to() {
        var told = event(
                "Network.requestWillBeSent",
                "{\"request\":{\"headers\":{\"X-Tenant\":\"acme-1\"},\"postData\":\"{\\\"shoeSize\\\":\\\"forty-2\\\",\\\"n\\\":\\\"abc\\\",\\\"o\\\":\\\"CUST-123\\\"}\"}}");
        var redaction = new Redaction(
                true,
                true,
                Set.of("x-tenant"),
                Set.of("shoe-size"),
                List.of(Pattern.compile("CUST-\\d+")),
                Set.of("abc"));
        var redactor = redaction.redactorFor(List.of(told));
        var redacted = redactor.message(told);

        assertThat(redacted)
                .doesNotContain("acme-1")
                .doesNotContain("forty-2")
                .doesNotContain("CUST-123")
                .doesNotContain("abc\\");
        assertThat(redactor.message(new Told(told.method(), told.id(), told.direction(), redacted)))
                .isEqualTo(redacted);
        assertThat(redactor.text("CUST-9 and abc")) // of which a mark may have the letters, by chance
                .matches("‹redacted:pattern:len=6:hash=\\w+› and ‹redacted:value:len=3:hash=\\w+›");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tr0ub/dor+&3",
                "TR0UB/DOR+&3",
                "tr0ub&#x2f;dor&#x2b;&#x26;3",
                "tr0ub&#x2F;dor&#x2B;&#x26;3",
                "tr0ub&#47;dor&#43;&#38;3",
                "tr0ub%2Fdor%2B%263",
                "tr0ub%252Fdor%252B%25263",
                "tr0ub%252fdor%252b%25263",
                "74723075622f646f722b2633",
                "74723075622F646F722B2633"
            })
    void knows_what_is_configured_in_further_forms(String form) {
        var redaction = new Redaction(true, true, Set.of(), Set.of(), List.of(), Set.of("tr0ub/dor+&3"));

        assertThat(redaction.redactorFor(List.of()).text("is " + form + "."))
                .isEqualTo("is " + Mark.of("tr0ub/dor+&3", "value") + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two words!",
                "two+words!",
                "two%20words%21",
                "two%2Bwords%2521",
                "two%2bwords!",
                "two%2520words!"
            })
    void knows_what_is_configured_as_a_form_in_a_form_has_it(String form) {
        var redaction = new Redaction(true, true, Set.of(), Set.of(), List.of(), Set.of("two words!"));

        assertThat(redaction.redactorFor(List.of()).text("is " + form + "."))
                .isEqualTo("is " + Mark.of("two words!", "value") + ".");
    }

    @Test
    void knows_secrets_by_their_beginnings_and_ends_where_a_text_is_cut() {
        var redactor = Redaction.DEFAULT.redactorFor(
                List.of(command("Input.insertText", "{\"text\":\"hunter2!x-and-more-8z\"}")));
        var mark = Mark.of("hunter2!x-and-more-8z", "typed");

        assertThat(redactor.text("is hunter2!x…")).isEqualTo("is " + mark + "…");
        assertThat(redactor.text("is hunter2!x-an… (9 more characters)"))
                .isEqualTo("is " + mark + "… (9 more characters)");
        assertThat(redactor.text("a…and-more-8z}")).isEqualTo("a…" + mark + "}");
        assertThat(redactor.text("hunte… hunter2! and-mo… … (…")).isEqualTo("hunte… hunter2! and-mo… … (…");
        assertThat(redactor.text("ends with and-more-8z")).isEqualTo("ends with and-more-8z");
    }

    @Test
    void does_not_learn_places_and_sentences_from_bodies() {
        var redactor = Redaction.DEFAULT.redactorFor(
                List.of(
                        event(
                                "Network.webSocketFrameSent",
                                "{\"response\":{\"opcode\":1,\"payloadData\":\"view https://a.test/items/8x7k2p Zq7w9kPP\"}}"),
                        result(
                                "Network.getResponseBody",
                                "{\"body\":\"{\\\"password\\\":\\\"Enter your password\\\",\\\"passphrase\\\":\\\"Choose a long one\\\",\\\"secret\\\":\\\"https://a.test/t\\\"}\"}")));

        assertThat(
                        redactor.text(
                                "Choose a long one. Enter your password at https://a.test/items/8x7k2p or https://a.test/t, not Zq7w9kPP"))
                .isEqualTo(
                        "Choose a long one. Enter your password at https://a.test/items/8x7k2p or https://a.test/t, not "
                                + Mark.of("Zq7w9kPP", "body"));
    }

    @Test
    void takes_out_nothing_if_it_is_off() {
        var told = command("Input.insertText", "{\"text\":\"hunter2!x\"}");

        assertThat(Redaction.OFF.redactorFor(List.of(told)).message(told)).isEqualTo(told.json());
        assertThat(Redaction.OFF.liveRedactor().text("Bearer Zq7w9kPPxyz")).isEqualTo("Bearer Zq7w9kPPxyz");
    }

    // --- Hostile input

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "{\"a\":}", "[1,]", "{\"a\":\"\\u12\"}", "\"\\", "{\"a\":1}x", "{,}"})
    void takes_what_is_no_json_for_text(String raw) {
        var told = new Told("", java.util.OptionalInt.empty(), io.github.withcdp.recording.Direction.RECEIVED, raw);

        assertThat(Redaction.DEFAULT.redactorFor(List.of(told)).message(told)).isEqualTo(raw);
    }

    @Test
    void redacts_what_is_no_json() {
        var told = new Told(
                "",
                java.util.OptionalInt.empty(),
                io.github.withcdp.recording.Direction.RECEIVED,
                "{\"url\":\"https://a.test/?token=hunter2!x\"");

        assertThat(Redaction.DEFAULT.redactorFor(List.of(told)).message(told)).doesNotContain("hunter2");
    }

    @Test
    void takes_no_stack_for_depth_and_no_squares_for_length() {
        var deep = "[".repeat(50_000) + "\"password=hunter2!x\"" + "]".repeat(50_000);
        var long1 = "password=".repeat(200_000) + "hunter2!x";
        var long2 =
                "://".repeat(300_000) + "<input ".repeat(50_000) + "eyJ".repeat(100_000) + "'password".repeat(50_000);
        for (var text : List.of(deep, long1, long2)) {
            var told = event("A.b", "{\"x\":" + quoted(text) + "}");
            assertThat(Redaction.DEFAULT.redactorFor(List.of(told)).message(told))
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void keeps_lone_surrogates() {
        var told = event("A.b", "{\"title\":\"\\ud800 https://a.test/?q=hunter2!x \\udc00\"}");

        assertThat(Redaction.DEFAULT.redactorFor(List.of(told)).message(told))
                .contains("\"\\ud800 https://a.test/?q=")
                .contains(" \\udc00\"")
                .doesNotContain("hunter2");
    }

    // --- As it happens

    @Test
    void learns_as_it_goes() {
        var redactor = Redaction.DEFAULT.liveRedactor();
        var title = event("Target.targetInfoChanged", "{\"targetInfo\":{\"title\":\"hunter2!x\"}}");
        var typed = command("Input.insertText", "{\"text\":\"hunter2!x\"}");

        assertThat(redactor.message(title)).contains("hunter2");
        assertThat(redactor.message(typed)).doesNotContain("hunter2");
        assertThat(redactor.message(title)).doesNotContain("hunter2");
        for (int i = 0; i < 500; i++) {
            redactor.message(command("Input.insertText", "{\"text\":\"typed-%d!\"}".formatted(i)));
        }
        assertThat(redactor.text("hunter2!x typed-7! typed-499!"))
                .doesNotContain("hunter2")
                .doesNotContain("typed-");
    }

    private static void assertUnchanged(Told... messages) {
        var redactor = Redaction.DEFAULT.redactorFor(List.of(messages));
        for (var message : messages) {
            assertThat(redactor.message(message)).isSameAs(message.json());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Checkout", "Ada Lovelace", "ada@example.com", "12 Main Street, Springfield", "2026-11-20"})
    void what_people_type_is_hidden_in_its_place_and_shown_elsewhere(String text) {
        var typed = command("Input.insertText", "{\"text\":\"" + text + "\"}");
        var redactor = Redaction.DEFAULT.redactorFor(List.of(typed));

        assertThat(redactor.message(typed)).doesNotContain(text).contains("‹redacted:typed:");
        assertThat(redactor.text("it says " + text)).isEqualTo("it says " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2x", "Tr0ub4dor &3", "mug-2026", "QwErTyUiOp", "bcdfghjk", "482913"})
    void what_nobody_writes_is_a_secret_everywhere(String text) {
        var redactor =
                Redaction.DEFAULT.redactorFor(List.of(command("Input.insertText", "{\"text\":\"" + text + "\"}")));

        assertThat(redactor.text("it says " + text)).doesNotContain(text);
    }

    @Test
    void what_is_answered_to_dialogs_that_nobody_handles_is_no_secret() {
        var answer = command(
                "Page.handleJavaScriptDialog", "{\"accept\":false,\"promptText\":\"%s\"}".formatted(DialogAnswer.TEXT));
        var closed = event(
                "Page.javascriptDialogClosed", "{\"result\":false,\"userInput\":\"%s\"}".formatted(DialogAnswer.TEXT));
        var redactor = Redaction.DEFAULT.redactorFor(List.of(answer, closed));

        assertThat(redactor.message(answer)).contains(DialogAnswer.TEXT);
        assertThat(redactor.message(closed)).contains(DialogAnswer.TEXT);
    }

    @Test
    void a_word_typed_into_a_field_for_passwords_is_a_secret_everywhere() {
        var focus = command("Runtime.evaluate", "{\"expression\":\"document.querySelector('#password').focus()\"}");
        var typed = command("Input.insertText", "{\"text\":\"sunflower\"}");
        var other = command("DOM.querySelector", "{\"nodeId\":1,\"selector\":\"#search\"}");
        var search = command("Input.insertText", "{\"text\":\"marigold\"}");
        var live = Redaction.DEFAULT.liveRedactor();
        var messages = List.<RecordedMessage>of(focus, typed, other, search);
        messages.forEach(live::message);

        for (var redactor : List.of(live, Redaction.DEFAULT.redactorFor(messages))) {
            assertThat(redactor.text("sunflower and marigold"))
                    .doesNotContain("sunflower")
                    .contains("marigold");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?page=2&sort=price&q=blue+mug",
                "?v=8f3a2c1d",
                "/app.js?8f3a2c1d",
                "?productId=550e8400-e29b-41d4-a716-446655440000",
                "?_=1732124485123",
                "?from=2026-11-20&max=12.50",
                "#section-2"
            })
    void a_query_that_gives_nobody_access_is_shown(String query) {
        var url = event("Page.frameNavigated", "{\"frame\":{\"url\":\"https://a.test" + query + "\"}}");

        assertThat(Redaction.DEFAULT.redactorFor(List.of(url)).message(url)).contains(query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?code=482913",
                "?key=sunflower",
                "?ticket=sunflower",
                "?token=sunflower",
                "?sessionId=550e8400-e29b-41d4-a716-446655440000",
                "?next=550e8400-e29b-41d4-a716-446655440000",
                "?x=8f3a2c1d",
                "/page?8f3a2c1d9b",
                "?v=8f3a2c1d-Zq7w",
                "?user=ada@example.com"
            })
    void a_query_that_may_give_access_is_hidden(String query) {
        var url = event("Page.frameNavigated", "{\"frame\":{\"url\":\"https://a.test" + query + "\"}}");

        assertThat(Redaction.DEFAULT.redactorFor(List.of(url)).message(url))
                .contains("‹redacted:")
                .doesNotContain(query);
    }

    @Test
    void a_state_is_no_secret_elsewhere_but_a_word_as_password_is() {
        var state = event(
                "Other.things", "{\"body\":\"{\\\"session\\\":\\\"expired\\\",\\\"password\\\":\\\"sunflower\\\"}\"}");

        assertThat(Redaction.DEFAULT.redactorFor(List.of(state)).text("expired sunflower"))
                .startsWith("expired ‹redacted:password:");
    }

    @Test
    void a_relative_URL_in_a_script_is_hidden_before_the_secret_is_known() {
        var script = command("Runtime.evaluate", "{\"expression\":\"new EventSource('/events?auth=sunflower-19')\"}");

        assertThat(Redaction.DEFAULT.liveRedactor().message(script)).contains("/events?auth=‹redacted:auth:");
    }
}
