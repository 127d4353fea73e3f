package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which page a parameter is, for the methods of JUnit. */
@WithCDP
class LifecycleTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    static final Set<String> pages = ConcurrentHashMap.newKeySet();

    static CDPSession pageOfTheClass;

    CDPSession pageOfBeforeEach;

    @BeforeAll
    static void takesThePageOfTheClass(CDPSession page) {
        pageOfTheClass = page;
    }

    @BeforeEach
    void opensTheShop(CDPSession page) {
        pageOfBeforeEach = page;
        page.navigate(site.url("/index.html"));
    }

    @Test
    void a_test_has_the_page_of_its_before_each(CDPSession page) {
        assertThat(page).isSameAs(pageOfBeforeEach).isNotSameAs(pageOfTheClass);
        assertThat(page.evaluate("document.title").asString()).isEqualTo("A small shop");
    }

    @Test
    void the_page_of_the_class_is_there_for_all_its_tests() {
        assertThat(pageOfTheClass.evaluate("1 + 1").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/orders.html", "/checkout.html"})
    void every_invocation_has_a_page_of_its_own(String path, CDPSession page) {
        page.navigate(site.url(path));

        assertThat(pages.add(page.target().id())).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> the_tests_of_a_factory_share_its_page(CDPSession page) {
        return List.of("/index.html", "/orders.html").stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    page.navigate(site.url(path));
                    assertThat(page.target().url()).isEqualTo(site.url(path));
                }));
    }

    @Nested
    class A_nested_class {

        @Test
        void has_the_browser_of_the_class_around_it(CDPSession page) {
            assertThat(page).isSameAs(pageOfBeforeEach);
        }
    }
}
