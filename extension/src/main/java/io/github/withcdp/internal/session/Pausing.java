package io.github.withcdp.internal.session;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a pause needs from the world around the tests.
 *
 * @param console of whoever runs the tests
 * @param frontEnd knows where to look at a page
 * @param monitor opens the monitor of the run, and returns its address; empty if there is none
 */
public record Pausing(PauseConsole console, FrontEnd frontEnd, Supplier<Optional<String>> monitor) {

    /** No console, and so no pause. */
    public static final Pausing NONE =
            new Pausing(new NoConsole(), target -> "there is no DevTools front end", Optional::empty);

    private static final class NoConsole implements PauseConsole {

        @Override
        public Optional<String> absence() {
            return Optional.of("no console is attached");
        }

        @Override
        public void remark(String line) {}

        @Override
        public boolean take() {
            return false;
        }

        @Override
        public void show(String line) {}

        @Override
        public Optional<String> end() {
            return absence();
        }

        @Override
        public void release() {}
    }
}
