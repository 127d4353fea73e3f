package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class NestedTests {

    @TempDir
    Path reports;

    @Test
    void share_the_browser_of_the_class_around_them() {
        var outcome = FixtureRun.of(SharingTestCase.class, reports).execute().allSucceeded();

        assertThat(outcome.told("browser"))
                .hasSize(3)
                .containsOnly(outcome.told("browser").get(0));
        assertThat(outcome.told("target")).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void have_a_browser_of_their_own_with_an_annotation_of_their_own() {
        var outcome = FixtureRun.of(OwnTestCase.class, reports).execute().allSucceeded();

        assertThat(outcome.told("browser")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void share_the_browser_of_a_builder_around_them() {
        var outcome = FixtureRun.of(BuilderTestCase.class, reports).execute().allSucceeded();

        assertThat(outcome.told("browser"))
                .hasSize(2)
                .containsOnly(outcome.told("browser").get(0));
    }

    private static void tell(TestReporter reporter, CDPBrowser browser, CDPSession page) {
        reporter.publishEntry("browser", ParameterTests.process(browser));
        reporter.publishEntry("target", page.target().id());
    }

    @WithCDP
    static class SharingTestCase {

        CDPSession ofConstructor;
        CDPSession ofBeforeEach;

        SharingTestCase(CDPSession page) {
            ofConstructor = page;
            ofBeforeEach = page;
        }

        @BeforeEach
        void before(CDPSession page) {
            ofBeforeEach = page;
        }

        @Test
        void outer(CDPBrowser browser, CDPSession page, TestReporter reporter) {
            tell(reporter, browser, page);
        }

        @Nested
        class Inner {

            private static CDPSession ofClass;

            @BeforeAll
            static void before(CDPSession page) {
                ofClass = page;
            }

            @Test
            void inner(CDPBrowser browser, CDPSession page, TestReporter reporter) {
                assertThat(page).isSameAs(ofConstructor).isSameAs(ofBeforeEach).isNotSameAs(ofClass);
                tell(reporter, browser, page);
            }

            @Nested
            class Innermost {

                private final CDPSession ofInnermostConstructor;

                Innermost(CDPSession page) {
                    ofInnermostConstructor = page;
                }

                @Test
                void innermost(CDPBrowser browser, CDPSession page, TestReporter reporter) {
                    assertThat(page).isSameAs(ofConstructor).isSameAs(ofInnermostConstructor);
                    tell(reporter, browser, page);
                }
            }
        }
    }

    @WithCDP(args = "--user-agent=Outer")
    static class OwnTestCase {

        @Test
        void outer(CDPBrowser browser, CDPSession page, TestReporter reporter) {
            assertThat(page.evaluate("navigator.userAgent").asString()).isEqualTo("Outer");
            tell(reporter, browser, page);
        }

        @Nested
        @WithCDP(args = "--user-agent=Inner")
        class Inner {

            @Test
            void inner(CDPBrowser browser, CDPSession page, TestReporter reporter) {
                assertThat(page.evaluate("navigator.userAgent").asString()).isEqualTo("Inner");
                tell(reporter, browser, page);
            }
        }
    }

    static class BuilderTestCase {

        @RegisterExtension
        static final WithCDPExtension cdp = WithCDPExtension.builder().build();

        @Test
        void outer(CDPBrowser browser, CDPSession page, TestReporter reporter) {
            tell(reporter, browser, page);
        }

        @Nested
        class Inner {

            @Test
            void inner(CDPBrowser browser, CDPSession page, TestReporter reporter) {
                tell(reporter, browser, page);
            }
        }
    }
}
