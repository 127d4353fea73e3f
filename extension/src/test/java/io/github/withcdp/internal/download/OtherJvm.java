package io.github.withcdp.internal.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process that downloads. */
record OtherJvm(Process process, BufferedReader output, BufferedReader log) implements AutoCloseable {

    static OtherJvm download(Path cache, URI mirror, String version, String... switches) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Duser.language=en", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(switches));
        command.addAll(List.of(OtherDownload.class.getName(), cache.toString(), mirror.toString(), version));
        var process = new ProcessBuilder(command).start();
        return new OtherJvm(
                process, process.inputReader(StandardCharsets.UTF_8), process.errorReader(StandardCharsets.UTF_8));
    }

    /** Return the first line of its log in which there is such a text. */
    String logged(String text) throws IOException {
        for (var line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("The other JVM did not log: " + text);
    }

    /** Return what came of it. */
    String result() throws Exception {
        var line = output.readLine();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return String.valueOf(line);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
        log.close();
    }
}
