package io.github.withcdp.internal.report;

import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/** Made-up messages of the kinds, the sizes and the mixture that a page with many requests and a talkative console brings about. */
final class TypicalTraffic {

    private static final SessionId PAGE = new SessionId("5E3A7F0B6C1D4E2F9A8B7C6D5E4F3A2B");
    private static final SessionId WORKER = new SessionId("0F1E2D3C4B5A69788796A5B4C3D2E1F0");
    private static final String[] RESOURCES = {"api/orders", "api/users", "static/chunk", "images/photo", "track"};

    private final MessageRecorder recorder;
    private final Random random = new Random(42);
    private int requests;
    private int commands;

    private TypicalTraffic(MessageRecorder recorder) {
        this.recorder = recorder;
    }

    /** Record this many messages. */
    static void record(MessageRecorder recorder, int count) {
        var traffic = new TypicalTraffic(recorder);
        traffic.attach();
        while (recorder.position() < count) {
            traffic.exchange();
            traffic.console();
            traffic.evaluate();
            traffic.document();
        }
    }

    private void attach() {
        attached(PAGE, "page", "https://shop.example/checkout");
        attached(WORKER, "worker", "https://shop.example/worker.js");
    }

    private void attached(SessionId session, String type, String url) {
        event(SessionId.BROWSER, "Target.attachedToTarget", """
                {"sessionId":"%s","targetInfo":{"targetId":"%s","type":"%s","title":"","url":"%s","attached":true,"canAccessOpener":false,"browserContextId":"AA51"},"waitingForDebugger":true}\
                """.formatted(session.value(), hex(32), type, url));
    }

    private void exchange() {
        int number = ++requests;
        var session = number % 10 == 0 ? WORKER : PAGE;
        var id = "4711." + number;
        var url = "https://shop.example/%s/%d?page=%d&token=%s"
                .formatted(RESOURCES[number % RESOURCES.length], random.nextInt(100_000), number % 50, hex(8));
        double time = 180_000 + number * 0.0123;
        event(session, "Network.requestWillBeSent", """
                {"requestId":"%s","loaderId":"8F5C8A2E6C2A4D0B9F6B","documentURL":"https://shop.example/checkout","request":{"url":"%s","method":"%s","headers":{"User-Agent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/150.0.0.0 Safari/537.36","Accept":"application/json","Referer":"https://shop.example/checkout","sec-ch-ua-platform":"\\"Linux\\""},"mixedContentType":"none","initialPriority":"High","referrerPolicy":"strict-origin-when-cross-origin","isSameSite":true},"timestamp":%.6f,"wallTime":1763640000.%06d,"initiator":{"type":"script","stack":{"callFrames":[{"functionName":"load","scriptId":"12","url":"https://shop.example/static/app.js","lineNumber":%d,"columnNumber":17},{"functionName":"","scriptId":"12","url":"https://shop.example/static/app.js","lineNumber":3,"columnNumber":5}]}},"redirectHasExtraInfo":false,"type":"Fetch","frameId":"D7E1","hasUserGesture":false}\
                """.formatted(
                        id, url, number % 7 == 0 ? "POST" : "GET", time, number % 1_000_000, number % 900));
        event(session, "Network.requestWillBeSentExtraInfo", """
                {"requestId":"%s","associatedCookies":[],"headers":{"Accept":"application/json","Accept-Encoding":"gzip, deflate, br, zstd","Connection":"keep-alive","Cookie":"session=%s","Host":"shop.example"},"connectTiming":{"requestTime":%.6f}}\
                """.formatted(id, "a1b2c3d4e5f60718", time));
        event(session, "Network.responseReceivedExtraInfo", """
                {"requestId":"%s","blockedCookies":[],"headers":{"content-type":"application/json","date":"Fri, 20 Nov 2026 12:00:%02d GMT","etag":"%s","vary":"accept-encoding"},"resourceIPAddressSpace":"Public","statusCode":%d,"cookiePartitionKey":{"topLevelSite":"https://shop.example","hasCrossSiteAncestor":false}}\
                """.formatted(id, number % 60, hex(16), status(number)));
        event(session, "Network.responseReceived", """
                {"requestId":"%s","loaderId":"8F5C8A2E6C2A4D0B9F6B","timestamp":%.6f,"type":"Fetch","response":{"url":"%s","status":%d,"statusText":"","headers":{"content-type":"application/json"},"mimeType":"application/json","charset":"","connectionReused":true,"connectionId":%d,"remoteIPAddress":"203.0.113.7","remotePort":443,"fromDiskCache":false,"fromServiceWorker":false,"encodedDataLength":%d,"timing":{"requestTime":%.6f,"proxyStart":-1,"proxyEnd":-1,"dnsStart":-1,"dnsEnd":-1,"connectStart":-1,"connectEnd":-1,"sslStart":-1,"sslEnd":-1,"sendStart":0.212,"sendEnd":0.301,"receiveHeadersStart":%.3f,"receiveHeadersEnd":%.3f},"protocol":"h2","securityState":"secure"},"hasExtraInfo":true,"frameId":"D7E1"}\
                """.formatted(
                        id,
                        time + 0.05,
                        url,
                        status(number),
                        number % 6,
                        100 + random.nextInt(900),
                        time,
                        20 + random.nextDouble() * 30,
                        51 + random.nextDouble()));
        for (int i = 0; i < 2; i++) {
            event(session, "Network.dataReceived", """
                    {"requestId":"%s","timestamp":%.6f,"dataLength":%d,"encodedDataLength":0}\
                    """.formatted(id, time + 0.06, random.nextInt(65_536)));
        }
        event(session, "Network.loadingFinished", """
                {"requestId":"%s","timestamp":%.6f,"encodedDataLength":%d}\
                """.formatted(id, time + 0.07, random.nextInt(100_000)));
    }

    private static int status(int number) {
        return number % 500 == 0 ? 404 : 200;
    }

    private void console() {
        event(PAGE, "Runtime.consoleAPICalled", """
                {"type":"%1$s","args":[{"type":"string","value":"loaded %%s in %%d ms"},{"type":"string","value":"order %2$s"},{"type":"number","value":%3$d,"description":"%3$d"},{"type":"object","className":"Object","description":"Object","objectId":"77.1.%4$d","preview":{"type":"object","description":"Object","overflow":false,"properties":[{"name":"id","type":"number","value":"%4$d"},{"name":"state","type":"string","value":"paid"}]}}],"executionContextId":3,"timestamp":1763640000123.%4$d,"stackTrace":{"callFrames":[{"functionName":"render","scriptId":"12","url":"https://shop.example/static/app.js","lineNumber":210,"columnNumber":12}]}}\
                """.formatted(
                        requests % 1_000 == 0 ? "error" : "log", hex(6), random.nextInt(900), requests));
    }

    private void evaluate() {
        int id = ++commands;
        say(Direction.SENT, PAGE, "Runtime.evaluate", id, """
                {"id":%d,"sessionId":"%s","method":"Runtime.evaluate","params":{"expression":"document.querySelectorAll('.order-%d').length","returnByValue":true,"awaitPromise":true,"userGesture":true}}\
                """.formatted(id, PAGE.value(), id));
        say(Direction.RECEIVED, PAGE, "Runtime.evaluate", id, """
                {"id":%d,"result":{"result":{"type":"number","value":%d,"description":"%2$d"}},"sessionId":"%s"}\
                """.formatted(id, random.nextInt(50), PAGE.value()));
    }

    private void document() {
        int node = requests * 4;
        event(PAGE, "DOM.childNodeInserted", """
                {"parentNodeId":%d,"previousNodeId":%d,"node":{"nodeId":%d,"backendNodeId":%3$d,"nodeType":1,"nodeName":"LI","localName":"li","nodeValue":"","childNodeCount":2,"attributes":["class","order order-%d","data-state","paid"],"children":[{"nodeId":%d,"backendNodeId":%5$d,"nodeType":3,"nodeName":"#text","localName":"","nodeValue":"Order %s"}]}}\
                """.formatted(node, node + 1, node + 2, requests, node + 3, hex(12)));
        event(PAGE, "Page.lifecycleEvent", """
                {"frameId":"D7E1","loaderId":"8F5C8A2E6C2A4D0B9F6B","name":"networkAlmostIdle","timestamp":%.6f}\
                """.formatted(180_000 + requests * 0.0123));
    }

    private void event(SessionId session, String method, String params) {
        var suffix = session.isBrowser() ? "" : ",\"sessionId\":\"" + session.value() + "\"";
        say(
                Direction.RECEIVED,
                session,
                method,
                0,
                "{\"method\":\"" + method + "\",\"params\":" + params + suffix + "}");
    }

    private void say(Direction direction, SessionId session, String method, int id, String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        recorder.record(direction, session, method, id, bytes, 0, bytes.length);
    }

    private String hex(int digits) {
        var text = new StringBuilder(digits);
        while (text.length() < digits) {
            text.append(String.format(Locale.ROOT, "%08x", random.nextInt()));
        }
        return text.substring(0, digits);
    }
}
