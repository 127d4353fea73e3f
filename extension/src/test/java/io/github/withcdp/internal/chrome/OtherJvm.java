package io.github.withcdp.internal.chrome;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A JVM that launches a browser, prints where its profile is, and then does what it is told in a line of text. */
final class OtherJvm {

    /** What is never given back, so that it lacks to those as well who put things in order at the end. */
    private static final List<long[]> LEAK = new ArrayList<>();

    private OtherJvm() {}

    public static void main(String[] args) throws IOException {
        var options = LaunchOptions.DEFAULTS
                .withHeadless(HeadlessMode.valueOf(args[0]))
                .withWebSocket(Boolean.parseBoolean(args[1]));
        var chrome = ChromeLauncher.ofThisMachine().launch(options);
        if (!options.webSocket()) {
            PipeGreeting.answered(chrome, options.limit());
        }
        System.out.println(chrome.profile());
        switch (System.in.read()) {
            case 'h' -> Runtime.getRuntime().halt(3);
            case 'm' -> leak();
            default -> System.exit(4);
        }
    }

    private static void leak() {
        for (int size = 1 << 20; ; ) {
            try {
                LEAK.add(new long[size]);
            } catch (OutOfMemoryError e) {
                if (size == 1) {
                    throw e;
                }
                size /= 2;
            }
        }
    }
}
