package comparison.selenium;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.devtools.Command;
import org.openqa.selenium.devtools.Connection;
import org.openqa.selenium.devtools.Event;
import org.openqa.selenium.devtools.SeleniumCdpConnection;
import org.openqa.selenium.devtools.idealized.target.model.SessionID;

/** What Selenium's DevTools are built on; there need be no classes for the commands of just this browser. */
final class RawConnection implements AutoCloseable {

    private final Connection connection;

    RawConnection(WebDriver driver) {
        connection = SeleniumCdpConnection.create(driver).orElseThrow();
    }

    /** Send to a session, or with null to the browser, and wait. */
    Map<String, Object> send(SessionID session, String method, Map<String, Object> params) {
        return connection.sendAndWait(session, command(method, params), Duration.ofSeconds(60));
    }

    CompletableFuture<Map<String, Object>> sendAsync(SessionID session, String method, Map<String, Object> params) {
        return connection.send(session, command(method, params));
    }

    void on(String event, Consumer<Map<String, Object>> handler) {
        connection.addListener(
                new Event<Map<String, Object>>(event, input -> input.read(Map.class)),
                (number, params) -> handler.accept(params));
    }

    SessionID attach(String target) {
        var params = Map.<String, Object>of("targetId", target, "flatten", true);
        return new SessionID(
                (String) send(null, "Target.attachToTarget", params).get("sessionId"));
    }

    private static Command<Map<String, Object>> command(String method, Map<String, Object> params) {
        return new Command<>(method, params, input -> input.read(Map.class));
    }

    @Override
    public void close() {
        connection.close();
    }
}
