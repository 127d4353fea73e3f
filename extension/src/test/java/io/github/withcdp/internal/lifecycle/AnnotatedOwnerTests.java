package io.github.withcdp.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.withcdp.WithCDP;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;

class AnnotatedOwnerTests {

    @Test
    void is_the_class_with_the_annotation() {
        assertOwners(PlainTestCase.class, Map.of("PlainTestCase", "PlainTestCase 1 s"));
    }

    @Test
    void is_the_class_that_inherits_it_from_a_class() {
        assertOwners(SubTestCase.class, Map.of("SubTestCase", "SubTestCase 1 s"));
    }

    @Test
    void is_the_class_that_overrides_an_inherited_one() {
        assertOwners(OverridingSubTestCase.class, Map.of("OverridingSubTestCase", "OverridingSubTestCase 2 s"));
    }

    @Test
    void is_the_class_that_inherits_it_from_an_interface() {
        assertOwners(ImplementingTestCase.class, Map.of("ImplementingTestCase", "ImplementingTestCase 3 s"));
    }

    @Test
    void is_the_class_that_has_it_within_another_annotation() {
        assertOwners(ComposedTestCase.class, Map.of("ComposedTestCase", "ComposedTestCase 4 s"));
    }

    @Test
    void is_the_innermost_class_around_a_nested_one() {
        assertOwners(
                OuterTestCase.class,
                Map.of(
                        "Sharing", "OuterTestCase 1 s",
                        "Deeper", "OuterTestCase 1 s",
                        "Own", "Own 5 s",
                        "WithinOwn", "Own 5 s",
                        "Composed", "Composed 4 s"));
    }

    @Test
    void is_the_class_in_which_an_inherited_nested_class_runs() {
        assertOwners(InheritingTestCase.class, Map.of("InheritedNested", "InheritingTestCase 6 s"));
    }

    @Test
    void may_be_only_the_nested_class() {
        assertOwners(UnannotatedTestCase.class, Map.of("UnannotatedTestCase", "nobody", "Inner", "Inner 7 s"));
    }

    @Test
    void can_be_looked_for_on_one_class_alone() {
        assertThat(AnnotatedOwner.ofThisAlone(SubTestCase.class).map(AnnotatedOwner::type))
                .contains(SubTestCase.class);
        assertThat(AnnotatedOwner.ofThisAlone(OuterTestCase.Sharing.class)).isEmpty();
    }

    private static void assertOwners(Class<?> testClass, Map<String, String> ownersByTestClass) {
        var told = new HashMap<String, String>();
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .execute()
                .allEvents()
                .reportingEntryPublished()
                .stream()
                .forEach(event ->
                        told.putAll(event.getRequiredPayload(ReportEntry.class).getKeyValuePairs()));

        assertThat(told).isEqualTo(ownersByTestClass);
    }

    /** Tells the owner, so that no state has to be shared with the tests that run within a test. */
    static final class OwnerProbe implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            context.publishReportEntry(
                    context.getRequiredTestClass().getSimpleName(),
                    AnnotatedOwner.of(context)
                            .map(owner -> owner.type().getSimpleName() + " "
                                    + owner.annotation().timeout())
                            .orElse("nobody"));
        }
    }

    @ExtendWith(OwnerProbe.class)
    @WithCDP(timeout = "1 s")
    static class PlainTestCase {

        @Test
        void runs() {}
    }

    static class SubTestCase extends PlainTestCase {}

    @WithCDP(timeout = "2 s")
    static class OverridingSubTestCase extends PlainTestCase {}

    @WithCDP(timeout = "3 s")
    interface Annotated {}

    @ExtendWith(OwnerProbe.class)
    static class ImplementingTestCase implements Annotated {

        @Test
        void runs() {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @WithCDP(timeout = "4 s")
    @interface BrowserTest {}

    @ExtendWith(OwnerProbe.class)
    @BrowserTest
    static class ComposedTestCase {

        @Test
        void runs() {}
    }

    @ExtendWith(OwnerProbe.class)
    @WithCDP(timeout = "1 s")
    static class OuterTestCase {

        @Nested
        class Sharing {

            @Test
            void runs() {}

            @Nested
            class Deeper {

                @Test
                void runs() {}
            }
        }

        @Nested
        @WithCDP(timeout = "5 s")
        class Own {

            @Test
            void runs() {}

            @Nested
            class WithinOwn {

                @Test
                void runs() {}
            }
        }

        @Nested
        @BrowserTest
        class Composed {

            @Test
            void runs() {}
        }
    }

    @ExtendWith(OwnerProbe.class)
    abstract static class Base {

        @Nested
        class InheritedNested {

            @Test
            void runs() {}
        }
    }

    @WithCDP(timeout = "6 s")
    static class InheritingTestCase extends Base {}

    @ExtendWith(OwnerProbe.class)
    static class UnannotatedTestCase {

        @Test
        void runs() {}

        @Nested
        @WithCDP(timeout = "7 s")
        class Inner {

            @Test
            void runs() {}
        }
    }
}
