import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares versions of the npm package {@code devtools-protocol}, the oldest first, and prints which commands and events came and went between them. Run by
 * hand; what it prints is {@code history.txt}, and its head says with which arguments: {@code 120=1213968}, for what Chrome 120 had.
 */
final class ProtocolHistory {

    private static final int BLOCK = 512;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 11;
    private static final int NAME_LENGTH = 100;

    private ProtocolHistory() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println(
                "# Commands and events that came with a version of Chrome (+), or were there for the last time (-).");
        System.out.println(
                "# A name that came and is in no line of an older version came after the one before in the list below: no others were looked at.");
        System.out.println(
                "# CHROME=REVISION is the package devtools-protocol of npm with that revision, the last before the branch of that Chrome.");
        System.out.println("# java -cp JACKSON extension/src/schema/java/ProtocolHistory.java \\");
        System.out.println("#   " + String.join(" ", arguments));
        SortedSet<String> before = null;
        var chromeBefore = "";
        for (var argument : arguments) {
            var chrome = argument.split("=", -1)[0];
            var names = names(argument.split("=", -1)[1]);
            if (before != null) {
                print(chromeBefore, "-", minus(before, names));
                print(chrome, "+", minus(names, before));
            }
            before = names;
            chromeBefore = chrome;
        }
    }

    private static SortedSet<String> minus(SortedSet<String> all, SortedSet<String> without) {
        var rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    private static void print(String chrome, String sign, SortedSet<String> names) {
        if (!names.isEmpty()) {
            System.out.println(chrome + " " + sign + " " + String.join(" ", names));
        }
    }

    private static SortedSet<String> names(String revision) throws IOException, InterruptedException {
        var url = "https://registry.npmjs.org/devtools-protocol/-/devtools-protocol-0.0." + revision + ".tgz";
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(url + " was answered with " + answer.statusCode());
        }
        var names = new TreeSet<String>();
        for (var protocol : protocols(answer.body())) {
            for (var domain : protocol.path("domains")) {
                for (var kind : List.of("commands", "events")) {
                    for (var method : domain.path(kind)) {
                        names.add(domain.path("domain").asString() + "."
                                + method.path("name").asString());
                    }
                }
            }
        }
        return names;
    }

    /** Return the two descriptions in a tar archive that is compressed with gzip. */
    private static List<JsonNode> protocols(byte[] archive) throws IOException {
        var found = new ArrayList<JsonNode>();
        try (var tar = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            for (var head = tar.readNBytes(BLOCK); head.length == BLOCK && head[0] != 0; head = tar.readNBytes(BLOCK)) {
                var name = text(head, 0, NAME_LENGTH);
                int size = Integer.parseInt(text(head, SIZE_AT, SIZE_LENGTH), 8);
                var content = tar.readNBytes(size);
                tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                if (name.endsWith("_protocol.json")) {
                    found.add(new JsonMapper().readTree(content));
                }
            }
        }
        return found;
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.US_ASCII)
                .replaceFirst("\0.*", "")
                .strip();
    }
}
