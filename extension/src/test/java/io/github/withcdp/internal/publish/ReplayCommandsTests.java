package io.github.withcdp.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReplayCommandsTests {

    @Test
    void name_the_test_and_its_report_from_where_the_tests_run() {
        assertThat(ReplayCommands.of(
                        "com.acme.ShopTests$Checkout",
                        "pays_once",
                        Path.of("/work/shop/target/withcdp-reports/com.acme.ShopTests$Checkout/pays_once"),
                        Path.of("/work/shop")))
                .containsExactly(
                        "mvn test -Dtest='com.acme.ShopTests$Checkout#pays_once' -Dwithcdp.replay='target/withcdp-reports/com.acme.ShopTests$Checkout/pays_once'",
                        "WITHCDP_REPLAY='target/withcdp-reports/com.acme.ShopTests$Checkout/pays_once' gradle test --tests 'com.acme.ShopTests$Checkout.pays_once'");
    }

    @Test
    void name_a_report_elsewhere_by_its_whole_path() {
        assertThat(ReplayCommands.of("A", "b", Path.of("/reports/it's/b"), Path.of("/work/shop")))
                .first()
                .isEqualTo("mvn test -Dtest='A#b' -Dwithcdp.replay='/reports/it'\\''s/b'");
    }
}
