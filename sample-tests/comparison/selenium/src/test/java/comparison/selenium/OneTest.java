package comparison.selenium;

import static org.junit.jupiter.api.Assertions.assertEquals;

import comparison.Environment;
import comparison.Profile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.chrome.ChromeDriver;

/** One small test with a driver of its own. */
class OneTest {

    private Profile profile;
    private ChromeDriver driver;

    @BeforeEach
    void start() throws Exception {
        profile = Profile.create();
        driver = Drivers.start(Environment.browser(), Environment.switches(), profile);
    }

    @AfterEach
    void quit() throws Exception {
        driver.quit();
        profile.delete();
    }

    @Test
    void receives_what_the_page_logs() throws Exception {
        try (var connection = new RawConnection(driver)) {
            var session = connection.attach(page(connection));
            var logged = new CompletableFuture<Object>();
            connection.on(
                    "Runtime.consoleAPICalled", event -> logged.complete(value(((List<?>) event.get("args")).get(0))));
            connection.send(session, "Runtime.enable", Map.of());

            var answer = connection.send(session, "Runtime.evaluate", Map.of("expression", "console.log(1);1"));

            assertEquals(1L, value(answer.get("result")));
            assertEquals(1L, logged.get(5, TimeUnit.SECONDS));
        }
    }

    private static Object value(Object object) {
        return ((Number) ((Map<?, ?>) object).get("value")).longValue();
    }

    private static String page(RawConnection connection) {
        var targets =
                (List<?>) connection.send(null, "Target.getTargets", Map.of()).get("targetInfos");
        return targets.stream()
                .map(target -> (Map<?, ?>) target)
                .filter(target -> "page".equals(target.get("type")))
                .map(target -> (String) target.get("targetId"))
                .findFirst()
                .orElseThrow();
    }
}
