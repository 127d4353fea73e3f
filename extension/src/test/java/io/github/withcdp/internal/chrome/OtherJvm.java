package io.github.withcdp.internal.chrome;

import java.io.IOException;

/** A JVM that launches a browser, prints where its profile is, and then does what it is told in a line of text. */
final class OtherJvm {

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
        int order = System.in.read();
        if (order == 'h') {
            Runtime.getRuntime().halt(3);
        }
        System.exit(4);
    }
}
