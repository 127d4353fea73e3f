package io.github.withcdp.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTests {

    @TempDir
    Path folder;

    @Test
    void leads_to_what_is_below_it_and_nowhere_else() {
        var checkout = new Checkout(folder.resolve("shop"));

        assertThat(checkout.pathTo(folder.resolve("shop/src/Tests.java"))).contains("src/Tests.java");
        assertThat(checkout.pathTo(folder.resolve("shop"))).isEmpty();
        assertThat(checkout.pathTo(folder.resolve("shop/../bank/Tests.java"))).isEmpty();
        assertThat(checkout.pathTo(folder.resolve("shopping/Tests.java"))).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void is_one_folder_under_all_its_names() throws IOException {
        var real = Files.createDirectories(folder.resolve("real"));
        var file = Files.createFile(real.resolve("report.html"));
        var link = Files.createSymbolicLink(folder.resolve("link"), real);

        assertThat(new Checkout(link).pathTo(file)).contains("report.html");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void knows_a_file_as_it_is_named_wherever_a_link_leads() throws IOException {
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve("report.html"));
        var checkout = Files.createDirectories(folder.resolve("shop"));
        Files.createSymbolicLink(checkout.resolve("target"), elsewhere);

        assertThat(new Checkout(checkout).pathTo(checkout.resolve("target/report.html")))
                .contains("target/report.html");
    }
}
