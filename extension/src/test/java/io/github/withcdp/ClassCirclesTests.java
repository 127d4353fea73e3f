package io.github.withcdp;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Classes that all know each other, if by way of others, can only be read together: there may be a few of them, and not dozens. */
class ClassCirclesTests {

    private static final int LARGEST = 4;

    private final Map<String, Set<String>> uses = new TreeMap<>();

    @Test
    void no_more_than_four_classes_know_each_other() throws IOException {
        for (var type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.withcdp")) {
            var used = uses.computeIfAbsent(outermost(type), name -> new TreeSet<>());
            if (type.isAnnotation()) {
                continue; // it names the extension that reads it, which is how JUnit finds that
            }
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith("io.github.withcdp"))
                    .forEach(target -> used.add(outermost(target)));
            used.addAll(namedIn(type));
        }

        assertThat(uses).hasSizeGreaterThan(300);
        assertThat(circles())
                .isNotEmpty()
                .allSatisfy(circle -> assertThat(circle).hasSizeLessThanOrEqualTo(LARGEST));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(ClassCirclesTests::outermost).orElse(type.getName());
    }

    /** Return the classes that the constant pool of a class names: also those whose constants the compiler has put in the place of their names. */
    private static Set<String> namedIn(JavaClass type) throws IOException {
        var uri = type.getSource().orElseThrow().getUri();
        try (var bytes = new DataInputStream(new BufferedInputStream(uri.toURL().openStream()))) {
            bytes.skipNBytes(8);
            var texts = new String[bytes.readUnsignedShort()];
            var classes = new ArrayList<Integer>();
            for (int i = 1; i < texts.length; i++) {
                int tag = bytes.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts[i] = bytes.readUTF();
                    case 7 -> classes.add(bytes.readUnsignedShort());
                    case 8, 16, 19, 20 -> bytes.skipNBytes(2);
                    case 15 -> bytes.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> bytes.skipNBytes(4);
                    case 5, 6 -> {
                        bytes.skipNBytes(8);
                        i++; // they take two places
                    }
                    default -> throw new IOException("Unknown constant " + tag + " in " + uri);
                }
            }
            return classes.stream()
                    .map(place -> texts[place].replace('/', '.').replaceFirst("^\\[+L", ""))
                    .filter(name -> name.startsWith("io.github.withcdp."))
                    .map(name -> name.replaceFirst("[$;].*", ""))
                    .collect(toCollection(TreeSet::new));
        }
    }

    /** Return all sets of two classes or more each of which can be reached from each other one. */
    private List<Set<String>> circles() {
        var reachable = new TreeMap<String, Set<String>>();
        uses.keySet().forEach(type -> reachable.put(type, reachableFrom(type)));
        return uses.keySet().stream()
                .<Set<String>>map(type -> reachable.getOrDefault(type, Set.of()).stream()
                        .filter(other -> reachable.getOrDefault(other, Set.of()).contains(type))
                        .collect(toCollection(TreeSet::new)))
                .filter(circle -> circle.size() > 1)
                .distinct()
                .toList();
    }

    private Set<String> reachableFrom(String type) {
        var found = new TreeSet<String>();
        var next = new ArrayDeque<>(uses.get(type));
        while (!next.isEmpty()) {
            var one = next.remove();
            if (found.add(one)) {
                next.addAll(uses.getOrDefault(one, Set.of()));
            }
        }
        return found;
    }
}
