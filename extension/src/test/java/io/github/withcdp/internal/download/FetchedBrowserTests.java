package io.github.withcdp.internal.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.chrome.ChromeLauncher;
import io.github.withcdp.internal.chrome.HeadlessMode;
import io.github.withcdp.internal.chrome.LaunchOptions;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.schema.Strictness;
import io.github.withcdp.internal.session.Conversation;
import io.github.withcdp.internal.session.ConversationOptions;
import io.github.withcdp.internal.session.Downloads;
import io.github.withcdp.internal.session.InspectorDescription;
import io.github.withcdp.internal.session.Pausing;
import io.github.withcdp.internal.transport.PipeTransport;
import io.github.withcdp.protocol.DetachReason;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A real browser, in an archive made as those of Chrome for Testing are, by another tool than ours. */
@EnabledIf(
        value = "isInstalled",
        disabledReason = "There is no /usr/lib/chromium/chromium-headless-shell to make an archive of: install it with"
                + " apt-get install chromium-headless-shell")
class FetchedBrowserTests {

    private static final Path INSTALLED = Path.of("/usr/lib/chromium");
    private static final Path SHELL = INSTALLED.resolve("chromium-headless-shell");
    private static final Set<String> LEFT_OUT = Set.of("chromium", "chrome-sandbox", "extensions", "locales");
    private static final String VERSION = "156.0.8078.79";
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    static boolean isInstalled() {
        return Files.isExecutable(SHELL);
    }

    @Test
    void starts_and_answers() throws IOException {
        var platform = Platform.of(System.getProperty("os.name"), System.getProperty("os.arch"), Files::exists);
        var archive = archive(platform);
        var path = "/" + VERSION + "/" + platform.label() + "/" + platform.folder() + ".zip";
        Path program;
        try (var mirror = Mirror.open()
                .text(Mirror.CHANNELS, "{\"channels\":{\"Stable\":{\"version\":\"" + VERSION + "\"}}}")
                .on(path, exchange -> {
                    exchange.sendResponseHeaders(200, Files.size(archive));
                    Files.copy(archive, exchange.getResponseBody());
                })) {
            program = BrowserDownload.fetch(DownloadOptions.ofThisMachine()
                    .withDirectory(directory.resolve("cache"))
                    .withMirror(mirror.url()));
            assertThat(mirror.paths()).containsExactly(Mirror.CHANNELS, path);
        }
        Files.delete(archive);

        var options = LaunchOptions.DEFAULTS
                .withExecutable(program)
                .withHeadless(HeadlessMode.SHELL)
                .withLimit(LIMIT);
        try (var chrome = ChromeLauncher.ofThisMachine().launch(options);
                var conversation = Conversation.open(
                        new PipeTransport(chrome.fromChrome(), chrome.toChrome(), "fetched"),
                        MessageRecorder.create(),
                        new ConversationOptions(
                                LIMIT,
                                LIMIT,
                                List.of("Page", "Runtime"),
                                true,
                                true,
                                new Downloads(Optional.empty()),
                                Pausing.NONE,
                                false,
                                Strictness.of(true, true, List.of())),
                        LIMIT,
                        why -> new ConnectionEnd(DetachReason.BROWSER_GONE, why),
                        "fetched",
                        () -> InspectorDescription.UNKNOWN)) {
            var scope = conversation.newScope();
            var page = scope.newPage(scope.newContext());
            page.navigate("data:text/html,<title>fetched</title>");

            assertThat(page.evaluate("document.title").asString()).isEqualTo("fetched");
            assertThat(chrome.executable()).isEqualTo(program);
        }
    }

    private Path archive(Platform platform) throws IOException {
        var archive = directory.resolve("archive.zip");
        var how = Map.of("create", "true", "enablePosixFileAttributes", "true", "compressionMethod", "STORED");
        try (var zip = FileSystems.newFileSystem(archive, how);
                var installed = Files.list(INSTALLED)) {
            var folder = Files.createDirectory(zip.getPath(platform.folder()));
            for (Path file : installed.toList()) {
                var name = file.getFileName().toString();
                if (!LEFT_OUT.contains(name)) {
                    var entry = folder.resolve(file.equals(SHELL) ? platform.program() : name);
                    Files.copy(file, entry);
                    Files.setAttribute(entry, "zip:permissions", Files.getPosixFilePermissions(file));
                }
            }
        }
        return archive;
    }
}
