package io.github.withcdp.assertions;

import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import java.util.function.Consumer;

/** What Chrome tells of requests and consoles, in as few words as the tests need. */
final class Traffic {

    static final String SITE = "http://localhost";

    private final ScriptedSession session;
    private String site = SITE;

    private Traffic(ScriptedSession session) {
        this.session = session;
    }

    static Traffic of(ScriptedSession session) {
        return new Traffic(session);
    }

    /** Return the exchange that this has become; there must be one only. */
    static Exchange exchange(Consumer<Traffic> happening) {
        var session = ScriptedSession.page();
        happening.accept(of(session));
        return session.recording().exchanges().get(0);
    }

    /** Return the frame that comes with this; there must be one only. */
    static StreamFrame frame(Consumer<Traffic> happening) {
        var exchange = exchange(happening);
        return new StreamFrame(exchange, exchange.frames().get(0));
    }

    /** Return the console message that this has become; there must be one only. */
    static ConsoleMessage message(Consumer<Traffic> happening) {
        var session = ScriptedSession.page();
        happening.accept(of(session));
        return session.recording().console().get(0);
    }

    /** Have what follows happen at another site. */
    Traffic at(String other) {
        site = other;
        return this;
    }

    Traffic asked(String id, String method, String path) {
        return asked(id, method, path, "\"headers\":{\"Accept\":\"application/json\"}");
    }

    Traffic asked(String id, String method, String path, String more) {
        session.receive("Network.requestWillBeSent", """
                {"requestId":"%s","type":"Fetch","documentURL":"%s/","initiator":{"type":"script"},
                "request":{"method":"%s","url":"%s%s",%s}}""".formatted(id, site, method, site, path, more));
        return this;
    }

    Traffic redirected(String id, String from, String to) {
        session.receive("Network.requestWillBeSent", """
                {"requestId":"%s","type":"Document","documentURL":"%s/","initiator":{"type":"other"},
                "redirectResponse":{"url":"%s%s","status":302,"statusText":"Found","headers":{"location":"%s"}},
                "request":{"method":"GET","url":"%s%s","headers":{}}}""".formatted(id, site, site, from, to, site, to));
        return this;
    }

    Traffic answered(String id, int status, String statusText) {
        return answered(id, status, statusText, "\"mimeType\":\"application/json\"");
    }

    Traffic answered(String id, int status, String statusText, String more) {
        session.receive("Network.responseReceived", """
                {"requestId":"%s","type":"Fetch","response":{"url":"%s/","status":%d,"statusText":"%s",%s,
                "headers":{"Content-Type":"application/json","ETag":"7"}}}""".formatted(id, site, status, statusText, more));
        return this;
    }

    Traffic servedFromMemory(String id) {
        session.receive("Network.requestServedFromCache", "{\"requestId\":\"%s\"}".formatted(id));
        return this;
    }

    Traffic finished(String id) {
        session.receive("Network.loadingFinished", "{\"requestId\":\"%s\",\"encodedDataLength\":100}".formatted(id));
        return this;
    }

    Traffic failed(String id, String errorText, String more) {
        session.receive(
                "Network.loadingFailed",
                "{\"requestId\":\"%s\",\"type\":\"Fetch\",\"errorText\":\"%s\"%s}".formatted(id, errorText, more));
        return this;
    }

    /** Make all of it happen at once: asked for, answered, finished. */
    Traffic loaded(String id, String method, String path, int status, String statusText) {
        return asked(id, method, path).answered(id, status, statusText).finished(id);
    }

    /** Have somebody ask for the body, so that it is on record. */
    Traffic body(String id, String body) {
        int number = session.messages.size() + 1;
        session.messages.add(Made.command(
                session.messages.size(),
                session.id(),
                "Network.getResponseBody",
                number,
                "{\"requestId\":\"%s\"}".formatted(id)));
        session.messages.add(Made.answer(
                session.messages.size(),
                session.id(),
                "Network.getResponseBody",
                number,
                "\"result\":{\"body\":%s,\"base64Encoded\":false}".formatted(Made.text(body))));
        return this;
    }

    Traffic socket(String id, String url) {
        session.receive(
                "Network.webSocketCreated",
                "{\"requestId\":\"%s\",\"url\":\"%s\",\"initiator\":{\"type\":\"script\"}}".formatted(id, url));
        return this;
    }

    /** Have a frame come, or go: {@code Sent} or {@code Received}. */
    Traffic frame(String id, String way, int opcode, String payload) {
        session.receive(
                "Network.webSocketFrame" + way,
                "{\"requestId\":\"%s\",\"timestamp\":1,\"response\":{\"opcode\":%d,\"mask\":false,\"payloadData\":%s}}"
                        .formatted(id, opcode, Made.text(payload)));
        return this;
    }

    Traffic eventSource(String id, String path) {
        session.receive("Network.requestWillBeSent", """
                {"requestId":"%s","type":"EventSource","documentURL":"%s/","initiator":{"type":"script"},
                "request":{"method":"GET","url":"%s%s","headers":{}}}""".formatted(id, site, site, path));
        return this;
    }

    Traffic told(String id, String event, String data) {
        session.receive(
                "Network.eventSourceMessageReceived",
                "{\"requestId\":\"%s\",\"timestamp\":1,\"eventName\":\"%s\",\"eventId\":\"\",\"data\":%s}"
                        .formatted(id, event, Made.text(data)));
        return this;
    }

    Traffic said(String type, String text) {
        session.receive("Runtime.consoleAPICalled", """
                {"type":"%s","args":[{"type":"string","value":%s}],
                "stackTrace":{"callFrames":[{"functionName":"pay","url":"%s/app.js","lineNumber":11,"columnNumber":6}]}}""".formatted(type, Made.text(text), site));
        return this;
    }

    Traffic logged(String level, String text, String path) {
        session.receive(
                "Log.entryAdded",
                "{\"entry\":{\"source\":\"network\",\"level\":\"%s\",\"text\":%s,\"url\":\"%s%s\"}}"
                        .formatted(level, Made.text(text), site, path));
        return this;
    }

    /** What it threw is handled after all. */
    Traffic handled() {
        session.receive(
                "Runtime.exceptionRevoked", "{\"reason\":\"Handler added to rejected promise\",\"exceptionId\":1}");
        return this;
    }

    Traffic threw(String text) {
        session.receive("Runtime.exceptionThrown", """
                {"exceptionDetails":{"exceptionId":1,"text":"Uncaught","lineNumber":2,"columnNumber":3,"url":"%s/app.js",
                "exception":{"type":"object","subtype":"error","className":"Error","description":%s}}}""".formatted(site, Made.text(text)));
        return this;
    }
}
