package io.github.withcdp.samples;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Attaches to a test in Allure what is published for it in JUnit, which Allure up to 2.35 does not do by itself.
 * To be registered in {@code META-INF/services/org.junit.platform.launcher.TestExecutionListener}.
 */
public final class AllureAttachments implements TestExecutionListener {

    private final AllureLifecycle allure;

    /** Create the listener that JUnit registers. */
    public AllureAttachments() {
        this(Allure.getLifecycle());
    }

    AllureAttachments(AllureLifecycle allure) {
        this.allure = allure;
    }

    @Override
    public void fileEntryPublished(TestIdentifier test, FileEntry file) {
        var name = file.getPath().getFileName().toString();
        try (var content = Files.newInputStream(file.getPath())) {
            allure.addAttachment(
                    name, file.getMediaType().orElse(""), name.substring(name.lastIndexOf('.') + 1), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
