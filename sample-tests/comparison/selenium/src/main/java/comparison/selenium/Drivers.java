package comparison.selenium;

import comparison.Profile;
import java.io.File;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Makes drivers with the chromedriver that is installed. */
final class Drivers {

    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private Drivers() {}

    static ChromeDriver start(String browser, List<String> switches, Profile profile) {
        SELENIUM.setLevel(Level.SEVERE); // it warns of a Chromium that is newer than itself
        var options = new ChromeOptions();
        options.setBinary(browser);
        options.addArguments("--headless", "--user-data-dir=" + profile);
        options.addArguments(switches);
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .usingAnyFreePort()
                        .withSilent(true)
                        .build(),
                options);
    }
}
