package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Places and forms in which pages, tests and servers have been seen to tell secrets. Each gets a secret of its own. */
final class SecretPlaces {

    /**
     * A place.
     *
     * @param name of the place, to find it by
     * @param secret what must be in no file
     */
    record Place(String name, String secret) {}

    private final Conversation conversation = new Conversation();
    private final List<Place> places = new ArrayList<>();
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder chromeLog = new StringBuilder();
    private final StringBuilder failure = new StringBuilder();
    private int id = 100;

    Conversation conversation() {
        return conversation;
    }

    List<Place> places() {
        return places;
    }

    String html() {
        return html.toString();
    }

    String chromeLog() {
        return chromeLog.toString();
    }

    String failure() {
        return failure.toString();
    }

    SecretPlaces() {
        console();
        bodies();
        headers();
        urls();
        documents();
        frames();
        protocol();
        elsewhere();
    }

    /** Return the next secret: one that nobody has to have heard of. */
    private String next(String name) {
        var secret = "Qz%03dk7Wv9xT".formatted(places.size());
        places.add(new Place(name, secret));
        return secret;
    }

    private String fixed(String name, String secret) {
        places.add(new Place(name, secret));
        return secret;
    }

    // --- What is logged

    private void console() {
        for (var text : List.of(
                "sid=%s",
                "jwt=%s",
                "pin=%s",
                "pass: %s",
                "key=%s",
                "API key: %s",
                "apiKey = \"%s\"",
                "password is %s",
                "the password was %s.",
                "secret \"%s\"",
                "login --token %s now",
                "run --password=%s",
                "curl -u ada:%s https://a.test/",
                "password=%s",
                "password: '%s'",
                "passwd:%s",
                "Passwort: %s",
                "Kennwort = %s",
                "motDePasse=%s",
                "mot de passe: %s",
                "contraseña: %s",
                "senha=%s",
                "пароль: %s",
                "token -> x, token=%s;",
                "Authorization: Bearer %s",
                "Authorization: Token %s",
                "authorization: ApiKey %s",
                "X-Api-Key: %s",
                "access_token=%s&expires_in=3600",
                "refreshToken:%s",
                "{\"a\":{\"clientSecret\":\"%s\"}}",
                "{'password': '%s'}",
                "{\\\"password\\\":\\\"%s\\\"}",
                "<password>%s</password>",
                "<ns:token>%s</ns:token>",
                "<user password=\"%s\"/>",
                "<secret><![CDATA[%s]]></secret>",
                "set-cookie: sid=%s; Path=/",
                "localStorage.setItem('token', '%s')",
                "headers.set(\"X-Api-Key\", \"%s\")",
                "input.password.value = '%s'",
                "license key: %s",
                "recovery code: %s",
                "mfa_code=%s",
                "session_id=%s",
                "JSESSIONID=%s",
                "db: postgres://ada:%s@db.test/shop",
                "GET /reset?token=%s",
                "see https://a.test/reset/%s",
                "wss://a.test/socket?ticket=%s",
                "client_secret=%s",
                "private_key=%s",
                "AWS_SECRET_ACCESS_KEY=%s",
                "export API_TOKEN=%s",
                "csrf=%s",
                "signature=%s",
                "x-amz-security-token=%s")) {
            log(text.formatted(next("console: " + text)));
        }
        args("token:", next("console.log('token:', token)"));
        args("the API key", next("console.log('the API key', key)"));
        args("password =", next("console.log('password =', password)"));
        log("ghp_" + fixed("GitHub's", "Qz0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uVw"));
        log("key " + fixed("Stripe's", "sk_live_Qz0aB1cD2eF3gH4i"));
        log("jwt " + fixed("JWT", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJRejEyMzQifQ.c2lnbmF0dXJlUXo"));
        log("cut jwt " + fixed("JWT that is cut", "eyJhbGciOiJIUzI1NiJ9") + "…");
        log("cut password=\"" + next("value that is cut") + "…");
        log("card " + fixed("card", "4111111111111111"));
        log("card " + fixed("card in groups", "5500 0000 0000 0004"));
        log("card-" + fixed("card behind a hyphen", "4012888888881881"));
        log("card " + fixed("long card", "6240428794626233876"));
        log("iban " + fixed("IBAN", "DE89370400440532013000"));
        log("iban " + fixed("IBAN in groups", "GB82 WEST 1234 5698 7654 32"));
    }

    private void log(String text) {
        event("Runtime.consoleAPICalled", "{\"type\":\"log\",\"args\":[{\"type\":\"string\",\"value\":%s}]}", text);
    }

    private void args(String name, String value) {
        event(
                "Runtime.consoleAPICalled",
                "{\"type\":\"log\",\"args\":[{\"type\":\"string\",\"value\":" + json(name)
                        + "},{\"type\":\"string\",\"value\":%s}]}",
                value);
    }

    private void event(String method, String params, String text) {
        conversation.event(5_000 + id++, Conversation.PAGE, method, params.replace("%s", json(text)));
    }

    private void command(String method, String params, String result) {
        int number = id++;
        conversation.command(5_000 + number, Conversation.PAGE, number, method, params);
        conversation.result(5_001 + number, Conversation.PAGE, number, result);
    }

    private static String json(String text) {
        return new String(Json.write(text), StandardCharsets.US_ASCII);
    }

    // --- What is sent and received

    private void bodies() {
        for (var field : List.of(
                "password",
                "newPassword",
                "user[password]",
                "mfa_code",
                "otp",
                "recoveryCodes",
                "licenseKey",
                "mnemonic",
                "seedPhrase",
                "passwort",
                "kennwort",
                "motDePasse",
                "contrasena",
                "senha",
                "wachtwoord",
                "apiKey",
                "access_token",
                "refreshToken",
                "idToken",
                "clientSecret",
                "code_verifier",
                "client_assertion",
                "securityAnswer",
                "connectionString",
                "sessionKey",
                "cvv",
                "iban",
                "authCode")) {
            response("{\"a\":{\"" + field + "\":\"" + next("field of an answer: " + field) + "\"}}");
        }
        response("{\"key\":\"" + next("field of an answer: key") + "\"}");
        response("{\"recoveryCodes\":[\"" + next("list in an answer") + "\"]}");
        response("[{\"name\":\"password\",\"value\":\"" + next("pair in an answer") + "\"}]");
        response("{\"body\":\"{\\\"token\\\":\\\"" + next("JSON in JSON") + "\\\"}\"}");
        response("{\"mnemonic\":\"" + fixed("words of a wallet", "legal winner thank year wave sausage worth") + "\"}");
        response(next("plain token"));
        response(next("plain tokens") + "\n" + next("second plain token") + "\n");
        response("user,password,city\nada," + next("CSV") + ",London\n");
        response("user;api_key\n\"ada\";\"" + next("CSV with semicolons") + "\"\n");
        response("data: {\"token\":\"" + next("events with JSON") + "\"}\n\n");
        response("event: login\ndata: " + next("events with a token") + "\n\n");
        response("<login><password>" + next("XML element") + "</password></login>");
        response("<login password='" + next("XML attribute") + "'/>");
        response("<login><apiKey><![CDATA[" + next("XML CDATA") + "]]></apiKey></login>");
        for (var form : List.of("password", "code", "code_verifier", "key", "otp", "pin", "licence_key", "senha")) {
            request("user=ada&" + form + "=" + next("form: " + form) + "&x=1");
        }
        request("plain " + next("body without fields"));
        request("--b1\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n" + next("multipart")
                + "\r\n--b1--\r\n");
        request("{\"variables\":{\"input\":{\"password\":\"" + next("GraphQL") + "\"}}}");
    }

    private void response(String body) {
        int number = id;
        command(
                "Network.getResponseBody",
                "{\"requestId\":\"R" + number + "\"}",
                "{\"body\":" + json(body) + ",\"base64Encoded\":false}");
    }

    private void request(String body) {
        event(
                "Network.requestWillBeSent",
                "{\"requestId\":\"R" + id
                        + "\",\"request\":{\"method\":\"POST\",\"url\":\"https://a.test/api\",\"hasPostData\":true,\"postData\":%s}}",
                body);
    }

    private void headers() {
        for (var header : List.of(
                "X-RapidAPI-Key",
                "Ocp-Apim-Subscription-Key",
                "X-Functions-Key",
                "DPoP",
                "X-Auth-Code",
                "X-License",
                "X-Session-Token",
                "Authorization",
                "Proxy-Authorization",
                "X-Amz-Security-Token",
                "X-CSRF-Token",
                "Cookie",
                "X-Secret",
                "X-Vault-Token",
                "Api-Key",
                "Private-Token")) {
            var value = next("header: " + header);
            event(
                    "Network.requestWillBeSentExtraInfo",
                    "{\"requestId\":\"H\",\"headers\":{\"" + header + "\":%s}}",
                    header.equals("Cookie") ? "sid=" + value : value);
        }
        event(
                "Network.webSocketWillSendHandshakeRequest",
                "{\"requestId\":\"W\",\"request\":{\"headers\":{\"Sec-WebSocket-Protocol\":%s}}}",
                "graphql-ws, " + next("header: Sec-WebSocket-Protocol"));
        event(
                "Network.responseReceivedExtraInfo",
                "{\"requestId\":\"H\",\"headersText\":%s}",
                "HTTP/1.1 200 OK\r\nSet-Cookie: a=" + next("raw cookie") + "; HttpOnly\r\nX-Api-Key:  "
                        + next("raw header") + "  \r\n\r\n");
    }

    private void urls() {
        for (var url : List.of(
                "https://a.test/cb?code=%s",
                "https://a.test/#access_token=%s",
                "https://a.test/#/route?token=%s",
                "https://ada:%s@a.test/",
                "https://a.test/reset/%s",
                "https://a.test/magic-link/%s/open",
                "https://a.test/invite/%s?x=1",
                "https://a.test/verify-email/%s",
                "https://a.test/password/reset/%s#top",
                "https://a.test/p?X-Amz-Signature=%s",
                "https://a.test/p?sig=%s&se=2026",
                "https://a.test/p?next=https%%3A%%2F%%2Fa.test%%2F%%3Ftoken%%3D%s",
                "https://a.test/p;jsessionid=%s?x=1")) {
            event("Page.frameNavigated", "{\"frame\":{\"id\":\"F\",\"url\":%s}}", url.formatted(next("URL: " + url)));
        }
    }

    // --- Documents

    private void documents() {
        for (var element : List.of(
                "<input type=password value=\"%s\">",
                "<input name=csrf_token type=hidden value='%s'>",
                "<input id=api-key value=%s>",
                "<input aria-label=\"Recovery code\" value=\"%s\">",
                "<input placeholder=\"Password\" value=\"%s\">",
                "<label for=x17>PIN</label><input id=x17 value=\"%s\">",
                "<label>Passwort <input value=\"%s\"></label>",
                "<textarea name=privateKey>%s</textarea>",
                "<select name=token><option selected value=\"%s\">One</option></select>",
                "<meta name=\"csrf-token\" content=\"%s\">",
                "<meta content=\"%s\" name=\"api-key\">",
                "<span id=\"api-key\">%s</span>",
                "<code aria-label=\"Recovery code\"> %s </code>",
                "<div contenteditable id=secret>%s</div>",
                "<div data-token=\"%s\"></div>",
                "<button data-clipboard-text=\"%s\" title=\"Copy token\">Copy</button>",
                "<a href=\"/reset?token=%s\">Reset</a>",
                "<a href=\"/download?sig=%s\">Get</a>",
                "<script>const apiKey = \"%s\"</script>",
                "<script>window.__STATE__={\"session\":{\"token\":\"%s\"}}</script>",
                "<iframe src=\"https://a.test/embed?key=%s\"></iframe>")) {
            html.append("<p>")
                    .append(element.formatted(next("HTML: " + element)))
                    .append("</p>\n");
        }
        event(
                "DOM.setChildNodes",
                "{\"nodes\":[{\"nodeName\":\"TEXTAREA\",\"attributes\":[\"name\",\"secret\"],\"children\":[{\"nodeName\":\"#text\",\"nodeValue\":%s}]}]}",
                next("text in the tree of a document"));
        event(
                "DOM.setChildNodes",
                "{\"nodes\":[{\"nodeName\":\"META\",\"attributes\":[\"name\",\"csrf-token\",\"content\",%s]}]}",
                next("meta in the tree of a document"));
    }

    // --- Frames of WebSockets

    private void frames() {
        frame("{\"type\":\"auth\",\"token\":\"" + next("frame with JSON") + "\"}");
        frame("42[\"login\",{\"password\":\"" + next("frame of socket.io") + "\"}]");
        frame("AUTH " + next("frame without fields"));
        frame("token=" + next("frame with a form"));
        binary("\u0081\u00a8password\u00ac" + next("MessagePack"));
        binary("\n\u000c" + next("protocol buffer") + "\u0012\u0003ada\u0018\u0096\u0001");
        event(
                "Network.eventSourceMessageReceived",
                "{\"requestId\":\"E\",\"eventName\":\"message\",\"eventId\":\"1\",\"data\":%s}",
                next("data of an event"));
    }

    private void frame(String payload) {
        event(
                "Network.webSocketFrameSent",
                "{\"requestId\":\"W\",\"response\":{\"opcode\":1,\"mask\":true,\"payloadData\":%s}}",
                payload);
    }

    private void binary(String bytes) {
        event(
                "Network.webSocketFrameReceived",
                "{\"requestId\":\"W\",\"response\":{\"opcode\":2,\"mask\":false,\"payloadData\":%s}}",
                Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }

    // --- Commands and results

    private void protocol() {
        command("Input.insertText", "{\"text\":\"" + next("typed") + "\"}", "{}");
        command(
                "Runtime.evaluate",
                "{\"expression\":\"localStorage.getItem('cart')\"}",
                "{\"result\":{\"type\":\"string\",\"value\":\"" + next("result of getItem") + "\"}}");
        command(
                "Runtime.callFunctionOn",
                "{\"functionDeclaration\":\"k => sessionStorage.getItem(k)\",\"arguments\":[{\"value\":\"k\"}]}",
                "{\"result\":{\"type\":\"string\",\"value\":\"" + next("result of callFunctionOn") + "\"}}");
        command(
                "Runtime.evaluate",
                "{\"expression\":\"document.cookie\"}",
                "{\"result\":{\"type\":\"string\",\"value\":\"a=" + next("result of document.cookie") + "; b=1\"}}");
        command(
                "Runtime.evaluate",
                "{\"expression\":\"user\",\"returnByValue\":true}",
                "{\"result\":{\"type\":\"object\",\"value\":{\"accessToken\":\"" + next("result by value") + "\"}}}");
        command(
                "Runtime.evaluate",
                "{\"expression\":\"document.querySelector('#password').value = '" + next("value that a script sets")
                        + "'\"}",
                "{\"result\":{\"type\":\"undefined\"}}");
        command("DOMStorage.setDOMStorageItem", "{\"key\":\"cart\",\"value\":\"" + next("storage") + "\"}", "{}");
        command("Network.setCookie", "{\"name\":\"a\",\"value\":\"" + next("cookie") + "\"}", "{}");
        command(
                "Network.setExtraHTTPHeaders",
                "{\"headers\":{\"X-Functions-Key\":\"" + next("extra header") + "\"}}",
                "{}");
        event(
                "Runtime.consoleAPICalled",
                "{\"type\":\"log\",\"args\":[{\"type\":\"object\",\"preview\":{\"properties\":[{\"name\":\"pin\",\"type\":\"string\",\"value\":%s}]}}]}",
                next("preview of an object"));
        event(
                "Runtime.consoleAPICalled",
                "{\"type\":\"log\",\"args\":[{\"type\":\"object\",\"preview\":{\"entries\":[{\"key\":{\"type\":\"string\",\"description\":\"token\"},\"value\":{\"type\":\"string\",\"description\":%s}}]}}]}",
                next("preview of a map"));
        event(
                "Runtime.exceptionThrown",
                "{\"timestamp\":1,\"exceptionDetails\":{\"exceptionId\":1,\"text\":\"Uncaught\",\"lineNumber\":0,\"columnNumber\":0,\"exception\":{\"type\":\"object\",\"description\":%s}}}",
                "Error: login failed with password \"" + next("exception of a page") + "\"\n    at go (app.js:1:1)");
        event(
                "Page.javascriptDialogOpening",
                "{\"url\":\"https://a.test/\",\"message\":%s,\"type\":\"alert\",\"hasBrowserHandler\":false}",
                "Your API key: " + next("dialog"));
        event("Log.entryAdded", "{\"entry\":{\"level\":\"error\",\"text\":%s}}", "bad token=" + next("log entry"));
    }

    private void elsewhere() {
        chromeLog
                .append("[1:1] CONSOLE: \"password=")
                .append(next("what Chrome prints"))
                .append("\"\n");
        chromeLog.append("--proxy-auth=").append(next("switch of Chrome")).append('\n');
        failure.append("expected token=").append(next("failure")).append(" but was null\n");
        failure.append("Authorization: Bearer ")
                .append(next("failure with a header"))
                .append('\n');
        failure.append("{\"password\":\"").append(next("failure with JSON")).append("\"}\n");
        var typed = fixed("beginning of a secret before an ellipsis", "Lz6k7Wv9xTbq4");
        command("Input.insertText", "{\"text\":\"" + typed + "Rr81-and-more\"}", "{}");
        failure.append("page said ").append(typed).append("… (12 more characters)\n");
        var stored = fixed("end of a secret behind an ellipsis", "m3Vt8Yq2Zp5");
        command("Input.insertText", "{\"text\":\"first-part-8x-" + stored + "\"}", "{}");
        failure.append("Object{a: …").append(stored).append("}\n");
    }
}
