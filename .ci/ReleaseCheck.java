import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Checks two directories to which the same release was published: what Maven Central asks for, what users get, and that both are equal. */
final class ReleaseCheck {

    private static final Path GROUP = Path.of("io", "github", "withcdp");
    private static final Map<String, String> MODULES = Map.of(
            "withcdp-extension", "io.github.withcdp",
            "withcdp-assertions", "io.github.withcdp.assertions",
            "withcdp-protocol", "io.github.withcdp.protocol.typed");
    private static final List<String> KINDS =
            List.of(".jar", "-sources.jar", "-javadoc.jar", ".pom", "-cyclonedx.json", "-cyclonedx.xml");
    private static final List<String> CHECKSUMS = List.of("md5", "sha1");

    /** What a POM on Maven Central needs. */
    private static final List<String> NEEDED = List.of(
            "modelVersion",
            "groupId",
            "artifactId",
            "version",
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "developers/developer/organization",
            "scm/connection",
            "scm/developerConnection",
            "scm/url");
    /** What would make a POM depend on others, or tells only how we build. */
    private static final List<String> UNWANTED = List.of(
            "parent",
            "build",
            "properties",
            "profiles",
            "modules",
            "dependencyManagement",
            "distributionManagement",
            "repositories",
            "pluginRepositories",
            "reporting");

    private static final String LIBRARY = "io/github/withcdp/internal/report/viewer/library/";
    private static final String PROTOCOL_LICENSE = "META-INF/devtools-protocol/LICENSE";
    private static final int JAVA_17 = 61;

    private final Path published;
    private final List<String> misses = new ArrayList<>();
    private int failed;

    private ReleaseCheck(Path published) {
        this.published = published;
    }

    public static void main(String... args) throws Exception {
        var check = new ReleaseCheck(Path.of(args[0]));
        for (var artifact : new TreeSet<>(MODULES.keySet())) {
            check.artifact(artifact);
        }
        check.nothingElse();
        check.equalTo(Path.of(args[1]));
        System.out.println(check.failed == 0 ? "The release is complete." : "The release is not complete.");
        System.exit(check.failed == 0 ? 0 : 1);
    }

    private void artifact(String artifact) throws Exception {
        Path directory;
        try (var versions = Files.list(published.resolve(GROUP).resolve(artifact))) {
            directory = versions.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        var version = directory.getFileName().toString();
        var base = directory.resolve(artifact + "-" + version).toString();
        var files = KINDS.stream().map(kind -> Path.of(base + kind)).toList();

        files(directory, files);
        report(artifact, "every file, and no other: " + String.join(" ", KINDS) + ", each with .asc .md5 .sha1");
        checksums(files);
        report(artifact, "checksums are those of the files");
        signatures(files);
        report(artifact, "signatures are good");
        pom(files.get(3), version);
        report(artifact, "the POM stands alone, has what Maven Central asks for, and no dependency for tests");
        jar(artifact, files.get(0), files.get(3), version);
        report(artifact, "jar: licences, version, module " + MODULES.get(artifact) + ", classes for Java 17, no tests");
        companions(artifact, files);
        report(artifact, "sources of every class, Javadoc of exactly the exported packages");
        billOfMaterials(artifact, files);
        report(artifact, "the bill of materials names what the POM and the jar have");
    }

    private void files(Path directory, List<Path> files) throws IOException {
        Set<Path> expected = new TreeSet<>();
        for (var file : files) {
            expected.add(file);
            expected.add(plus(file, "asc"));
            CHECKSUMS.forEach(checksum -> expected.add(plus(file, checksum)));
        }
        // Whether signatures get checksums is up to Maven.
        var actual = filesOf(directory)
                .filter(file ->
                        CHECKSUMS.stream().noneMatch(checksum -> file.toString().endsWith(".asc." + checksum)))
                .collect(Collectors.toCollection(TreeSet::new));
        expected.stream().filter(file -> !actual.contains(file)).forEach(file -> miss("missing: " + file));
        actual.stream().filter(file -> !expected.contains(file)).forEach(file -> miss("not expected: " + file));
    }

    private void checksums(List<Path> files) throws Exception {
        for (var file : files) {
            for (var checksum : CHECKSUMS) {
                var algorithm = checksum.equals("sha1") ? "SHA-1" : "MD5";
                var digest = MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file));
                want(
                        HexFormat.of()
                                .formatHex(digest)
                                .equals(Files.readString(plus(file, checksum)).strip()),
                        checksum + " is another one: " + file);
            }
        }
    }

    private void signatures(List<Path> files) throws Exception {
        for (var file : files) {
            var gpg = new ProcessBuilder(
                            "gpg", "--batch", "--verify", plus(file, "asc").toString(), file.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(gpg.getInputStream().readAllBytes(), UTF_8);
            want(gpg.waitFor() == 0, "gpg refuses the signature of " + file + ": " + said);
        }
    }

    private void pom(Path file, String version) throws Exception {
        var pom = xml(file);
        for (var element : NEEDED) {
            want(texts(pom, element).stream().anyMatch(Predicate.not(String::isBlank)), "no " + element);
        }
        for (var element : UNWANTED) {
            want(elements(pom, element).isEmpty(), element + " is in it");
        }
        want(texts(pom, "version").equals(List.of(version)), "its version is not " + version);
        want(!version.endsWith("-SNAPSHOT"), "a snapshot is no release");
        want(!Files.readString(file).contains("${"), "something is still to be replaced: ${…}");
        for (var dependency : elements(pom, "dependencies/dependency")) {
            var name = String.join(":", text(dependency, "groupId"), text(dependency, "artifactId"));
            want(!text(dependency, "version").isEmpty(), "no version: " + name);
            want(!text(dependency, "version").endsWith("-SNAPSHOT"), "a snapshot: " + name);
            want(!text(dependency, "scope").equals("test"), "only for our tests: " + name);
            want(
                    name.startsWith("org.testcontainers:")
                            == text(dependency, "optional").equals("true"),
                    "Testcontainers is what is optional, and nothing else: " + name);
        }
    }

    private void jar(String artifact, Path file, Path pom, String version) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            want(
                    text(jar, "META-INF/LICENSE").equals(Files.readString(Path.of("LICENSE"))),
                    "META-INF/LICENSE is not ours");
            want(
                    text(jar, "META-INF/maven/io.github.withcdp/" + artifact + "/pom.xml")
                            .equals(Files.readString(pom)),
                    "the POM within is another one");
            var manifest = jar.getManifest().getMainAttributes();
            want(version.equals(manifest.getValue("Implementation-Version")), "no Implementation-Version " + version);
            want(manifest.getValue("Automatic-Module-Name") == null, "an automatic name beside the module's own");
            if (artifact.equals("withcdp-extension")) {
                want(jar.getEntry(LIBRARY + "LICENSE") != null, "no licence of the library in " + LIBRARY);
            }
            if (artifact.equals("withcdp-protocol")) {
                want(jar.getEntry(PROTOCOL_LICENSE) != null, "no licence of the protocol: " + PROTOCOL_LICENSE);
            }
            for (var name : names(jar)) {
                want(!name.matches(".*(Tests|TestCase)(\\$.*)?\\.class"), "a test: " + name);
                if (name.endsWith(".class")) {
                    try (var in = jar.getInputStream(jar.getEntry(name))) {
                        want(in.readNBytes(8)[7] == JAVA_17, "not for Java 17: " + name);
                    }
                }
            }
        }
        var module = module(file);
        want(module.name().equals(MODULES.get(artifact)) && !module.isAutomatic(), "it is module " + module);
    }

    private void companions(String artifact, List<Path> files) throws IOException {
        var sources = names(files.get(1));
        names(files.get(0)).stream()
                .filter(name -> name.endsWith(".class") && !name.contains("$"))
                .map(name -> name.replaceFirst("class$", "java"))
                .filter(name -> !sources.contains(name))
                .forEach(name -> miss("not among the sources: " + name));

        var exported = module(files.get(0)).exports().stream()
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toCollection(TreeSet::new));
        var documented = names(files.get(2)).stream()
                .filter(name -> name.endsWith("/package-summary.html"))
                .map(name -> name.substring((MODULES.get(artifact) + "/").length(), name.lastIndexOf('/'))
                        .replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
        want(exported.equals(documented), "exported: " + exported + ", in the Javadoc: " + documented);
    }

    private void billOfMaterials(String artifact, List<Path> files) throws Exception {
        List<String> needed = new ArrayList<>();
        for (var dependency : elements(xml(files.get(3)), "dependencies/dependency")) {
            needed.add("pkg:maven/" + text(dependency, "groupId") + "/" + text(dependency, "artifactId") + "@"
                    + text(dependency, "version") + "?type=jar");
        }
        var json = Files.readString(files.get(4));
        var xml = texts(xml(files.get(5)), "components/component/purl");
        if (artifact.equals("withcdp-extension")) {
            want(xml.stream().anyMatch(purl -> purl.contains("tanstack__virtual-core@")), "virtual-core is not named");
        }
        for (var purl : needed) {
            want(xml.contains(purl), "not in the XML: " + purl);
        }
        for (var purl : xml) {
            want(json.contains('"' + purl + '"'), "not in the JSON: " + purl);
        }
    }

    private void nothingElse() throws IOException {
        filesOf(published)
                .map(published::relativize)
                .filter(file -> !file.startsWith(GROUP)
                        || !MODULES.containsKey(file.getName(3).toString()))
                .forEach(file -> miss("not expected: " + file));
        report("all", "nothing but " + String.join(" and ", new TreeSet<>(MODULES.keySet())));
    }

    /** Signatures differ, because they tell when they were made; so does Maven's index of versions. */
    private void equalTo(Path other) throws IOException {
        int compared = 0;
        for (var file :
                filesOf(published).filter(ReleaseCheck::isMadeFromSources).toList()) {
            var twin = other.resolve(published.relativize(file));
            compared++;
            if (!Files.exists(twin) || Files.mismatch(file, twin) >= 0) {
                miss("differs: " + published.relativize(file)
                        + (file.toString().endsWith(".jar") ? difference(file, twin) : ""));
            }
        }
        want(compared == MODULES.size() * KINDS.size(), "compared " + compared + " files");
        report("all", "built twice, equal byte for byte: " + compared + " files");
    }

    private static boolean isMadeFromSources(Path file) {
        return KINDS.stream().anyMatch(kind -> file.toString().endsWith(kind));
    }

    private static String difference(Path one, Path other) throws IOException {
        Map<String, Long> sums = new HashMap<>();
        try (var jar = new JarFile(one.toFile());
                var twin = new JarFile(other.toFile())) {
            jar.stream().forEach(entry -> sums.put(entry.getName(), entry.getCrc()));
            return twin.stream()
                    .filter(entry -> !Long.valueOf(entry.getCrc()).equals(sums.get(entry.getName())))
                    .map(ZipEntry::getName)
                    .collect(Collectors.joining(", ", ", in ", ""));
        }
    }

    private void want(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            miss(otherwise);
        }
    }

    private void miss(String text) {
        misses.add(text);
    }

    private void report(String artifact, String what) {
        System.out.printf("%-6s %-18s %s%n", misses.isEmpty() ? "ok" : "FAILED", artifact, what);
        misses.forEach(miss -> System.out.println("         " + miss));
        failed += misses.size();
        misses.clear();
    }

    private static Path plus(Path file, String extension) {
        return Path.of(file + "." + extension);
    }

    private static Stream<Path> filesOf(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private static Set<String> names(Path file) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            return names(jar);
        }
    }

    private static Set<String> names(JarFile jar) {
        return jar.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(JarFile jar, String name) throws IOException {
        var entry = jar.getEntry(name);
        return entry == null ? "" : new String(jar.getInputStream(entry).readAllBytes(), UTF_8);
    }

    private static ModuleDescriptor module(Path jar) {
        return ModuleFinder.of(jar).findAll().iterator().next().descriptor();
    }

    private static Element xml(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }

    private static List<Element> elements(Element root, String path) {
        var found = List.of(root);
        for (var name : path.split("/")) {
            found = found.stream()
                    .flatMap(ReleaseCheck::children)
                    .filter(child -> child.getTagName().equals(name))
                    .toList();
        }
        return found;
    }

    private static Stream<Element> children(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static List<String> texts(Element root, String path) {
        return elements(root, path).stream()
                .map(Node::getTextContent)
                .map(String::strip)
                .toList();
    }

    private static String text(Element root, String path) {
        return String.join("", texts(root, path));
    }
}
