package comparison.playwright;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import comparison.Client;
import comparison.Page;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/** Playwright for Java: between it and the browser is a process of Node.js, and all has to be done on one thread. */
public final class PlaywrightClient implements Client {

    private Playwright playwright;
    private Browser browser;

    @Override
    public void launch(String program, List<String> switches) {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(program))
                        .setHeadless(true)
                        .setArgs(switches));
    }

    /** Every page of Playwright has a context. */
    @Override
    public Page newPage(boolean isolated) {
        var context = browser.newContext();
        var page = context.newPage();
        return new PlaywrightPage(page, context.newCDPSession(page));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
