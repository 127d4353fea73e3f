package io.github.withcdp.internal.download;

import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.internal.util.FileTree;
import io.github.withcdp.internal.util.Loggers;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Fetches Chrome for Testing's {@code chrome-headless-shell} into a cache, once for all processes that share it, and
 * finds it there the next time.
 *
 * <p>A whole version that is in the cache is taken from there without any network. For a channel or a major version the
 * servers are asked once a day; if they cannot be, the newest one in the cache that belongs to it is taken, with a warning.
 */
public final class BrowserDownload {

    private final DownloadOptions options;
    private final WantedVersion wanted;
    private final Platform platform;
    private final Clock clock;
    private final Limits limits;
    private final DownloadClient http;
    private final DownloadSource source;
    private final Cache cache;

    BrowserDownload(DownloadOptions options, Platform platform, Clock clock, Limits limits, DownloadClient http) {
        this.options = options;
        this.wanted = new WantedVersion(options.version());
        this.platform = platform;
        this.clock = clock;
        this.limits = limits;
        this.http = http;
        this.source = options.source();
        this.cache = new Cache(options.directory(), platform);
    }

    /**
     * Return the program of the browser that is wanted, and fetch it before if it is not in the cache. Waits for another
     * process that does the same.
     *
     * @throws ChromeUnavailableException if there is none for this machine, it cannot be fetched, it is not what it should
     *     be, the limit is over, or the thread is interrupted; says what was tried, what came back, and what to do
     */
    public static Path fetch(DownloadOptions options) {
        var platform = Platform.of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), Files::exists);
        return new BrowserDownload(options, platform, Clock.systemUTC(), Limits.DEFAULTS, new DownloadClient()).fetch();
    }

    Path fetch() {
        try {
            checkIsMade();
            PrivateDirectory.check(cache.directory());
            var ready = ready();
            return ready.isPresent() ? ready.get() : fetchOrFallBack(Deadline.in(options.limit()));
        } catch (InterruptedException | ClosedByInterruptException e) {
            Thread.currentThread().interrupt();
            throw new ChromeUnavailableException("Cannot download " + what() + ": the thread was interrupted.", e);
        } catch (IOException e) {
            throw new ChromeUnavailableException(
                    "Cannot download " + what() + ": " + sentence(e) + "\n" + advice(e), e);
        }
    }

    private void checkIsMade() throws IOException {
        boolean tooOld = wanted.exact()
                .map(version -> version.compareTo(platform.since()) < 0)
                .or(() -> wanted.major().map(major -> major < platform.since().major()))
                .orElse(false);
        if (tooOld) {
            throw new IOException(
                    "chrome-headless-shell is made for " + platform.label() + " since " + platform.since());
        }
    }

    /** Return the program if nobody needs to be asked for it: of one that must have a hash, only if the archive to check it by was kept. */
    private Optional<Path> ready() throws IOException, InterruptedException {
        var version = wanted.exact().or(() -> fresh().map(Release::version));
        var program = version.flatMap(cache::program);
        if (program.isEmpty() || options.sha256().isEmpty()) {
            return program;
        }
        var archive = cache.keptArchive(version.get());
        if (archive.isEmpty()) {
            return Optional.empty();
        }
        checkKept(archive.get(), cache.home(version.get()));
        return program;
    }

    private void checkKept(Path archive, Path home) throws IOException, InterruptedException {
        var deadline = Deadline.in(options.limit());
        var expected = options.sha256().orElseThrow();
        var actual = Sha256.of(archive, deadline);
        if (!actual.equals(expected)) {
            throw new ZipException("the one in the cache comes from an archive with the SHA-256\n  " + actual
                    + "\nbut it should be\n  " + expected + "\nCorrect withcdp.download.sha256 (each platform has"
                    + " another archive), or delete " + home);
        }
        checkUnpacked(archive, home, deadline);
    }

    private void checkUnpacked(Path archive, Path home, Deadline deadline) throws IOException, InterruptedException {
        var difference = new UnpackedCheck(home, deadline).firstDifference(archive, platform.folder(), limits);
        if (difference.isPresent()) {
            throw new ZipException("the one in the cache has been changed: " + DownloadMessages.text(difference.get())
                    + " is not as in the archive that it came from. Find out who did that, and delete " + home);
        }
    }

    private Path fetchOrFallBack(Deadline deadline) throws IOException, InterruptedException {
        try {
            return CacheLock.holding(
                    cache.directory(),
                    what(),
                    deadline,
                    holder -> log(System.Logger.Level.INFO, "Waiting for " + holder + " to " + cache.directory()),
                    () -> fetch(deadline));
        } catch (ZipException | ClosedByInterruptException | PrivateDirectory.Refusal e) {
            throw e;
        } catch (IOException e) {
            var program = newestInCache().orElseThrow(() -> e);
            log(
                    System.Logger.Level.WARNING,
                    "Cannot download " + what() + ": " + sentence(e) + " Taking what is in the cache: " + program);
            return program;
        }
    }

    private Path fetch(Deadline deadline) throws IOException, InterruptedException {
        var ready = ready(); // somebody else may have brought it meanwhile
        if (ready.isPresent()) {
            return ready.get();
        }
        cache.sweep();
        var release = release(deadline);
        var program =
                cache.program(release.version()).filter(here -> options.sha256().isEmpty());
        return program.isPresent() ? program.get() : download(release, deadline);
    }

    private Release release(Deadline deadline) throws IOException, InterruptedException {
        var withoutAsking = wanted.exact()
                .map(version -> new Release(version, Optional.empty()))
                .or(this::fresh);
        if (withoutAsking.isPresent()) {
            return withoutAsking.get();
        }
        var release = new VersionLookup(source, platform, http, limits).ask(wanted, deadline);
        Resolution.after(resolution(), clock.instant(), source, release).write(resolutionFile());
        return release;
    }

    private Path download(Release release, Deadline deadline) throws IOException, InterruptedException {
        var version = release.version();
        var archive = cache.archive(version);
        try {
            var from = source.archive(version, platform, release.archive());
            receive(version, from, archive, deadline);
            var program = cache.program(version);
            if (program.isPresent()) { // brought by somebody who did not ask for a hash
                checkUnpacked(archive, cache.home(version), deadline);
                cache.keep(archive, cache.home(version));
                return program.get();
            }
            return unpack(version, archive, from, deadline);
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    private void receive(BrowserVersion version, URI from, Path archive, Deadline deadline)
            throws IOException, InterruptedException {
        var name = platform.folder() + " " + version + " from " + DownloadMessages.url(from);
        var progress = new Progress(name, System::nanoTime, line -> log(System.Logger.Level.INFO, line));
        new ArchiveDownload(from, archive, http, limits, progress).run(deadline);
        var sha256 = Sha256.of(archive, deadline);
        if (!options.sha256().orElse(sha256).equals(sha256)) {
            throw new ZipException("the archive at " + DownloadMessages.url(from) + " has the SHA-256\n  " + sha256
                    + "\nbut it should be\n  " + options.sha256().orElse("")
                    + "\nIt was deleted. Correct withcdp.download.sha256 (each platform has another archive), or find out"
                    + " who changed it");
        }
    }

    private Path unpack(BrowserVersion version, Path archive, URI from, Deadline deadline)
            throws IOException, InterruptedException {
        var directory = cache.startUnpacking(version);
        try {
            new Unzip(directory, deadline).unpack(archive, platform.folder(), platform.program(), limits);
        } catch (ZipException e) {
            FileTree.delete(directory);
            throw new ZipException("the archive from " + DownloadMessages.url(from) + " is not unpacked: "
                    + e.getMessage() + ". It was deleted");
        } catch (IOException | InterruptedException e) {
            FileTree.delete(directory);
            throw e;
        }
        if (options.sha256().isPresent()) {
            cache.keep(archive, directory);
        }
        cache.finish(version, directory);
        var program = cache.program(version)
                .orElseThrow(() -> new IOException("the program in " + cache.home(version) + " may not be executed"));
        log(System.Logger.Level.INFO, "Downloaded " + program);
        return program;
    }

    private Optional<Path> newestInCache() {
        var candidates = wanted.major()
                .map(major -> cache.versions().stream().filter(version -> version.major() == major))
                .orElseGet(() -> resolution().stream()
                        .flatMap(resolution -> Stream.concat(
                                Stream.of(resolution.release().version()), resolution.before().stream())));
        return candidates.flatMap(version -> cache.program(version).stream()).findFirst();
    }

    private Optional<Release> fresh() {
        return resolution()
                .filter(resolution -> resolution.isFresh(clock.instant(), source))
                .map(Resolution::release);
    }

    private Optional<Resolution> resolution() {
        return Resolution.read(resolutionFile());
    }

    private Path resolutionFile() {
        return Resolution.file(cache.directory(), wanted, platform);
    }

    private String what() {
        return "chrome-headless-shell " + wanted + " for " + platform.label();
    }

    private static String sentence(IOException e) {
        var problem = Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
        if (e instanceof FileSystemException) { // the message of which is as a rule nothing but the file
            problem = e.getClass().getSimpleName() + " at " + problem;
        }
        return problem.endsWith("…") ? problem : problem + ".";
    }

    private String advice(IOException e) {
        return cure(e) + "a browser that is here (withcdp.executable), or install one (" + platform.howToInstall()
                + ")."
                + (e instanceof NetworkFailure
                        ? " A proxy is taken from -Dhttps.proxyHost and -Dhttps.proxyPort."
                        : "");
    }

    private String cure(IOException e) {
        if (e instanceof PrivateDirectory.Refusal) {
            return "Name a directory of your own, or one that is not there yet and is made for you alone"
                    + " (withcdp.download.dir), ";
        }
        return e instanceof FileSystemException
                ? "Name a directory that can be written to (withcdp.download.dir), "
                : "Name another version (withcdp.download.version), " + (source.isMirror() ? "another" : "a")
                        + " mirror of Chrome for Testing (withcdp.download.mirror), ";
    }

    private static void log(System.Logger.Level level, String text) {
        Loggers.of(BrowserDownload.class).log(level, text);
    }
}
