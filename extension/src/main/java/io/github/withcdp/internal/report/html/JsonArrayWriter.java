package io.github.withcdp.internal.report.html;

import io.github.withcdp.internal.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** An array of objects, written one by one. Leaves the stream open. */
final class JsonArrayWriter implements AutoCloseable {

    private final OutputStream out;
    private boolean begun;

    JsonArrayWriter(OutputStream out) throws IOException {
        this.out = out;
        out.write('[');
    }

    void add(Map<String, ?> row) throws IOException {
        if (begun) {
            out.write(',');
        }
        begun = true;
        out.write(Json.write(row));
    }

    @Override
    public void close() throws IOException {
        out.write(']');
    }
}
