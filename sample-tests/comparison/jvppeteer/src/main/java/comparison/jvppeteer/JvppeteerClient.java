package comparison.jvppeteer;

import com.ruiyun.jvppeteer.api.core.Browser;
import com.ruiyun.jvppeteer.cdp.core.Puppeteer;
import com.ruiyun.jvppeteer.cdp.entities.LaunchOptions;
import comparison.Client;
import comparison.Page;
import java.util.List;

/** jvppeteer over a WebSocket; over the pipe it refuses to connect on Linux. */
public final class JvppeteerClient implements Client {

    private Browser browser;

    @Override
    public void launch(String program, List<String> switches) throws Exception {
        browser = Puppeteer.launch(LaunchOptions.builder()
                .executablePath(program)
                .headless(true)
                .args(switches)
                .protocolTimeout(120_000)
                .build());
    }

    @Override
    public Page newPage(boolean isolated) {
        if (!isolated) {
            var page = browser.newPage();
            return new JvppeteerPage(page.createCDPSession(), page::close);
        }
        var context = browser.createBrowserContext();
        return new JvppeteerPage(context.newPage().createCDPSession(), context::close);
    }

    @Override
    public void close() throws Exception {
        browser.close();
    }
}
