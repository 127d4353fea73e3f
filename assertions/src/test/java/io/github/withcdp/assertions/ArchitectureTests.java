package io.github.withcdp.assertions;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each package may use. The class path shows more than the module path would, so it is checked from the bytes up. */
class ArchitectureTests {

    private static final String ROOT = "io.github.withcdp.assertions";
    private static final String[] EXPORTED_BY_EXTENSION = {
        "io.github.withcdp",
        "io.github.withcdp.protocol",
        "io.github.withcdp.recording",
        "io.github.withcdp.session",
        "io.github.withcdp.internal.compatibility",
        "io.github.withcdp.internal.schema",
        "io.github.withcdp.internal.spi",
        "io.github.withcdp.internal.text",
        "io.github.withcdp.internal.time"
    };

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    // --- Of others

    @Test
    void uses_only_what_the_extension_exports() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.github.withcdp..")
                        .and(not(resideInAPackage(ROOT + "..")))
                        .and(not(resideInAnyPackage(EXPORTED_BY_EXTENSION)))
                        .as("not exported"))
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

    // --- Of ours

    @Test
    void text_uses_nothing() {
        mayUse("text").because("it shows what others found").check(CLASSES);
    }

    @Test
    void assertj_uses_text() {
        mayUse("assertj", "text")
                .because("it wraps libraries, and knows nothing of assertions")
                .check(CLASSES);
    }

    @Test
    void error_uses_text() {
        mayUse("error", "text")
                .because("a sentence is told what to say, and does not look for it")
                .check(CLASSES);
    }

    @Test
    void session_uses_text() {
        mayUse("session", "text")
                .because("it knows whom an assertion is about, whatever that asserts")
                .check(CLASSES);
    }

    @Test
    void match_uses_session_and_text() {
        mayUse("match", "session", "text")
                .because("it compares what there is, and neither waits nor explains")
                .check(CLASSES);
    }

    @Test
    void evidence_uses_match_session_error_and_text() {
        mayUse("evidence", "match", "session", "error", "text")
                .because("it explains a failure of which somebody else knows how long it was waited for")
                .check(CLASSES);
    }

    @Test
    void wait_uses_session_and_text() {
        mayUse("wait", "session", "text")
                .because("it asks whether something is so, whatever that is")
                .check(CLASSES);
    }

    @Test
    void nobody_uses_the_asserts() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .because("what users write stands on top of everything")
                .check(CLASSES);
    }

    @Test
    void has_a_rule_for_each_package() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(ROOT),
                                Stream.of("assertj", "error", "evidence", "match", "session", "text", "wait")
                                        .map(name -> ROOT + ".internal." + name))
                        .toList());
    }

    @Test
    void has_no_cycles_of_packages() {
        slices().matching("io.github.withcdp.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void signatures_that_users_see_name_only_what_users_see() {
        codeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(ROOT)
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should(nameOnly(not(resideInAPackage(ROOT + ".internal.."))
                        .and(not(resideInAPackage("io.github.withcdp.internal..")))))
                .because("a type that is not exported cannot be used by those who are given it")
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

    private static ArchRule mayUse(String name, String... others) {
        var allowed = Stream.concat(Stream.of(name), Stream.of(others))
                .map(other -> ROOT + ".internal." + other)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + ".internal." + name)
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))));
    }

    private static ArchCondition<JavaCodeUnit> nameOnly(DescribedPredicate<JavaClass> allowed) {
        return new ArchCondition<>("name only types that are exported, if users see them") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                if (!unit.getModifiers().contains(JavaModifier.PUBLIC)
                        && !unit.getModifiers().contains(JavaModifier.PROTECTED)) {
                    return;
                }
                Set<JavaClass> named = new HashSet<>(unit.getReturnType().getAllInvolvedRawTypes());
                unit.getParameterTypes().forEach(type -> named.addAll(type.getAllInvolvedRawTypes()));
                named.stream()
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !allowed.test(type))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                unit, unit.getFullName() + " names " + type.getFullName())));
            }
        };
    }
}
