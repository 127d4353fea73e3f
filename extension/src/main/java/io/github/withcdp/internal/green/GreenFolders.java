package io.github.withcdp.internal.green;

import io.github.withcdp.internal.report.ReportName;
import io.github.withcdp.internal.report.index.BuildRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where green runs lie: {@code <label>/<browser>/<part of the build>/<Class>/<method>[-<invocation>]}. A name with a {@code ~} is one that
 * no branch and no part of a build has.
 */
final class GreenFolders {

    private static final String OWN = ".withcdp";
    private static final String NO_LABEL = "~none";
    private static final String ROOT = "~root";

    private final Path directory;
    private final String part;
    private final boolean isOurs;

    private GreenFolders(Path directory, String part, boolean isOurs) {
        this.directory = directory;
        this.part = part;
        this.isOurs = isOurs;
    }

    /**
     * Return the folders of a build.
     *
     * @param configured the value of {@code withcdp.green.dir}, if given
     * @param workingDirectory where the tests run; a relative path counts from here
     */
    static GreenFolders of(Optional<Path> configured, Path workingDirectory) {
        var here = workingDirectory.toAbsolutePath().normalize();
        var root = BuildRoot.of(here);
        var part = root.relativize(here).toString().replace('\\', '/');
        return new GreenFolders(
                configured
                        .map(path -> here.resolve(path).normalize())
                        .orElseGet(() -> root.resolve(OWN).resolve("green")),
                part.isEmpty() ? ROOT : ReportName.safe(part, part),
                configured.isEmpty());
    }

    Path directory() {
        return directory;
    }

    Path of(String label, BrowserMajor browser, ReportName test) {
        return test.below(ofLabel(label).resolve(browser.folder()).resolve(part));
    }

    private Path ofLabel(String label) {
        return directory.resolve(label.isEmpty() ? NO_LABEL : ReportName.safe(label, label));
    }

    /** Return the other browsers of a label, those of the same product and the latest first. */
    List<BrowserMajor> others(String label, BrowserMajor than) throws IOException {
        var folder = ofLabel(label);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> browsers = Files.list(folder)) {
            return browsers.flatMap(
                            path -> BrowserMajor.ofFolder(path.getFileName().toString()).stream())
                    .filter(browser -> !browser.folder().equals(than.folder()))
                    .sorted(Comparator.comparing(
                                    (BrowserMajor browser) -> !browser.product().equals(than.product()))
                            .thenComparing(BrowserMajor::number, Comparator.reverseOrder()))
                    .toList();
        }
    }

    /** Return the folders of browsers, of all labels but some. */
    List<Path> besides(Collection<String> labels) throws IOException {
        var kept = labels.stream().map(this::ofLabel).toList();
        try (Stream<Path> browsers = Files.find(
                directory,
                2,
                (path, attributes) -> attributes.isDirectory()
                        && path.getNameCount() == directory.getNameCount() + 2
                        && BrowserMajor.ofFolder(path.getFileName().toString()).isPresent())) {
            return browsers.filter(browser -> !kept.contains(browser.getParent()))
                    .toList();
        } catch (UncheckedIOException removed) {
            return List.of(); // by another JVM, which does the same
        }
    }

    /** Create a folder. That of the project's sources is none of Git's business. */
    void create(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (isOurs) {
            var ignore = directory.resolveSibling(".gitignore");
            if (!Files.exists(ignore, LinkOption.NOFOLLOW_LINKS)) {
                Drafts.write(ignore, out -> out.write(new byte[] {'*', '\n'}));
            }
        }
    }
}
