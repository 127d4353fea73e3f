package io.github.withcdp.protocol.typed;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the classes of the protocol may use. */
class TypedArchitectureTests {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.withcdp.protocol.typed");

    @Test
    void they_use_the_words_that_all_share_and_the_tree_of_JSON() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.github.withcdp.protocol",
                        "io.github.withcdp.protocol.typed..",
                        "org.apiguardian.api",
                        "org.jspecify.annotations",
                        "tools.jackson.databind..")
                .because("they are a form of messages, whoever sends those")
                .check(MAIN);
    }
}
