package io.github.withcdp.internal.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;

class OldJUnitTests {

    @Test
    void says_nothing_of_a_JUnit_that_is_new_enough() {
        assertThat(OldJUnit.why(getClass().getClassLoader())).isEmpty();
    }

    @Test
    void says_which_one_was_found_and_what_to_write() {
        assertThat(OldJUnit.message(new Jar(Optional.of("5.11.4"), "/lib/junit-jupiter-api-5.11.4.jar")))
                .isEqualTo("""
                        WithCDP needs JUnit 5.12 or later, and found JUnit 5.11.4 in /lib/junit-jupiter-api-5.11.4.jar.

                        """ + BomLines.of("org.junit", "junit-bom", "5.12.2"));
    }

    @Test
    void knows_one_that_is_too_old_by_what_it_lacks() {
        var old = new HidingLoader("org.junit.jupiter.api.extension.TestInstantiationAwareExtension");

        assertThat(OldJUnit.why(old))
                .contains(OldJUnit.message(
                        Jar.of(Extension.class, new Library("org.junit.jupiter", "junit-jupiter-api"))));
    }
}
