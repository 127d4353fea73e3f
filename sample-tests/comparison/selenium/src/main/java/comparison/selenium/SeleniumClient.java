package comparison.selenium;

import comparison.Client;
import comparison.Page;
import comparison.Profile;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** Selenium's connection with DevTools, beside its chromedriver. */
public final class SeleniumClient implements Client {

    private Profile profile;
    private ChromeDriver driver;
    private RawConnection connection;

    @Override
    public void launch(String browser, List<String> switches) throws Exception {
        profile = Profile.create();
        driver = Drivers.start(browser, switches, profile);
        connection = new RawConnection(driver);
    }

    @Override
    public Page newPage(boolean isolated) {
        var context = isolated
                ? (String) connection
                        .send(null, "Target.createBrowserContext", Map.of())
                        .get("browserContextId")
                : "";
        var params = isolated
                ? Map.<String, Object>of("url", "about:blank", "browserContextId", context)
                : Map.<String, Object>of("url", "about:blank");
        var target =
                (String) connection.send(null, "Target.createTarget", params).get("targetId");
        return new SeleniumPage(connection, connection.attach(target), target, context);
    }

    @Override
    public void close() throws Exception {
        connection.close();
        driver.quit();
        profile.delete();
    }
}
