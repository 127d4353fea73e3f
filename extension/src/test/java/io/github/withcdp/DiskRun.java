package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Runs tests in a JVM of its own that write to disks to which nothing can be written, and prints what has become of them. */
final class DiskRun {

    private DiskRun() {}

    /** Run it: the directories where the disks are. */
    public static void main(String[] disks) throws IOException {
        for (var name : disks) {
            var disk = Path.of(name);
            System.out.println("--- " + disk.getFileName());
            print(FixtureRun.of(WritingTestCase.class, disk.resolve("reports"))
                    .with("withcdp.green", "true")
                    .with("withcdp.green.dir", disk.resolve("green").toString())
                    .with("withcdp.downloads", disk.resolve("downloads").toString()));

            System.out.println("--- temporary files on " + disk.getFileName());
            var usual = System.setProperty("java.io.tmpdir", name);
            print(FixtureRun.of(WritingTestCase.class, disk.resolveSibling("reports")));
            System.setProperty("java.io.tmpdir", usual);
            try (var left = Files.newDirectoryStream(disk, "withcdp-*")) {
                System.out.println("left: " + left.iterator().hasNext());
            }
        }
    }

    private static void print(FixtureRun run) {
        var outcome = run.with("withcdp.log", "false").execute();
        System.out.println("succeeded: " + outcome.succeeded());
        outcome.failures().forEach((name, failure) -> {
            System.out.println("failed: " + name + ": " + failure);
            for (var more : failure.getSuppressed()) {
                System.out.println("  also: " + more);
            }
        });
    }

    @WithCDP
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class WritingTestCase {

        @Test
        @Order(1)
        void passes(CDPSession page) {
            page.evaluate("1");
        }

        @Test
        @Order(2)
        void downloads(CDPSession page) {
            var ended = page.await(
                    "Page.downloadProgress",
                    progress -> !progress.param("/state").asString().equals("inProgress"),
                    () -> page.evaluate("""
                            Object.assign(document.createElement('a'), {
                                href: URL.createObjectURL(new Blob(['x'.repeat(1e6)])), download: 'x'}).click()"""));
            assertThat(ended.param("/state").asString()).isEqualTo("completed");
        }

        @Test
        @Order(3)
        void fails(CDPSession page) {
            throw new IllegalStateException("oops");
        }
    }
}
