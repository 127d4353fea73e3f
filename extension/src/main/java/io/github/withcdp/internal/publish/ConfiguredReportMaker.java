package io.github.withcdp.internal.publish;

import static org.apiguardian.api.API.Status.INTERNAL;

import io.github.withcdp.internal.config.ConfigurationException;
import io.github.withcdp.internal.config.ConfigurationSources;
import io.github.withcdp.internal.config.OptionValues;
import io.github.withcdp.internal.config.RedactionParser;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.recording.ReportMaker;
import io.github.withcdp.internal.report.ReportRemaker;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * Makes the reports of recordings that were read: no test says what is secret in them, so the system properties and environment
 * variables do. Behind {@link Recording#writeReport}; nothing to be used by itself.
 *
 * @since 0.1
 */
@API(status = INTERNAL, since = "0.1")
public final class ConfiguredReportMaker implements ReportMaker {

    /** Create a report maker; called by {@link java.util.ServiceLoader}. */
    public ConfiguredReportMaker() {}

    /**
     * Write a report.
     *
     * @throws IOException if the directory cannot be written to
     * @throws ConfigurationException if an option is unknown or cannot be understood; then nothing is written
     */
    @Override
    public void write(Recording recording, Path directory) throws IOException {
        var values = Settings.resolve(OptionValues.NONE, ConfigurationSources.ofProcess());
        new ReportRemaker(RedactionParser.redaction(values)).write(recording, directory);
    }
}
