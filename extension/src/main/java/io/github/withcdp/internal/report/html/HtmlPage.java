package io.github.withcdp.internal.report.html;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A page that shows data: one file that asks for nothing else, whose policy lets run only what was put into it here.
 * The data lie in it compressed, so whatever is in them cannot be taken for markup. Written from front to end.
 */
public final class HtmlPage implements AutoCloseable {

    /** Where a viewer shows what it has. */
    static final String APP = "<main id=\"app\"></main>\n";

    private static final int BUFFER = 64 * 1024;

    private final OutputStream out;
    private final String withoutScript;
    private final Viewer viewer = Viewer.get();

    /**
     * Begin a page in a new file.
     *
     * @param title its title
     * @param withoutScript the markup of what is shown where scripts do not run
     * @throws IOException if the file is there already, or cannot be written
     */
    public HtmlPage(Path file, String title, String withoutScript) throws IOException {
        this.withoutScript = withoutScript;
        // A stream of this kind is not closed by an interrupt, a channel would be.
        out = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), BUFFER);
        try {
            write(head(title, viewer.plain(), policy(viewer, Viewer.loader())));
            write(APP);
        } catch (IOException e) {
            out.close();
            throw e;
        }
    }

    /** Return what lets run only what a viewer brings along, and lets it ask for nothing. */
    static String policy(Viewer viewer, String... loaders) {
        var scripts = Stream.concat(Stream.of(loaders), Stream.of(viewer.script()))
                .map(PolicyHash::source)
                .collect(Collectors.joining(" "));
        return "default-src 'none'; script-src %s; style-src %s %s; img-src data:; base-uri 'none'; form-action 'none'"
                .formatted(scripts, PolicyHash.source(viewer.plain()), PolicyHash.source(viewer.style()));
    }

    /** Return how a page begins, up to the begin of its body. */
    static String head(String title, String style, String policy) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                """.formatted(policy, Markup.escape(title), style);
    }

    /**
     * Begin a block of data with a name; one block at a time is open.
     *
     * @return where the data go; close it to end the block
     */
    public OutputStream block(String id) throws IOException {
        return begin("id=\"" + id + "\"");
    }

    /**
     * Begin a block of messages.
     *
     * @param first the index of the first one
     * @param count how many there are
     * @return where they go; close it to end the block
     */
    public OutputStream messages(int first, int count) throws IOException {
        return begin("class=\"block\" data-first=\"%d\" data-count=\"%d\"".formatted(first, count));
    }

    private OutputStream begin(String attributes) throws IOException {
        write("<script type=\"text/plain\" " + attributes + ">");
        return new BufferedOutputStream(new QuickGzip(Base64.getEncoder().wrap(new Block(out))), 16 * 1024);
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * End the page. What needs no script comes last: a script that runs has hidden it before it is there, so that it is never seen,
     * and one that does not run, for whatever reason, has not.
     */
    @Override
    public void close() throws IOException {
        try (out) {
            write(Compressed.VIEWER);
            write("<script>" + Viewer.loader() + "</script>\n");
            write("<main id=\"plain\">\n" + withoutScript + "</main>\n</body>\n</html>\n");
        }
    }

    /** Style and script of the viewer as they lie in each page: made once, and as small as they get. */
    private static final class Compressed {

        static final String VIEWER = element("viewer-style", Viewer.get().style())
                + element("viewer-script", Viewer.get().script());

        private static String element(String id, String text) {
            return "<script type=\"text/plain\" id=\"" + id + "\">" + base64(text) + "</script>\n";
        }

        private static String base64(String text) {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(bytes)) {
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        }
    }

    /** A little larger than usual, in a third of the time. */
    private static final class QuickGzip extends GZIPOutputStream {

        QuickGzip(OutputStream out) throws IOException {
            super(out, 8 * 1024);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Ends the element instead of the file. */
    private static final class Block extends FilterOutputStream {

        Block(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void flush() {
            // The file has a buffer of its own.
        }

        @Override
        public void close() throws IOException {
            out.write("</script>\n".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
