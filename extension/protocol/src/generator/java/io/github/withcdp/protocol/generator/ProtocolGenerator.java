package io.github.withcdp.protocol.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Makes a class of each domain of the protocol: {@code ProtocolGenerator <directory of browser_protocol.json and js_protocol.json> <directory of sources>}. */
public final class ProtocolGenerator {

    private ProtocolGenerator() {}

    /** Read the descriptions and write the sources. */
    public static void main(String... args) throws IOException {
        var protocol = read(Path.of(args[0]));
        var sources = Path.of(args[1]);
        for (var domain : protocol.domains()) {
            var directory = sources.resolve(protocol.packageOf(domain).replace('.', '/'));
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(domain.name() + ".java"), DomainSource.of(protocol, domain));
        }
    }

    static Protocol read(Path directory) throws IOException {
        List<Domain> domains = new ArrayList<>();
        var mapper = JsonMapper.shared();
        for (var name : List.of("browser_protocol.json", "js_protocol.json")) {
            var json = mapper.readTree(Files.readAllBytes(directory.resolve(name)));
            json.path("domains").forEach(domain -> domains.add(Domain.of(domain)));
        }
        return new Protocol(List.copyOf(domains));
    }
}
