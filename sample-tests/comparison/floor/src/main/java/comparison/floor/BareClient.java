package comparison.floor;

import comparison.Client;
import comparison.Page;
import comparison.Profile;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The least that a client of the protocol is: numbers for commands, who waits for which answer, sessions. How bytes are carried, a subclass says. */
public abstract class BareClient implements Client {

    private static final int MOST_IN_FLIGHT = 1 << 18;

    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicReferenceArray<CompletableFuture<Message>> waiting = new AtomicReferenceArray<>(MOST_IN_FLIGHT);
    private final Map<String, BarePage> pages = new ConcurrentHashMap<>();
    private volatile BarePage lastPage;
    private volatile boolean closing;
    private Process browser;
    private Profile profile;

    /** Write one message. */
    protected abstract void write(String json) throws Exception;

    /** End the connection. */
    protected abstract void disconnect() throws Exception;

    /** Start the browser and return its WebSocket's URL. */
    protected final String launchWithPort(String program, List<String> switches) throws Exception {
        browser = new ProcessBuilder(command(List.of(program), switches, "--remote-debugging-port=0"))
                .redirectInput(new File("/dev/null"))
                .redirectOutput(Redirect.DISCARD)
                .start();
        var said = new BufferedReader(new InputStreamReader(browser.getErrorStream(), StandardCharsets.UTF_8));
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("DevTools listening on ")) {
                daemon("what the browser says", () -> said.lines().forEach(ignored -> {}));
                return line.substring("DevTools listening on ".length()).strip();
            }
        }
        throw new IOException("The browser did not say where it listens");
    }

    /** Start the browser with the two ends of a pipe as its file descriptors 3 and 4. */
    protected final Process launchWithPipe(String program, List<String> switches) throws Exception {
        var shell = List.of("sh", "-c", "exec \"$@\" 3<&0 4>&1 0</dev/null 1>&2", "sh", program);
        browser = new ProcessBuilder(command(shell, switches, "--remote-debugging-pipe"))
                .redirectError(Redirect.DISCARD)
                .start();
        return browser;
    }

    private List<String> command(List<String> program, List<String> switches, String debugging) throws IOException {
        profile = Profile.create();
        var command = new ArrayList<>(program);
        command.add("--headless");
        command.addAll(switches);
        command.add("--user-data-dir=" + profile);
        command.add(debugging);
        command.add("about:blank");
        return command;
    }

    static void daemon(String name, Runnable body) {
        var thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether the connection is meant to end. */
    protected final boolean isClosing() {
        return closing;
    }

    /** Take a message; its bytes are good for this call only. */
    protected final void receive(Message message) {
        int id = message.id();
        if (id == 0) {
            event(message);
            return;
        }
        var future = waiting.getAndSet(id % MOST_IN_FLIGHT, null);
        if (future == null) {
            return;
        }
        try {
            future.complete(message.copy().orRefusal());
        } catch (IOException refusal) {
            future.completeExceptionally(refusal);
        }
    }

    /** The session stands last in an event: {@code …,"sessionId":"32 hex digits"}}. */
    private void event(Message message) {
        int at = message.length() - 34;
        var page = lastPage;
        if (page == null || !message.hasAt(at, page.session())) {
            page = message.hasAt(at - 13, "\"sessionId\":\"") ? pages.get(message.part(at, at + 32)) : null;
            if (page == null) {
                return;
            }
            lastPage = page;
        }
        page.handle(message);
    }

    final Message call(String method, Map<String, Object> params, String session) throws Exception {
        try {
            return callAsync(method, params, session).get(120, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    final CompletableFuture<Message> callAsync(String method, Map<String, Object> params, String session)
            throws Exception {
        int id = ids.incrementAndGet();
        var answer = new CompletableFuture<Message>();
        waiting.set(id % MOST_IN_FLIGHT, answer);
        write(CommandText.of(id, method, params, session));
        return answer;
    }

    @Override
    public final Page newPage(boolean isolated) throws Exception {
        var context =
                isolated ? call("Target.createBrowserContext", Map.of(), "").text("browserContextId") : "";
        var params = isolated
                ? Map.<String, Object>of("url", "about:blank", "browserContextId", context)
                : Map.<String, Object>of("url", "about:blank");
        var target = call("Target.createTarget", params, "").text("targetId");
        var session = call("Target.attachToTarget", Map.of("targetId", target, "flatten", true), "")
                .text("sessionId");
        var page = new BarePage(this, session, target, context);
        pages.put(session, page);
        return page;
    }

    final void forget(String session) {
        pages.remove(session);
    }

    @Override
    public final void close() throws Exception {
        closing = true;
        try {
            call("Browser.close", Map.of(), "");
        } catch (IOException e) {
            // it may be gone before it answers
        }
        if (!browser.waitFor(10, TimeUnit.SECONDS)) {
            browser.destroyForcibly();
        }
        disconnect();
        profile.delete();
    }
}
