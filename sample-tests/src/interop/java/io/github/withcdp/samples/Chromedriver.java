package io.github.withcdp.samples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Selenium's driver with what the machine has; nothing is downloaded. */
final class Chromedriver {

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger SELENIUMS_OWN_CDP = Logger.getLogger("org.openqa.selenium.devtools");

    private Chromedriver() {}

    /** Return the program on the {@code PATH}. */
    static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(directory -> Path.of(directory, "chromedriver"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Start a browser that the driver steers. */
    static ChromeDriver start() {
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program().orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        var options = new ChromeOptions();
        options.setBinary(RunningChrome.executable());
        options.addArguments("--headless=new", "--disable-dev-shm-usage");
        if (System.getProperty("user.name", "").equals("root")) {
            options.addArguments("--no-sandbox"); // as root Chrome refuses to run with it
        }
        SELENIUMS_OWN_CDP.setLevel(
                Level.SEVERE); // it warns that it has no classes for the protocol of this Chrome, and needs none
        return new ChromeDriver(service, options);
    }
}
