package io.github.withcdp.internal.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What shows the data of a page, as resources beside this package: stylesheets, and the scripts that a list names, {@code viewer.list} for
 * that of a report, which become one. A line {@code library:path} names a CommonJS file on the class path, which becomes a constant.
 *
 * @param plain the text of the style element that does for what is shown without scripts, and is the beginning of the other
 * @param style the text of the style element for the rest
 * @param script the text of the script element
 */
record Viewer(String plain, String style, String script) {

    private static final String FOLDER = "/io/github/withcdp/internal/report/viewer/";
    private static final String LIBRARY = "library:";
    private static final Pattern DASH = Pattern.compile("[-_.]+(\\w)");

    /** Read once: thousands of tests may fail in one build. */
    private static final class Loaded {
        static final Viewer VIEWER = load("viewer");
        static final String LOADER = scripts("loader");
    }

    /** Return that of a report. */
    static Viewer get() {
        return Loaded.VIEWER;
    }

    /** Return the script that puts style and script of a report to work, which lie in the page as data. */
    static String loader() {
        return Loaded.LOADER;
    }

    /** Return the one whose scripts a list names; a stylesheet of that name says what is different from a report. */
    static Viewer load(String name) {
        var style = text(FOLDER + "viewer.css") + (name.equals("viewer") ? "" : text(FOLDER + name + ".css"));
        return new Viewer(bare(text(FOLDER + "plain.css")), bare(style), scripts(name));
    }

    /** Return one script of those that a list names. */
    private static String scripts(String name) {
        var scripts = text(FOLDER + name + ".list")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.startsWith(LIBRARY)
                        ? library(line.substring(LIBRARY.length()))
                        : bare(text(FOLDER + line)))
                .collect(Collectors.joining("\n"));
        return wrapped(scripts);
    }

    /** The files share one scope, which is not that of the page; {@code require} gives libraries to each other. */
    static String wrapped(String scripts) {
        return """
                (() => {
                "use strict";
                const libraries = {};
                const require = (path) => libraries[path.replace(/^.*\\//, "").replace(/\\.c?js$/, "")];
                %s
                })();
                """.formatted(scripts);
    }

    /**
     * Return a text without indentation, empty lines, and comments that have lines of their own: it is in every report.
     * No string of the viewer goes over the end of a line, so no string is changed.
     */
    static String bare(String text) {
        var bare = new StringBuilder(text.length());
        boolean inComment = false;
        for (var each : text.split("\n", -1)) { // by hand: expressions would take a tenth of a second in a fresh JVM
            var line = each.strip();
            boolean begins = line.startsWith("/*");
            if (!inComment && !begins && !line.isEmpty() && !line.startsWith("//")) {
                bare.append(line).append('\n');
            }
            inComment = (inComment || begins) && !line.endsWith("*/");
        }
        return bare.toString();
    }

    private static String library(String path) {
        return wrappedLibrary(path, text("/" + path));
    }

    static String wrappedLibrary(String path, String text) {
        var base = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.c?js$", "");
        var name = DASH.matcher(base).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
        return """
                const %1$s = ((module) => {
                ((exports, module) => {
                %3$s
                })(module.exports, module);
                return module.exports;
                })({ exports: {} });
                libraries["%2$s"] = %1$s;
                """.formatted(name, base, text);
    }

    /** A page has no carriage returns: a browser would drop them, and the policy would no longer fit. */
    private static String text(String resource) {
        try (InputStream in = Viewer.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The jar of withcdp-extension is incomplete: no " + resource + " in it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n")
                    .replace('\r', '\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
