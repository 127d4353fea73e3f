package comparison.playwright;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.junit.Options;
import com.microsoft.playwright.junit.OptionsFactory;
import comparison.Environment;
import java.nio.file.Path;

/** The browser and the switches that all have. */
public final class BrowserOptions implements OptionsFactory {

    @Override
    public Options getOptions() {
        return new Options()
                .setHeadless(true)
                .setBrowserName("chromium")
                .setLaunchOptions(new LaunchOptions()
                        .setExecutablePath(Path.of(Environment.browser()))
                        .setArgs(Environment.switches()));
    }
}
