import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cuts Chrome's description of its protocol into what the jar has: a file for each domain, so that only those are read that somebody uses, and its
 * texts in a file of their own, which few want. The build runs it; {@code ProtocolSchema} reads what it writes.
 *
 * <p>Arguments: the folder of the npm package {@code devtools-protocol}, where to write, the package's version, and the newest Chrome all of whose names it has.
 */
final class ProtocolCutter {

    private static final JsonMapper JSON = new JsonMapper();

    private ProtocolCutter() {}

    public static void main(String[] arguments) throws IOException {
        var packed = Path.of(arguments[0]);
        var out = Files.createDirectories(Path.of(arguments[1]));
        Files.createDirectories(out.resolve("texts"));
        var names = new ArrayList<String>();
        JsonNode version = JSON.createObjectNode();
        for (var file : List.of("browser_protocol.json", "js_protocol.json")) {
            var protocol = JSON.readTree(packed.resolve("json").resolve(file).toFile());
            version = protocol.path("version");
            for (var domain : protocol.path("domains")) {
                var name = domain.path("domain").asString();
                names.add(name);
                var texts = JSON.createArrayNode();
                cut(domain, texts);
                Files.writeString(out.resolve(name + ".json"), JSON.writeValueAsString(domain));
                Files.writeString(out.resolve("texts").resolve(name + ".json"), JSON.writeValueAsString(texts));
            }
        }
        var schema = new Properties();
        schema.putAll(Map.of(
                "version",
                arguments[2],
                "chrome",
                arguments[3],
                "protocol",
                JSON.writeValueAsString(version),
                "domains",
                String.join(" ", names)));
        var lines = schema.stringPropertyNames().stream()
                .sorted()
                .map(key -> key + "=" + schema.getProperty(key))
                .toList();
        Files.write(out.resolve("schema.properties"), lines);
        Files.write(out.resolve("LICENSE"), Files.readAllBytes(packed.resolve("LICENSE")));
    }

    /** Take the description out of every object, in the order of the text; an object without one leaves an empty text. */
    private static void cut(JsonNode node, ArrayNode texts) {
        if (node instanceof ObjectNode object) {
            var text = object.remove("description");
            texts.add(text == null ? "" : text.asString());
        }
        node.forEach(child -> cut(child, texts));
    }
}
