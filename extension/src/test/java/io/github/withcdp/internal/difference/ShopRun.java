package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.recording.TestConversation;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Recording;
import java.time.Duration;

/** A run of a test of a shop. Each has ids, ports and times of its own, as runs have. */
final class ShopRun implements AutoCloseable {

    private final TestConversation conversation = TestConversation.inMemory();
    private final int number;
    private final SessionId page;
    private final String site;
    private int command;

    ShopRun(int number) {
        this.number = number;
        page = new SessionId("9F86D081884C7D659A2FEAA0C55AD01" + number);
        site = "http://127.0.0.1:4000" + number;
        event(SessionId.BROWSER, "Target.attachedToTarget", """
                {"sessionId":"%s","targetInfo":{"targetId":"T%d","type":"page","url":"about:blank"}}""".formatted(page.value(), number));
    }

    ShopRun command(String method, String params, String result) {
        sent(method, params);
        conversation.pass(Duration.ofMillis(1)).result(page, method, command, result);
        return this;
    }

    ShopRun sent(String method, String params) {
        conversation.pass(Duration.ofMillis(1)).sent(page, method, ++command, local(params));
        return this;
    }

    ShopRun evaluate(String expression, String value) {
        return command(
                "Runtime.evaluate",
                "{\"expression\":\"%s\",\"returnByValue\":true}".formatted(expression),
                "{\"result\":{\"type\":\"string\",\"value\":\"%s\"}}".formatted(value));
    }

    ShopRun navigate(String path) {
        return command(
                        "Page.navigate",
                        "{\"url\":\"SITE%s\"}".formatted(path),
                        "{\"frameId\":\"F%d\"}".formatted(number))
                .event(
                        "Page.frameNavigated",
                        "{\"frame\":{\"id\":\"F%d\",\"url\":\"SITE%s\"}}".formatted(number, path));
    }

    ShopRun event(String method, String params) {
        return event(page, method, params);
    }

    ShopRun event(SessionId session, String method, String params) {
        conversation.pass(Duration.ofMillis(1 + number)).event(session, method, local(params));
        return this;
    }

    private String local(String params) {
        return params.replace("SITE", site).replace("RUN", number + "");
    }

    ShopRun asks(String id, String method, String path) {
        return asks(id, method, path, "");
    }

    /** @param headers further ones, each with a comma before it */
    ShopRun asks(String id, String method, String path, String headers) {
        return event("Network.requestWillBeSent", """
                {"requestId":"%s.RUN","loaderId":"L","documentURL":"SITE/","type":"Fetch","timestamp":1%d.0,
                 "request":{"url":"SITE%s","method":"%s","headers":{"Accept":"*/*"%s}},
                 "initiator":{"type":"script","url":"SITE/shop.js","lineNumber":11}}""".formatted(id, number, path, method, headers));
    }

    ShopRun gets(String id, int status) {
        return gets(id, status, "");
    }

    ShopRun gets(String id, int status, String header) {
        return isAnswered(id, status, header).ends(id);
    }

    ShopRun isAnswered(String id, int status, String header) {
        return event("Network.responseReceived", """
                {"requestId":"%s.RUN","type":"Fetch","timestamp":1%d.0,"response":{"url":"SITE/x","status":%d,"statusText":"",
                 "headers":{"date":"Sun, 29 Nov 2026 22:24:2%2$d GMT"%s},"mimeType":"application/json"}}""".formatted(id, number, status, header));
    }

    ShopRun ends(String id) {
        return event(
                "Network.loadingFinished",
                "{\"requestId\":\"%s.RUN\",\"timestamp\":1%d.0,\"encodedDataLength\":30%2$d}".formatted(id, number));
    }

    ShopRun request(String id, String method, String path, int status) {
        return asks(id, method, path).gets(id, status);
    }

    ShopRun body(String id, String body) {
        return command(
                "Network.getResponseBody",
                "{\"requestId\":\"%s.RUN\"}".formatted(id),
                "{\"body\":\"%s\",\"base64Encoded\":false}".formatted(body.replace("\"", "\\\"")));
    }

    ShopRun logs(String type, String text) {
        return event("Runtime.consoleAPICalled", """
                {"type":"%s","args":[{"type":"string","value":"%s"}],"executionContextId":1,"timestamp":173291827364%d.1}""".formatted(type, text, number));
    }

    /** The script that asks for everything throws. */
    ShopRun throwsIn(String script, String text) {
        return event("Runtime.exceptionThrown", """
                {"timestamp":173291827364%d.1,"exceptionDetails":{"exceptionId":1,"text":"Uncaught","lineNumber":1,"columnNumber":1,"url":"SITE%s",
                 "exception":{"type":"object","className":"TypeError","description":"%s"}}}""".formatted(number, script, text));
    }

    /** The browser says something about a resource. */
    ShopRun browserLogs(String path, String text) {
        return event("Log.entryAdded", """
                {"entry":{"source":"network","level":"error","text":"%s","timestamp":173291827364%d.1,"url":"SITE%s"}}""".formatted(text, number, path));
    }

    Recording recording() {
        return conversation.recording();
    }

    @Override
    public void close() {
        conversation.close();
    }
}
