package io.github.withcdp.assertions;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The class path shows more than the module path would: these are the walls between modules, checked from the bytes up. */
class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.github.withcdp.assertions");

    @Test
    void uses_only_what_the_extension_exports() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.github.withcdp..")
                        .and(resideInAnyPackage(
                                        "io.github.withcdp.assertions..",
                                        "io.github.withcdp",
                                        "io.github.withcdp.internal.compatibility",
                                        "io.github.withcdp.protocol",
                                        "io.github.withcdp.recording",
                                        "io.github.withcdp.session",
                                        "io.github.withcdp.internal.spi",
                                        "io.github.withcdp.internal.text")
                                .negate()
                                .as("not exported")))
                .check(CLASSES);
    }

    @Test
    void uses_nothing_but_the_extension_AssertJ_JsonUnit_and_JSON_trees() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.withcdp..",
                        "net.javacrumbs.jsonunit.assertj..",
                        "org.apiguardian.api",
                        "org.assertj.core..",
                        "org.jspecify.annotations..",
                        "tools.jackson.core",
                        "tools.jackson.databind..",
                        "java..")
                .check(CLASSES);
    }

    /** Of both modules: whoever reads a name should not have to look where it is from. */
    @Test
    void has_no_name_that_another_type_has() {
        var names = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("io.github.withcdp").stream()
                        .filter(JavaClass::isTopLevelClass)
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info"))
                        .toList();

        assertThat(names).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    }

    @Test
    void has_sentences_that_know_nothing_of_assertions() {
        noClasses()
                .that()
                .resideInAnyPackage("..assertions.error", "..assertions.internal")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.withcdp.assertions")
                .check(CLASSES);
    }
}
