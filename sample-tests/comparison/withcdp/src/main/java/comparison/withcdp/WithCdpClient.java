package comparison.withcdp;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import comparison.Client;
import comparison.Page;
import io.github.withcdp.CDPBrowser;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** WithCDP as its users have it, with everything on record: a test is given a browser, and lends it out until the work is done. */
public final class WithCdpClient implements Client {

    private final String transport;
    private Lending lending;
    private Thread junit;
    private CDPBrowser browser;

    /** The variant is the transport. */
    public WithCdpClient(String transport) {
        this.transport = transport;
    }

    @Override
    public void launch(String program, List<String> switches) throws Exception {
        System.setProperty("withcdp.transport", transport);
        System.setProperty("withcdp.report", "never"); // nobody wants one of the test that lends
        System.setProperty(
                "withcdp.timeout", "120 s"); // as with the others, so that a slow machine is slow and does not fail
        lending = new Lending();
        LendingTest.lending = lending;
        junit = new Thread(WithCdpClient::runTest, "JUnit");
        junit.start();
        browser = lending.awaitBrowser(60, TimeUnit.SECONDS);
    }

    private static void runTest() {
        var summaries = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(LendingTest.class))
                                .build(),
                        summaries);
        summaries
                .getSummary()
                .getFailures()
                .forEach(failure -> failure.getException().printStackTrace());
    }

    @Override
    public Page newPage(boolean isolated) {
        if (!isolated) {
            var page = browser.newPage();
            return new WithCdpPage(page, () -> page.send("Page.close"));
        }
        var context = browser.newContext();
        return new WithCdpPage(context.newPage(), context::close);
    }

    @Override
    public void close() throws InterruptedException {
        lending.giveBack();
        junit.join(60_000);
    }
}
