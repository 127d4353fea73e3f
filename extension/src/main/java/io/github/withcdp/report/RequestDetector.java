package io.github.withcdp.report;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Requests that got no response, or one with a status of 400 or above; the browser's own one for its icon does not count. */
final class RequestDetector implements Detector {

    private static final int OPEN = 10_000;
    private static final int URL = 200;

    private record Request(String method, String url) {

        @Override
        public String toString() {
            return method + " " + url;
        }
    }

    private record LogEntry(Duration elapsed, SessionId session, String sentence) {}

    private final Map<String, Request> requests = new BoundedMap<>(OPEN);
    private final Map<String, Boolean> told = new BoundedMap<>(OPEN);
    private final Map<String, LogEntry> logged = new BoundedMap<>(OPEN);

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (!message.isEvent()) {
            return;
        }
        switch (message.method()) {
            case "Network.requestWillBeSent" -> remember(Detector.read(message, "params"));
            case "Network.responseReceived" -> response(message, findings);
            case "Network.loadingFailed" -> failed(message, findings);
            case "Log.entryAdded" -> log(message, findings);
            default -> {
                // says nothing about requests
            }
        }
    }

    @Override
    public void end(Duration elapsed, Findings findings) {
        logged.forEach((request, entry) -> {
            if (!told.containsKey(request)) {
                findings.add(Suspicion.Kind.LOG_ERROR, entry.elapsed(), entry.session(), entry.sentence());
            }
        });
    }

    private void remember(JsonNode params) {
        var request = params.path("request");
        requests.put(
                id(params, "requestId"), new Request(request.path("method").asString("GET"), url(request.path("url"))));
    }

    private void response(RecordedMessage message, Findings findings) {
        var params = Detector.read(message, "params");
        var response = params.path("response");
        int status = response.path("status").asInt(0);
        var url = url(response.path("url"));
        if (status < 400 || isIcon(url)) {
            return;
        }
        var id = id(params, "requestId");
        told.put(id, true);
        var request = requests.get(id);
        findings.add(
                Suspicion.Kind.BAD_STATUS,
                message.elapsed(),
                message.session(),
                "%s was answered with %d %s"
                        .formatted(
                                request == null ? url : request.method() + " " + url,
                                status,
                                response.path("statusText").asString(""))
                        .stripTrailing());
    }

    private void failed(RecordedMessage message, Findings findings) {
        var params = Detector.read(message, "params");
        var id = id(params, "requestId");
        var request = requests.remove(id);
        if (params.path("canceled").asBoolean(false) || (request != null && isIcon(request.url()))) {
            return;
        }
        told.put(id, true);
        var blocked = params.path("blockedReason").asString("");
        findings.add(
                Suspicion.Kind.REQUEST_FAILED,
                message.elapsed(),
                message.session(),
                "%s failed: %s%s"
                        .formatted(
                                request == null ? "A request whose beginning was not recorded" : request,
                                params.path("errorText").asString("no reason given"),
                                blocked.isEmpty() ? "" : ", blocked by " + blocked));
    }

    /** The browser logs a failed request as well; told is only what the network events do not tell. */
    private void log(RecordedMessage message, Findings findings) {
        var entry = Detector.read(message, "params").path("entry");
        var url = url(entry.path("url"));
        if (!entry.path("level").asString("").equals("error") || isIcon(url)) {
            return;
        }
        var sentence =
                "The browser logged: " + entry.path("text").asString("") + (url.isEmpty() ? "" : " (" + url + ")");
        var request = entry.path("networkRequestId").asString("");
        if (request.isEmpty()) {
            findings.add(Suspicion.Kind.LOG_ERROR, message.elapsed(), message.session(), sentence);
        } else {
            logged.put(request, new LogEntry(message.elapsed(), message.session(), SafeText.line(sentence, 2 * URL)));
        }
    }

    private static String id(JsonNode params, String name) {
        return params.path(name).asString("");
    }

    private static String url(JsonNode node) {
        return SafeText.line(node.asString(""), URL); // a data: URL may be megabytes
    }

    private static boolean isIcon(String url) {
        int end = url.length();
        for (char c : new char[] {'?', '#'}) {
            int at = url.indexOf(c);
            end = at < 0 ? end : Math.min(end, at);
        }
        int scheme = url.indexOf("://");
        int path = scheme < 0 ? -1 : url.indexOf('/', scheme + 3);
        return path >= 0 && path < end && url.substring(path, end).equals("/favicon.ico");
    }
}
