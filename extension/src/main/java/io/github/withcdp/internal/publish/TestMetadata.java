package io.github.withcdp.internal.publish;

import io.github.withcdp.internal.report.index.BuildRoot;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The messages with which TeamCity publishes the files of a report, and shows them at their test. They do not name the test, because only TeamCity
 * knows how it is called there: without a name they count for the one that is running.
 *
 * @param build the root of the build; artifacts lie as the files do below it, so that no module takes the place of another
 */
record TestMetadata(Checkout build) {

    private static final String VARIABLE = "TEAMCITY_VERSION";
    private static final String ELSEWHERE = "withcdp-reports";
    private static final int LIMIT = 1024;
    // What has a meaning in a rule that says what to publish where.
    private static final Pattern REFUSED = Pattern.compile("[,*?!\\p{Cntrl}\\u0085\\u2028\\u2029]|=>");

    static Optional<TestMetadata> of(Map<String, String> environment) {
        return environment.getOrDefault(VARIABLE, "").isBlank()
                ? Optional.empty()
                : Optional.of(new TestMetadata(new Checkout(BuildRoot.of(Path.of("")))));
    }

    /** Return two lines for each file whose path stays within the form. */
    List<String> lines(List<Path> files) {
        return files.stream().flatMap(this::lines).toList();
    }

    private Stream<String> lines(Path file) {
        var path = file.toAbsolutePath().toString();
        var name = String.valueOf(file.getFileName());
        var artifact = build.pathTo(file).orElseGet(() -> ELSEWHERE + "/" + ofTest(file));
        if (REFUSED.matcher(path + artifact).find() || artifact.length() > LIMIT) {
            return Stream.of();
        }
        var folder = artifact.substring(0, Math.max(0, artifact.length() - name.length() - 1));
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("type", name.endsWith(".png") ? "image" : "artifact");
        metadata.put("name", name);
        metadata.put("value", artifact);
        return Stream.of(
                ServiceMessage.of("publishArtifacts", path + " => " + folder),
                ServiceMessage.of("testMetadata", metadata));
    }

    /** Return class, method and file: {@code com.acme.CheckoutTests/pays_once/report.html}. */
    private static String ofTest(Path file) {
        int names = file.getNameCount();
        return file.subpath(Math.max(0, names - 3), names).toString().replace('\\', '/');
    }
}
