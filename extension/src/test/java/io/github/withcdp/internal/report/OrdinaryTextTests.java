package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.internal.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people need to find a bug stays in the report, whatever else was said in it. */
class OrdinaryTextTests {

    private static final String PLACE = "https://shop.test/items/blue-mug?page=2&sort=price";

    /** Knows the secrets of all places, and what must not be taken for one. */
    private static final Redactor REDACTOR = redactor();

    private static Redactor redactor() {
        var said = new SecretPlaces().conversation();
        for (var frame : List.of(
                "pageview " + PLACE + " ada 12",
                "{\"type\":\"telemetry\",\"token_url\":\"" + PLACE + "\"}",
                "click #add-to-cart " + PLACE)) {
            said.event(
                    9_000,
                    Conversation.PAGE,
                    "Network.webSocketFrameSent",
                    "{\"response\":{\"opcode\":1,\"payloadData\":" + json(frame) + "}}");
        }
        for (var body : List.of(
                "{\"password\":\"Enter your password\",\"token\":\"Token\",\"pin\":\"Your PIN please\",\"auth\":\"Sign in\"}",
                "{\"login\":{\"passwort\":\"Passwort\",\"secret\":\"Password\",\"session\":\"expired\"}}",
                "function go() { const token = getTokenFromStorage; let secret = undefined; session = currentSession }",
                "{\"tokenType\":\"Bearer\",\"passwordPolicy\":\"strong\",\"authMethod\":\"passkey\"}")) {
            int id = 900 + body.length();
            said.command(9_001, Conversation.PAGE, id, "Network.getResponseBody", "{\"requestId\":\"R\"}")
                    .result(9_002, Conversation.PAGE, id, "{\"body\":" + json(body) + ",\"base64Encoded\":false}");
        }
        return Redaction.DEFAULT.redactorFor(said.messages());
    }

    private static String json(String text) {
        return new String(Json.write(text), StandardCharsets.US_ASCII);
    }

    static Stream<String> texts() {
        return """
            checkout
            The Selenium Grid at http://…@grid:4444/team?… answered POST /session with status 401 Unauthorized.
            ws://…@chrome:9222/devtools/browser/1?a=…#…
            Blue mug
            Ada Lovelace
            ada@example.com
            12 Main Street, Springfield
            2026-11-20
            2026-11-20T13:00:00.000Z
            Fri, 20 Nov 2026 13:00:00 GMT
            12.50 €
            $1,299.00
            1 299,00 kr
            +49 30 1234567
            42
            404
            1732124485123
            1732124485.123456
            12345678
            order 10045 of customer 20017
            550e8400-e29b-41d4-a716-446655440000
            9F86D081884C7D659A2FEAA0C55AD015
            8f3a2c1d
            commit 8f3a2c1d9b7e6f5a4c3b2a1d0e9f8a7b6c5d4e3f
            app.8f3a2c1d.js
            sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
            v1.2.3
            1.2.3-beta.4+build.56
            utf-8
            application/json; charset=utf-8
            text/html
            en-US,en;q=0.9,de;q=0.8
            Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36
            gzip, deflate, br, zstd
            no-store, max-age=0
            127.0.0.1:8080
            [::1]:9222
            192.168.1.17
            fe80::1ff:fe23:4567:890a
            localhost
            shop.test
            https://shop.test/
            https://shop.test/items/42
            https://shop.test/items/blue-mug
            https://shop.test/items/blue-mug?page=2&sort=price
            https://shop.test/search?q=blue+mug&page=2
            https://shop.test/app.js?v=8f3a2c1d
            https://shop.test/static/js/main.8f3a2c1d.chunk.js
            https://shop.test/login
            https://shop.test/login/callback
            https://shop.test/password/reset
            https://shop.test/reset-password
            https://shop.test/auth/session
            https://shop.test/invite/team
            https://shop.test/verify
            https://shop.test/orders/10045#top
            https://shop.test/orders/550e8400-e29b-41d4-a716-446655440000
            https://www.selenium.dev/documentation/webdriver/troubleshooting/errors#staleelementreferenceexception
            wss://shop.test/socket
            http://127.0.0.1:8080/app/index.html
            file:///home/ada/project/target/withcdp-reports/report.html
            data:text/html,<p>hi
            about:blank
            chrome://version
            /api/items/42
            ../images/logo.png
            C:\\Users\\ada\\project
            /home/ada/project/src/main/java/Shop.java
            /tmp/junit-6240428794626233884/traffic.jsonl
            TypeError: Cannot read properties of undefined (reading 'price')
            ReferenceError: basket is not defined
            Uncaught (in promise) Error: Request failed with status code 500
            at render (https://shop.test/app.js:99:12)
            at HTMLButtonElement.onclick (app.js:12:5)
            com.acme.CheckoutTests.pays_once(CheckoutTests.java:31)
            java.lang.AssertionError: expected 3 but was 4
            org.openqa.selenium.NoSuchElementException
            net::ERR_NAME_NOT_RESOLVED
            net::ERR_CONNECTION_REFUSED
            Access to fetch at 'https://api.test/x' from origin 'https://shop.test' has been blocked by CORS policy
            Failed to load resource: the server responded with a status of 404 (Not Found)
            the password is wrong
            the password is required
            password must have 8 characters
            Passwords do not match
            Enter your password
            Forgot your password?
            token expired
            invalid token
            the token is expired
            token is undefined
            session expired
            Your session is about to expire
            session: expired
            authorization required
            authentication failed
            auth: none
            Unauthorized
            Forbidden: no permission
            Basic authentication
            Bearer authentication
            the secret of success
            keep it secret
            a secret garden
            cookies are disabled
            Accept all cookies
            cookie: disabled
            PIN is wrong
            pin it to the board
            key: Enter
            key=ArrowLeft
            key=Escape
            code: 404
            code=KeyA
            code: ERR_NETWORK
            error code: 1006
            country code: DE
            zip code: 12345
            status code 200
            exit code: 1
            keyCode=13
            primary key: id
            foreign key
            public key
            key takeaways
            license: MIT
            licensed under Apache-2.0
            license: Apache-2.0
            author: Ada
            authored by Ada
            tokenizer=wordpiece
            passenger: Ada
            compass=north
            monkey=1
            opinion: good
            shipping: 3 days
            spinner=true
            signature dish
            inside=left
            session storage
            sessionStorage
            localStorage.length
            document.cookie
            document.querySelector('#password')
            document.querySelector('#password').focus()
            input[type=password]
            getTokenFromStorage
            currentSession
            setToken(token)
            if (password === confirmation) {
            const token = readToken()
            let password = input.value
            return password.length > 8
            this.token = token
            props.session
            import { auth } from './auth'
            export default withAuth(App)
            <button type="submit">Sign in</button>
            <label for="password">Password</label>
            <input type="password" placeholder="Password">
            <input type="checkbox" name="remember" value="yes">
            <a href="/login">Sign in</a>
            <div id="session-expired">Please sign in again</div>
            <h1 class="title">Welcome</h1>
            <span id="code">Item 12</span>
            <meta name="viewport" content="width=device-width">
            <meta charset="utf-8">
            <title>Reset your password</title>
            <option value="de">Deutsch</option>
            <td>12.50</td>
            <script src="/app.js"></script>
            #add-to-cart
            .btn-primary
            [data-testid=checkout]
            div > ul li:nth-child(2)
            //button[@id='pay']
            {"name":"Blue mug","price":12.5,"id":42}
            {"id":"550e8400-e29b-41d4-a716-446655440000"}
            {"code":"ERR_NETWORK","message":"no route"}
            {"code":404}
            {"key":"Enter","code":"Enter"}
            {"key":"item-12"}
            {"status":"ok","count":3}
            {"authenticated":true}
            {"token":null}
            {"password":true}
            {"tokenType":"Bearer"}
            {"passwordPolicy":"strong"}
            {"passwordRequired":true,"minLength":8}
            {"sessionTimeout":1800}
            {"authMethod":"passkey"}
            {"items":[{"sku":"MUG-BLUE-12","qty":2}]}
            {"lat":52.52,"lng":13.405}
            {"color":"#a1b2c3"}
            {"date":"2026-11-20","time":"13:00"}
            {"email":"ada@example.com"}
            name,price,city
            data: hello
            event: tick
            42["hello"]
            1234567890123456
            4111111111111112
            DE00370400440532013000
            3.14159265358979
            0.4111111111111111
            0x7ffe12345678
            rgb(12, 34, 56)
            translate(12px, 34px)
            12px 34px
            100%
            50 %
            10:30
            1/2
            a-b-c
            Größe: 42
            Straße 12
            日本語のテキスト
            Привет, мир
            Contraseña olvidada
            Mot de passe oublié
            Senha incorreta
            Kennwort vergessen?
            emoji 🎉 party
            Lorem ipsum dolor sit amet, consectetur adipiscing elit
            the quick brown fox jumps over the lazy dog
            loaded item 12 of the list, and rendered it in its row of the table
            """.lines().filter(line -> !line.isBlank());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void an_ordinary_text_stays_as_it_is(String text) {
        assertThat(REDACTOR.text(text)).isEqualTo(text);

        var logged = new Conversation()
                .event(
                        1,
                        Conversation.PAGE,
                        "Runtime.consoleAPICalled",
                        "{\"args\":[{\"type\":\"string\",\"value\":" + json(text) + "}]}")
                .messages()
                .get(0);
        assertThat(Json.read(REDACTOR.message(logged))).isEqualTo(Json.read(logged.json()));
    }

    @Test
    void there_are_enough_of_them() {
        assertThat(texts().distinct().count()).isGreaterThanOrEqualTo(200);
    }
}
