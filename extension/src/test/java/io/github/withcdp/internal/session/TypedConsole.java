package io.github.withcdp.internal.session;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A console without a terminal: a test reads what it shows, and presses its key. */
final class TypedConsole implements PauseConsole {

    private final Semaphore turn = new Semaphore(1);
    private final AtomicBoolean entered = new AtomicBoolean();
    private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> remarks = new LinkedBlockingQueue<>();
    private volatile String absence = "";

    void pressEnter() {
        entered.set(true);
    }

    void absentBecause(String reason) {
        absence = reason;
    }

    /** Return the first line that begins with this, waiting for it; those before it are gone then. */
    String line(String beginning) throws InterruptedException {
        while (true) {
            var line = shown.poll(60, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("The console never showed: " + beginning);
            }
            if (line.startsWith(beginning)) {
                return line;
            }
        }
    }

    String remarkMade() {
        return String.valueOf(remarks.poll());
    }

    boolean isFree() {
        return turn.availablePermits() == 1;
    }

    @Override
    public Optional<String> absence() {
        return absence.isEmpty() ? Optional.empty() : Optional.of(absence);
    }

    @Override
    public void remark(String line) {
        remarks.add(line);
    }

    @Override
    public boolean take() {
        boolean taken = turn.tryAcquire();
        if (taken) {
            entered.set(false);
        }
        return taken;
    }

    @Override
    public void show(String line) {
        shown.add(line);
    }

    @Override
    public Optional<String> end() {
        return entered.getAndSet(false) ? Optional.of("Enter was pressed") : Optional.empty();
    }

    @Override
    public void release() {
        turn.release();
    }
}
