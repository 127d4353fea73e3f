package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a test ran with, each empty if unknown.
 *
 * @param commit the id of the commit that was tested
 * @param withcdp the version of WithCDP
 * @param junit the version of JUnit
 * @param java the version of Java
 */
public record TestRun(String commit, String withcdp, String junit, String java) {

    static final TestRun UNKNOWN = new TestRun("", "", "", "");

    /** Return what is known of it, a few words each. */
    List<String> words() {
        var words = new ArrayList<String>();
        add("WithCDP", withcdp, words);
        add("JUnit", junit, words);
        add("Java", java, words);
        add("commit", commit, words);
        return words;
    }

    private static void add(String name, String value, List<String> words) {
        if (!value.isEmpty()) {
            words.add(name + " " + Markdown.span(SafeText.line(value, 80)));
        }
    }

    JsonNode json() {
        return Json.object()
                .put("commit", commit)
                .put("withcdp", withcdp)
                .put("junit", junit)
                .put("java", java);
    }

    static TestRun read(JsonNode run) {
        return new TestRun(
                HeaderJson.text(run, "commit"),
                HeaderJson.text(run, "withcdp"),
                HeaderJson.text(run, "junit"),
                HeaderJson.text(run, "java"));
    }
}
