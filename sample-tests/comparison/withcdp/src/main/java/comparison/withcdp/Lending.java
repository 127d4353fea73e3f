package comparison.withcdp;

import io.github.withcdp.CDPBrowser;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A browser on its way from the test that has it to the one who works with it, and back. */
final class Lending {

    private final CompletableFuture<CDPBrowser> browser = new CompletableFuture<>();
    private final CountDownLatch givenBack = new CountDownLatch(1);

    void lend(CDPBrowser lent) throws InterruptedException {
        browser.complete(lent);
        givenBack.await();
    }

    CDPBrowser awaitBrowser(long limit, TimeUnit unit) throws Exception {
        return browser.get(limit, unit);
    }

    void giveBack() {
        givenBack.countDown();
    }
}
