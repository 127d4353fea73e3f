package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.PackedText;
import io.github.withcdp.StackTraces;
import io.github.withcdp.internal.failure.FailureRedactor;
import io.github.withcdp.internal.redaction.Redaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One report of a conversation that tells a secret in every place we know of. */
class SecretPlacesTests {

    private static final SecretPlaces SAID = new SecretPlaces();
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");

    /** What cannot be told, as docs/secrets.md says. */
    private static final Set<String> NOT_PROMISED = Set.of();

    /** What is in the files of the report and in all that is packed in them, in the log, and in the failure. */
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    @BeforeAll
    static void write(@TempDir Path root) throws IOException {
        var written = new ReportWriter(root).write(report(Redaction.DEFAULT), root.resolve("report"));
        read(root, FILES);
        assertThat(written.problems()).isEmpty();
        FILES.put("the failure", failure());
        FILES.put("the log", log());
    }

    private static String failure() {
        var redactor = Redaction.DEFAULT.redactorFor(SAID.conversation().messages());
        return StackTraces.of(FailureRedactor.redact(new IllegalStateException(SAID.failure()), redactor::text));
    }

    /** Return what {@code withcdp.log} prints. */
    private static String log() {
        var redactor = Redaction.DEFAULT.liveRedactor();
        return SAID.conversation().messages().stream().map(redactor::message).collect(Collectors.joining("\n"));
    }

    private static FailureReport report(Redaction redaction) {
        var plain = Reports.of(SAID.conversation(), new IllegalStateException(SAID.failure()));
        return Reports.withRedaction(plain, redaction)
                .with(ReportField.DOMS, List.of(new PageDom("https://a.test/", 1, Optional.of(SAID.html()), "")))
                .with(ReportField.CHROME_LOG, SAID.chromeLog());
    }

    private static void read(Path root, Map<String, String> files) throws IOException {
        try (var paths = Files.walk(root)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                add(path.getFileName().toString(), Files.readAllBytes(path), files);
            }
        }
    }

    private static void add(String name, byte[] bytes, Map<String, String> files) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        files.put(name, text);
        if (name.length() < 40) {
            int number = 0;
            for (var run = BASE64.matcher(text); run.find(); ) {
                add(name + ">" + number++, PackedText.bytes(run.group()), files);
            }
        }
    }

    static List<SecretPlaces.Place> places() {
        return SAID.places();
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_secret_is_in_no_file(SecretPlaces.Place place) {
        var found = new ArrayList<String>();
        FILES.forEach((name, text) -> {
            int at = text.indexOf(place.secret());
            if (at >= 0) {
                found.add(name + ": " + text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 40)));
            }
        });

        if (NOT_PROMISED.contains(place.name())) {
            assertThat(found).isNotEmpty();
        } else {
            assertThat(found).isEmpty();
        }
    }

    @Test
    void all_of_them_were_told(@TempDir Path root) throws IOException {
        new ReportWriter(root).write(report(Redaction.OFF), root.resolve("report"));
        var files = new LinkedHashMap<String, String>();
        read(root, files);

        assertThat(SAID.places()).hasSizeGreaterThanOrEqualTo(165);
        assertThat(SAID.places())
                .allSatisfy(place -> assertThat(files.values())
                        .as(place.name())
                        .anySatisfy(text -> assertThat(text).contains(place.secret())));
    }
}
