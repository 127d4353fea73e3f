package shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Writes down what the tests of this project really run on, which need not be what its POM asks for. */
class VersionsTests {

    private static final Pattern JAR = Pattern.compile("-(\\d[^/]*)\\.jar");

    private static final Map<String, String> CLASSES = Map.of(
            "junit", "org.junit.jupiter.api.Test",
            "databind", "tools.jackson.databind.JsonNode",
            "annotations", "com.fasterxml.jackson.annotation.JsonProperty",
            "jackson2", "com.fasterxml.jackson.databind.JsonNode",
            "assertj", "org.assertj.core.api.Assertions");

    @Test
    void tells_what_it_runs_on() throws IOException {
        var lines = new ArrayList<String>();
        lines.add("jdk=" + Runtime.version().feature());
        lines.add("module=" + getClass().getModule().isNamed());
        CLASSES.forEach((name, type) -> lines.add(name + "=" + versionOf(type)));

        Files.write(Path.of("versions.properties"), lines);
    }

    /** Return the version in the name of the jar that holds a class, a dash if there is no such class. */
    private static String versionOf(String type) {
        try {
            var source = Class.forName(type).getProtectionDomain().getCodeSource();
            var jar = JAR.matcher(source.getLocation().toString());
            return jar.find() ? jar.group(1) : "?";
        } catch (ClassNotFoundException e) {
            return "-";
        }
    }
}
