package io.github.withcdp.assertions.internal.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.withcdp.internal.compatibility.Jar;
import io.github.withcdp.internal.compatibility.Library;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class AssertJVersionCheckTests {

    @Test
    void says_nothing_of_an_AssertJ_that_is_new_enough() {
        assertThatCode(AssertJVersionCheck::refuse).doesNotThrowAnyException();
    }

    @Test
    void says_which_one_was_found_and_what_to_write() {
        assertThat(AssertJVersionCheck.message(new Jar(Optional.of("3.20.2"), "/lib/assertj-core-3.20.2.jar")))
                .isEqualTo("""
                        The assertions of WithCDP need AssertJ 3.21 or later, and found AssertJ 3.20.2 in /lib/assertj-core-3.20.2.jar.

                        With Maven:

                        <dependencyManagement>
                          <dependencies>
                            <dependency>
                              <groupId>org.assertj</groupId>
                              <artifactId>assertj-core</artifactId>
                              <version>3.21.0</version>
                            </dependency>
                          </dependencies>
                        </dependencyManagement>

                        With Gradle:

                        testImplementation("org.assertj:assertj-core:3.21.0")""");
    }

    @Test
    void knows_one_that_is_too_old_by_what_it_lacks() {
        var old = new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.endsWith(".ThrowingConsumer")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };

        assertThat(AssertJVersionCheck.why(old))
                .contains(AssertJVersionCheck.message(
                        Jar.of(Assertions.class, new Library("org.assertj", "assertj-core"))));
    }
}
