package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is told in a JVM that loads annotations of Jackson which are too old for any Jackson 3. */
class OldAnnotationsTests {

    @TempDir
    Path directory;

    @BeforeEach
    void compile_old_annotations() throws Exception {
        var source = directory.resolve("JsonFormat.java");
        Files.writeString(source, """
                package com.fasterxml.jackson.annotation;

                public @interface JsonFormat {
                    enum Shape { ANY, OBJECT }
                }
                """);
        assertThat(new Fork(directory).compile("", source)).endsWith("ended: 0");
    }

    @Test
    void a_class_with_the_annotation_fails_before_anything_of_it_runs() throws Exception {
        assertThat(run(AnnotatedTestCase.class))
                .contains("failed: OldAnnotationsTests$AnnotatedTestCase: ")
                .contains("ExtensionConfigurationException: WithCDP reads and writes JSON with jackson-databind 3.")
                .contains("or later, and found an unknown version in " + directory + ". A Jackson 2 works")
                .contains("<artifactId>jackson-annotations</artifactId>")
                .doesNotContain("has run");
    }

    @Test
    void a_class_with_the_extension_fails_alike() throws Exception {
        assertThat(run(RegisteredTestCase.class))
                .contains("failed: OldAnnotationsTests$RegisteredTestCase: ")
                .contains("ExtensionConfigurationException: WithCDP reads and writes JSON with jackson-databind 3.")
                .doesNotContain("has run");
    }

    private String run(Class<?> fixture) throws Exception {
        return new Fork(directory).run(directory + File.pathSeparator + Fork.classPath(), fixture);
    }

    @WithCDP
    static class AnnotatedTestCase {

        @Test
        void is_never_run(CDPSession page) {
            System.out.println("has run");
        }
    }

    static class RegisteredTestCase {

        @RegisterExtension
        static final WithCDPExtension CDP = WithCDPExtension.builder().build();

        @Test
        void is_never_run(CDPSession page) {
            System.out.println("has run");
        }
    }
}
