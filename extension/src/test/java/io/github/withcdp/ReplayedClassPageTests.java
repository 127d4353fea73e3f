package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a class is in the report of the class; whoever has only that of a test is told so, without a browser. */
class ReplayedClassPageTests {

    @TempDir
    Path reports;

    @Test
    void is_told_what_to_do_if_only_a_test_has_a_report() throws IOException {
        var name = ShopTestCase.class.getName();
        Files.writeString(
                Files.createDirectories(reports.resolve(name).resolve("pays")).resolve("traffic.jsonl"),
                "{\"withcdp\":\"traffic\",\"version\":1,\"report\":{\"test\":{\"className\":\"%s\",\"methodName\":\"pays\",\"displayName\":\"pays(CDPSession)\"}}}\n"
                        .formatted(name));

        assertThat(FixtureRun.of(ShopTestCase.class, reports)
                        .with("withcdp.replay", reports.toString())
                        .execute()
                        .failure())
                .hasMessageEndingWith(
                        "There is no recording of %s in %s (withcdp.replay). With withcdp.report=always a class whose"
                                + " page is used in @BeforeAll or by its tests has a report of its own, which has it",
                        name, reports);
    }

    @WithCDP
    static class ShopTestCase {

        @BeforeAll
        static void open(CDPSession page) {
            page.navigate("about:blank");
        }

        @Test
        void pays(CDPSession page) {}
    }
}
