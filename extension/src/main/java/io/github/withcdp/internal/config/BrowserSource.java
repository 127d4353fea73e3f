package io.github.withcdp.internal.config;

import io.github.withcdp.Headless;
import io.github.withcdp.internal.download.DownloadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The source of the browser of a class. */
public sealed interface BrowserSource {

    /**
     * A browser that is launched on this machine, and ended with the class.
     *
     * @param headless how it shows itself
     * @param args further switches
     * @param executable the program file; if empty, it has to be looked for
     * @param transport what carries the conversation; if empty, the platform decides
     * @param download what to download if this machine has none; if empty, there must be one
     */
    record Launch(
            Headless headless,
            List<String> args,
            Optional<Path> executable,
            Optional<TransportKind> transport,
            Optional<DownloadOptions> download)
            implements BrowserSource {}

    /**
     * A browser that is running already, and left so.
     *
     * @param endpoint where to attach, asked for when first needed
     * @param headers go with every request to it, asked for when first needed; their values are secrets
     */
    record Attach(Supplier<String> endpoint, Supplier<Map<String, String>> headers) implements BrowserSource {}

    /**
     * A browser in a container that is started from an image, and stopped with the class.
     *
     * @param image its name
     * @param port of DevTools within the container; if empty, the image tells
     * @param args further switches
     */
    record Image(String image, Optional<Integer> port, List<String> args) implements BrowserSource {}

    /**
     * A browser in a container that the test configures.
     *
     * @param container makes it; what it makes is a {@code GenericContainer}, a class that may be missing as long as nobody uses this
     */
    record Container(Supplier<?> container) implements BrowserSource {}

    /**
     * No browser: each test hears what one said before.
     *
     * @param recordings where those are: one, or a folder with many
     */
    record Replay(Path recordings) implements BrowserSource {}

    /**
     * A browser on a node of a Selenium Grid, in a session that ends with the class.
     *
     * @param url of the Grid, which may hold user and password
     * @param capabilities what the user wants besides Chrome
     * @param headless how it shows itself
     * @param args further switches
     */
    record Grid(String url, Optional<JsonNode> capabilities, Headless headless, List<String> args)
            implements BrowserSource {}
}
