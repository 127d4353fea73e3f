package io.github.withcdp;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** What goes wrong in a test of a soak, and how the test has to fail of it. */
enum SoakFault {
    NONE(56, "") {
        @Override
        void happen(SoakedTest test, CDPSession page, CDPBrowser browser) {}
    },
    SLOW_SERVER(14, "") {
        @Override
        void happen(SoakedTest test, CDPSession page, CDPBrowser browser) {
            test.ask(page, "/slow");
        }
    },
    SILENT_SERVER(4, "Page.navigate): no answer within 3 s") {
        @Override
        void happen(SoakedTest test, CDPSession page, CDPBrowser browser) {
            page.navigate(test.url("/silent"), Duration.ofSeconds(3));
        }
    },
    FAILED_ASSERTION(4, "oops of %s") {
        @Override
        void happen(SoakedTest test, CDPSession page, CDPBrowser browser) {
            throw new AssertionError("oops of " + test.id());
        }
    },
    FAILED_HANDLER(6, "thrown in %s") {
        @Override
        void happen(SoakedTest test, CDPSession page, CDPBrowser browser) {
            page.on("Runtime.consoleAPICalled", event -> refuse(event, test));
            page.evaluate("console.log('throw')");
        }
    },
    DIALOG_LEFT_OPEN(6, "waits for Page.handleJavaScriptDialog: confirm(\"%s\")") {
        @Override
        void happen(SoakedTest test, CDPSession page, CDPBrowser browser) {
            page.on("Page.javascriptDialogOpening", dialog -> {});
            page.await("Page.javascriptDialogOpening", () -> {
                var unused =
                        page.sendAsync("Runtime.evaluate", Map.of("expression", "confirm('%s')".formatted(test.id())));
            });
            page.evaluate("1", Duration.ofMillis(500));
        }
    },
    PAGE_CRASH(6, "its target crashed") {
        @Override
        void happen(SoakedTest test, CDPSession page, CDPBrowser browser) {
            var pending = page.sendAsync(
                    "Runtime.evaluate", Map.of("expression", "new Promise(() => {})", "awaitPromise", true));
            var unused = page.sendAsync("Page.crash", Map.of());
            pending.join();
        }
    },
    BROWSER_KILL(4, "the browser is gone: its process ended: ended by signal 9 (SIGKILL)") {
        @Override
        void happen(SoakedTest test, CDPSession page, CDPBrowser browser) {
            var pending = page.sendAsync(
                    "Runtime.evaluate", Map.of("expression", "new Promise(() => {})", "awaitPromise", true));
            test.kills();
            FaultRun.signal(browser, "KILL", "browser");
            pending.join();
        }
    };

    /** How many of a hundred tests have it. */
    private final int share;

    private final String told;

    SoakFault(int share, String told) {
        this.share = share;
        this.told = told;
    }

    /** Do what goes wrong; what fails the test is thrown. */
    abstract void happen(SoakedTest test, CDPSession page, CDPBrowser browser);

    /** Return the fault of a test, the same one whenever it has the same seed. */
    static SoakFault of(long seed, String test) {
        int at = new SplittableRandom(seed * 1_000_003 + test.hashCode()).nextInt(100);
        for (var fault : values()) {
            at -= fault.share;
            if (at < 0) {
                return fault;
            }
        }
        throw new AssertionError("the shares are less than a hundred");
    }

    /** Return whether a test had to end as it did. */
    boolean explains(Optional<Throwable> failure, String test) {
        return told.isEmpty()
                ? failure.isEmpty()
                : failure.filter(thrown -> thrown.toString().contains(told.formatted(test)))
                        .isPresent();
    }

    /** Return whether a failure is that of a test whose browser somebody else has killed. */
    static boolean isOfKilledBrowser(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SessionDetachedException detached
                    && detached.reason() == DetachReason.BROWSER_GONE
                    && String.valueOf(cause.getMessage()).contains("SIGKILL")) {
                return true;
            }
        }
        return false;
    }

    private static void refuse(CDPEvent event, SoakedTest test) {
        if (event.param("/args/0/value").asString("").equals("throw")) {
            throw new IllegalStateException("thrown in " + test.id());
        }
    }
}
