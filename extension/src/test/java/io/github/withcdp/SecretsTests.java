package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.report.ReportCard;
import io.github.withcdp.internal.report.index.StepSummary;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import tools.jackson.databind.JsonNode;

/** A login page that puts a secret of its own into every place that Chromium tells of, and a test that fails on it. */
class SecretsTests {

    static final String PASSWORD = "Mk01+pass/w&rd=Qx";
    static final String COOKIE = "Mk02-cookie-Qx93";
    static final String HTTP_ONLY = "Mk03-httponly-Qx93";
    static final String BEARER = "Mk04-bearer-Qx93";
    static final String API_KEY = "Mk05-apikey-Qx93";
    static final String QUERY = "Mk06-query-Qx93";
    static final String FRAGMENT = "Mk07-fragment-Qx93";
    static final String USERINFO = "Mk08-userinfo-Qx93";
    static final String JSON = "Mk09-json-Qx93";
    static final String TICKET = "Mk10-ticket-Qx93";
    static final String STORED = "Mk11-stored-Qx93";
    static final String SET_COOKIE = "Mk12-setcookie-Qx93";
    static final String LOCATION = "Mk13-location-Qx93";
    static final String FRAME_SENT = "Mk14-sent-Qx93";
    static final String FRAME_RECEIVED = "Mk15-received-Qx93";
    static final String FRAME_BINARY = "Mk16-binary-Qx93";
    static final String SERVER_EVENT = "Mk17-event-Qx93";
    static final String EVENTS_URL = "Mk18-events-Qx93";
    static final String BLOCKED = "Mk19-blocked-Qx93";
    static final String SCRIPT = "Mk20-script-Qx93";
    static final String CSRF = "Mk21-csrf-Qx93";
    static final String LINK = "Mk22-link-Qx93";
    static final String BASIC = "Mk23-basic-Qx93";
    static final String FULFILLED = "Mk24-fulfilled-Qx93";
    static final String MULTIPART = "Mk25-multipart-Qx93";
    static final String BODY = "Mk26-body-Qx93";
    static final String TARGET = "Mk27-target-Qx93";
    static final String FILE = "Mk28-file-Qx93";
    static final String LOGGED = "Mk29-logged-Qx93";
    private static final String JSON_BODY = "{\"user\":\"ada\",\"accessToken\":\"%s\"}".formatted(JSON);

    /** A letter that no page has: what is typed key by key is a secret in its own message only. */
    private static final String KEY = "\u0416";

    private static final List<String> MARKERS = List.of(
            PASSWORD,
            COOKIE,
            HTTP_ONLY,
            BEARER,
            API_KEY,
            QUERY,
            FRAGMENT,
            USERINFO,
            JSON,
            TICKET,
            STORED,
            SET_COOKIE,
            LOCATION,
            FRAME_SENT,
            FRAME_RECEIVED,
            FRAME_BINARY,
            SERVER_EVENT,
            EVENTS_URL,
            BLOCKED,
            SCRIPT,
            CSRF,
            LINK,
            BASIC,
            FULFILLED,
            MULTIPART,
            BODY,
            TARGET,
            FILE,
            LOGGED);

    /** Where each was told in the recording itself, by the method of the message and the key in it. */
    private static final List<List<String>> PLACES = List.of(
            List.of("Input.insertText", "text", PASSWORD),
            List.of("Network.setExtraHTTPHeaders", "headers", API_KEY),
            List.of("Network.setCookie", "value", SET_COOKIE),
            List.of("Page.navigate", "url", QUERY),
            List.of("Page.navigate", "url", FRAGMENT),
            List.of("Page.navigate", "url", USERINFO),
            List.of("Target.createTarget", "url", TARGET),
            List.of("Runtime.evaluate", "expression", COOKIE),
            List.of("Fetch.continueWithAuth", "password", BASIC),
            List.of("Fetch.fulfillRequest", "responseHeaders", FULFILLED),
            List.of("Network.requestWillBeSent", "url", QUERY),
            List.of("Network.requestWillBeSent", "urlFragment", FRAGMENT),
            List.of("Network.requestWillBeSent", "headers", BEARER),
            List.of("Network.requestWillBeSent", "headers", API_KEY),
            List.of("Network.requestWillBeSent", "Referer", QUERY),
            List.of("Network.requestWillBeSent", "postData", JSON),
            List.of("Network.requestWillBeSent", "postData", MULTIPART),
            List.of("Network.requestWillBeSent", "postDataEntries", base64(JSON_BODY)),
            List.of("Network.requestWillBeSent", "documentURL", QUERY),
            List.of("Network.requestWillBeSent", "redirectResponse", LOCATION),
            List.of("Network.requestWillBeSent", "initiator", SCRIPT),
            List.of("Network.requestWillBeSent", "url", EVENTS_URL),
            List.of("Network.requestWillBeSentExtraInfo", "headers", COOKIE),
            List.of("Network.requestWillBeSentExtraInfo", "headers", HTTP_ONLY),
            List.of("Network.requestWillBeSentExtraInfo", "headers", BEARER),
            List.of("Network.requestWillBeSentExtraInfo", "associatedCookies", HTTP_ONLY),
            List.of("Network.requestWillBeSentExtraInfo", "associatedCookies", SET_COOKIE),
            List.of("Network.responseReceived", "url", QUERY),
            List.of("Network.responseReceivedExtraInfo", "headers", HTTP_ONLY),
            List.of("Network.responseReceivedExtraInfo", "headersText", LOCATION),
            List.of("Network.responseReceivedExtraInfo", "blockedCookies", BLOCKED),
            List.of("Network.webSocketCreated", "url", TICKET),
            List.of("Network.webSocketWillSendHandshakeRequest", "headers", API_KEY),
            List.of("Network.webSocketHandshakeResponseReceived", "requestHeaders", API_KEY),
            List.of("Network.webSocketHandshakeResponseReceived", "requestHeadersText", TICKET),
            List.of("Network.webSocketFrameSent", "payloadData", FRAME_SENT),
            List.of("Network.webSocketFrameReceived", "payloadData", FRAME_RECEIVED),
            List.of("Network.eventSourceMessageReceived", "data", SERVER_EVENT),
            List.of("Network.getResponseBody", "body", BODY),
            List.of("Page.frameNavigated", "url", QUERY),
            List.of("Page.frameNavigated", "urlFragment", FRAGMENT),
            List.of("Page.frameStartedNavigating", "url", QUERY),
            List.of("Target.getTargets", "targetInfos", LOGGED),
            List.of("Target.targetInfoChanged", "url", QUERY),
            List.of("Runtime.consoleAPICalled", "args", PASSWORD),
            List.of("Runtime.consoleAPICalled", "stackTrace", QUERY),
            List.of("Debugger.scriptParsed", "url", SCRIPT),
            List.of("Debugger.scriptParsed", "embedderName", QUERY),
            List.of("Log.entryAdded", "url", LOGGED),
            List.of("Input.dispatchKeyEvent", "text", KEY),
            List.of("DOMStorage.domStorageItemAdded", "newValue", STORED),
            List.of("DOMStorage.getDOMStorageItems", "entries", STORED),
            List.of("Network.getCookies", "cookies", HTTP_ONLY),
            List.of("DOM.getDocument", "attributes", CSRF),
            List.of("DOM.getDocument", "attributes", LINK),
            List.of("DOM.getDocument", "documentURL", QUERY),
            List.of("DOM.getDocument", "nodeValue", BEARER),
            List.of("DOMSnapshot.captureSnapshot", "strings", CSRF),
            List.of("Accessibility.getFullAXTree", "nodes", CSRF),
            List.of("Runtime.evaluate", "result", COOKIE),
            List.of("Page.getNavigationHistory", "entries", QUERY));

    private static final Pattern ENTITY = Pattern.compile("&#([0-9]{2,5});");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{100,}={0,2}");

    private static SecretPage server;

    /** Where the test leaves what was really said. */
    private static Path raw;

    @BeforeAll
    static void serve(@TempDir Path directory) throws IOException, InterruptedException {
        server = new SecretPage();
        raw = directory.resolve("raw.jsonl");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void are_in_no_file_of_the_report_nor_in_the_failure_nor_in_the_log(@TempDir Path reports) throws IOException {
        var log = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        Throwable failure;
        try {
            failure = FixtureRun.of(LoginTestCase.class, reports)
                    .with("withcdp.log", "true")
                    .with("withcdp.ci.annotations", "true")
                    .execute()
                    .failure();
        } finally {
            System.setOut(before);
        }
        assertThat(failure).hasMessageContaining("logged in as ‹redacted:");
        proveThatTheyWereTold();
        var texts = new LinkedHashMap<String, String>();
        texts.put("the failure", StackTraces.of(failure));
        texts.put("the log", log.toString(StandardCharsets.UTF_8));
        texts.putAll(texts(reports));
        var summary = Files.createFile(reports.resolve("step.md"));
        var folder = FailurePhaseTests.notedFolder(failure);
        StepSummary.of(Map.of("GITHUB_STEP_SUMMARY", summary.toString()))
                .orElseThrow()
                .append(ReportCard.read(folder).orElseThrow(), folder.resolve("report.html"));
        texts.put("the summary of the step", Files.readString(summary));

        assertThat(texts.get("the summary of the step")).contains("logs&#95;in");
        assertThat(texts)
                .containsKey("index.html")
                .containsKey("report.html")
                .containsKey("transcript.txt")
                .containsKey("traffic.jsonl");
        assertThat(texts.get("the failure")).contains("logged in as ‹redacted:");
        assertThat(texts.get("transcript.txt")).contains("‹redacted:Cookie:");
        assertThat(leaks(texts)).isEmpty();
        // Bytes of a picture, read as text, may be any letter.
        texts.values().removeIf(text -> text.indexOf('\uFFFD') >= 0);
        assertThat(texts).containsKeys("traffic.jsonl", "transcript.txt");
        assertThat(texts).allSatisfy((name, text) -> assertThat(text).as(name).doesNotContain(KEY, "\\u0416"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A secret that was never told proves nothing by its absence. */
    private static void proveThatTheyWereTold() throws IOException {
        var untold = new ArrayList<>(PLACES);
        var text = new StringBuilder();
        for (var message : Recording.read(raw).messages()) {
            text.append(message.json()).append('\n');
            untold.removeIf(place -> message.method().equals(place.get(0)) && isTold(message.tree(), place));
        }
        assertThat(untold).as("places without their secret").isEmpty();
        for (var marker : MARKERS) {
            assertThat(forms(marker))
                    .as("forms of %s", marker)
                    .allSatisfy(form -> assertThat(text.indexOf(form)).as(form).isNotNegative());
        }
    }

    private static boolean isTold(JsonNode message, List<String> place) {
        return message.findValues(place.get(1)).stream().anyMatch(value -> {
            var text = value.isString() ? value.asString("") : value.toString();
            return text.contains(place.get(2));
        });
    }

    private static List<String> leaks(Map<String, String> texts) {
        var leaks = new ArrayList<String>();
        texts.forEach((name, written) -> {
            var text = written
                    + ENTITY.matcher(written)
                            .replaceAll(entity ->
                                    Matcher.quoteReplacement(Character.toString(Integer.parseInt(entity.group(1)))));
            for (var marker : MARKERS) {
                for (var form : writtenForms(marker)) {
                    int at = text.indexOf(form);
                    if (at >= 0) {
                        leaks.add(
                                name + ": " + text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 80)));
                    }
                }
            }
        });
        return leaks;
    }

    /** The forms in which each is told by {@link LoginTestCase}. */
    private static Set<String> forms(String marker) {
        var forms = new LinkedHashSet<String>();
        forms.add(marker);
        forms.add(URLEncoder.encode(marker, StandardCharsets.UTF_8));
        for (int before = 0; before < 3; before++) {
            var bytes = ("x".repeat(before) + marker).getBytes(StandardCharsets.UTF_8);
            var encoded = Base64.getEncoder().encodeToString(bytes);
            var own = encoded.substring(4, encoded.length() - 4);
            forms.add(own);
            forms.add(own.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }

    /** How else a report might write them. */
    private static Set<String> writtenForms(String marker) {
        var forms = forms(marker);
        var percent = URLEncoder.encode(marker, StandardCharsets.UTF_8);
        forms.add(percent.replaceAll("%2F", "%2f").replaceAll("%3D", "%3d"));
        forms.add(marker.replace("&", "&amp;"));
        forms.add(marker.replace("/", "\\/"));
        forms.add(marker.replace("&", "\\u0026"));
        return forms;
    }

    /** Return the texts of all files in a folder, and of whatever is packed in them, by their names. */
    static Map<String, String> texts(Path folder) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                add(file.getFileName().toString(), Files.readAllBytes(file), texts);
            }
        }
        return texts;
    }

    /** Take in a file, and whatever is packed in it. */
    private static void add(String name, byte[] bytes, Map<String, String> texts) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        texts.put(name, text);
        if (name.endsWith(".png") || name.contains(">>>")) {
            return;
        }
        int number = 0;
        for (var run = BASE64.matcher(text); run.find(); ) {
            var decoded = PackedText.bytes(run.group());
            add(name + ">" + number++, decoded, texts);
        }
    }

    @WithCDP(domains = {"Page", "Runtime", "Network", "Log", "DOMStorage", "DOM", "Debugger", "Accessibility"})
    static class LoginTestCase {

        @Test
        void logs_in(CDPSession page, CDPBrowser browser, Recording recording) throws IOException {
            var base = server.address();
            page.send("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("X-Api-Key", API_KEY)));
            page.send("Network.setCookie", Map.of("name", "c", "value", SET_COOKIE, "url", "http://" + base));
            browser.session().send("Target.setDiscoverTargets", Map.of("discover", true));
            page.navigate("http://ada:" + USERINFO + "@" + base + "/login?next=" + QUERY + "#access_token=" + FRAGMENT);
            page.evaluate("document.querySelector('#p').focus()");
            page.send("Input.insertText", Map.of("text", PASSWORD));
            page.evaluate("document.cookie = 'a=%s'".formatted(COOKIE));
            page.evaluate("localStorage.setItem('token', '%s')".formatted(STORED));
            requests(page);
            connections(page);
            intercepted(page);
            page.send("Target.createTarget", Map.of("url", "http://" + base + "/other?ticket=" + TARGET));
            for (var marker : MARKERS) {
                var text = new String(Json.write(marker), StandardCharsets.US_ASCII);
                page.evaluate("document.title = " + text);
                page.evaluate("{ const it = %s, url = text => btoa(text).replaceAll('+', '-').replaceAll('/', '_');"
                                .formatted(text)
                        + "console.log('seen', it, encodeURIComponent(it), btoa(it), btoa('x' + it), btoa('xx' + it),"
                        + " url(it), url('x' + it), url('xx' + it)) }");
                page.evaluate("document.body.append(%s); JSON.stringify({deep: JSON.stringify({it: %s})})"
                        .formatted(text, text));
            }
            page.evaluate("console.error(document.cookie); document.cookie");
            for (var method : List.of(
                    "Network.getCookies",
                    "Storage.getCookies",
                    "Accessibility.getFullAXTree",
                    "Page.getNavigationHistory",
                    "Page.getResourceTree",
                    "Target.getTargets")) {
                page.send(method);
            }
            page.send(
                    "DOMStorage.getDOMStorageItems",
                    Map.of("storageId", Map.of("securityOrigin", "http://" + base, "isLocalStorage", true)));
            page.send("DOM.getDocument", Map.of("depth", -1));
            page.send("DOMSnapshot.captureSnapshot", Map.of("computedStyles", List.of()));
            page.evaluate("document.querySelector('#p').focus()");
            page.send("Input.dispatchKeyEvent", Map.of("type", "char", "text", KEY));
            recording.writeTo(raw);
            var failure = new IllegalStateException(
                    String.format(Locale.ROOT, "logged in as %s", PASSWORD),
                    new IOException("with " + BEARER, new AssertionError("and " + HTTP_ONLY)));
            failure.addSuppressed(new IllegalArgumentException("not " + COOKIE));
            throw failure;
        }

        private static void requests(CDPSession page) {
            page.evaluate("fetch(location.origin + '/api', {headers: {Authorization: 'Bearer %s'}}).then(r => r.text())"
                    .formatted(BEARER));
            page.evaluate("""
                    fetch(location.origin + '/form', {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded'},
                      body: 'user=ada&password=' + encodeURIComponent(document.querySelector('#p').value)}).then(r => r.text())
                    """);
            page.evaluate("""
                    fetch(location.origin + '/json', {method: 'POST', headers: {'Content-Type': 'application/json'},
                      body: JSON.stringify({user: 'ada', accessToken: '%s'})}).then(r => r.text())
                    """.formatted(JSON));
            page.evaluate("""
                    { const form = new FormData(); form.append('user', 'ada');
                      form.append('upload', new Blob(['{"password":"%s"}'], {type: 'application/json'}), 'a.json');
                      fetch(location.origin + '/upload', {method: 'POST', body: form}).then(r => r.text()) }
                    """.formatted(FILE));
            page.evaluate(
                    "{ const form = new FormData(); form.append('client_secret', '%s'); fetch(location.origin + '/upload', {method: 'POST', body: form}) }"
                            .formatted(MULTIPART));
            page.evaluate("say()");
            page.evaluate("fetch(location.origin + '/moved').then(r => r.text())");
            page.evaluate("fetch(location.origin + '/missing?token=%s').then(r => r.text())".formatted(LOGGED));
            page.evaluate("go()");
            page.await(
                    "Network.loadingFinished",
                    event -> true,
                    () -> page.evaluate("fetch(location.origin + '/profile').then(r => r.text())"));
            var profile = page.events().named("Network.responseReceived").stream()
                    .filter(event -> event.param("/response/url").asString("").endsWith("/profile"))
                    .findFirst()
                    .orElseThrow();
            page.send("Network.getResponseBody", Map.of("requestId", profile.param("/requestId")));
        }

        private static void connections(CDPSession page) {
            page.evaluate("""
                    new Promise(done => { const socket = new WebSocket('ws://%s/socket?ticket=%s');
                      socket.onopen = () => socket.send(JSON.stringify({user: 'ada', token: '%s'}));
                      socket.onclose = () => done(0) })
                    """.formatted(server.socketAddress(), TICKET, FRAME_SENT));
            page.evaluate("""
                    new Promise(done => { const events = new EventSource(location.origin + '/events?auth=%s');
                      events.onmessage = () => { events.close(); done(0) } })
                    """.formatted(EVENTS_URL));
        }

        private static void intercepted(CDPSession page) {
            page.on(
                    "Fetch.authRequired",
                    event -> page.send(
                            "Fetch.continueWithAuth",
                            Map.of(
                                    "requestId",
                                    event.param("/requestId"),
                                    "authChallengeResponse",
                                    Map.of("response", "ProvideCredentials", "username", "ada", "password", BASIC))));
            page.on("Fetch.requestPaused", event -> {
                if (event.param("/request/url").asString("").endsWith("/mocked")) {
                    var body = "{\"refreshToken\":\"" + FULFILLED + "\"}";
                    page.send(
                            "Fetch.fulfillRequest",
                            Map.of(
                                    "requestId",
                                    event.param("/requestId"),
                                    "responseCode",
                                    200,
                                    "responseHeaders",
                                    List.of(Map.of("name", "Set-Cookie", "value", "f=" + FULFILLED)),
                                    "body",
                                    Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8))));
                } else {
                    page.send("Fetch.continueRequest", Map.of("requestId", event.param("/requestId")));
                }
            });
            page.send(
                    "Fetch.enable",
                    Map.of(
                            "handleAuthRequests",
                            true,
                            "patterns",
                            List.of(Map.of("urlPattern", "*/basic"), Map.of("urlPattern", "*/mocked"))));
            page.evaluate("fetch(location.origin + '/basic').then(r => r.text())");
            page.evaluate("fetch(location.origin + '/mocked').then(r => r.text())");
            page.send("Fetch.disable");
        }
    }
}
