package io.github.withcdp.internal.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.serve.ServedRecordings.TestIdentity;
import io.github.withcdp.internal.serve.ServedRecordings.UnusableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedRecordingsTests {

    private static final TestIdentity PAYS = test("pays");

    @TempDir
    Path reports;

    @Test
    void each_test_has_the_recording_of_its_report() throws IOException {
        write("pays", 1, "pays");
        write("returns-2", 1, "returns");

        var recordings = ServedRecordings.at(reports);

        assertThat(recordings.has(PAYS, false)).isTrue();
        assertThat(recordings.of(PAYS))
                .hasValueSatisfying(recording -> assertThat(recording.file())
                        .isEqualTo(reports.resolve("Shop/pays/traffic.jsonl").toString()));
        assertThat(recordings.has(test("returns"), false)).isFalse();
        assertThat(recordings.has(test("returns"), true))
                .as("one of its invocations")
                .isTrue();
        assertThat(recordings.of(test("returns"))).isEmpty();
    }

    @Test
    void a_folder_or_its_file_is_the_recording_of_one_test() throws IOException {
        var file = write("pays", 1, "pays");

        assertThat(ServedRecordings.at(file).of(PAYS)).isPresent();
        assertThat(ServedRecordings.at(reports.resolve("Shop/pays")).of(PAYS)).isPresent();
        assertThat(ServedRecordings.at(file).has(test("returns"), true)).isFalse();
        assertThat(ServedRecordings.at(file).of(test("returns"))).isEmpty();
    }

    @Test
    void a_report_in_the_folder_of_another_one_is_refused() throws IOException {
        var file = write("pays", 1, "returns");

        assertThatThrownBy(() -> ServedRecordings.at(reports).of(PAYS))
                .isInstanceOf(UnusableException.class)
                .hasMessage(
                        "%s is a recording of Shop.returns, and not of Shop.pays. Put reports back into the folders in which they were written, or give the folder of one.",
                        file);
    }

    @Test
    void what_a_run_made_from_a_recording_has_written_is_refused_for_it_would_be_replaced() throws IOException {
        var replayed = reports.resolve("replayed");
        var ofTest = Files.createDirectories(replayed.resolve("Shop/pays"));
        var file = Files.move(write("pays", 1, "pays"), ofTest.resolve("traffic.jsonl"));

        for (var place : List.of(file, ofTest, replayed.resolve("Shop"), replayed)) {
            assertThatThrownBy(() -> ServedRecordings.at(place))
                    .isInstanceOf(UnusableException.class)
                    .hasMessage(
                            "%s was written by a run that was itself made from a recording, and would be replaced by another. Give the report that it was made from.",
                            place);
        }
        assertThat(file).exists();
    }

    @Test
    void another_version_or_what_is_no_recording_is_refused() throws IOException {
        var file = write("pays", 9, "pays");
        assertThatThrownBy(() -> ServedRecordings.at(reports).of(PAYS))
                .hasMessageStartingWith("%s, line 1: the recording has version 9 of the format", file);

        Files.writeString(file, "hello\n");
        assertThatThrownBy(() -> ServedRecordings.at(file).has(PAYS, false))
                .hasMessageStartingWith("%s is not a recording: line 1 should be a header", file);
    }

    @Test
    void what_was_cut_off_is_served_as_far_as_it_goes_and_said_to_be() throws IOException {
        var file = write("pays", 1, "pays");
        Files.writeString(file, Files.readString(file) + "{\"sequence\":1,\"nan");

        var recording = ServedRecordings.at(file).of(PAYS).orElseThrow().recording();

        assertThat(NotServed.in(recording, RecordedAnswers.in(recording)))
                .containsExactly("The recording is not complete: " + recording.incompleteBecause());
    }

    private Path write(String folder, int version, String method) throws IOException {
        var file = reports.resolve("Shop").resolve(folder).resolve("traffic.jsonl");
        Files.createDirectories(file.getParent());
        return Files.writeString(
                file,
                "{\"withcdp\":\"traffic\",\"version\":%d,\"browser\":\"\",\"started\":\"2026-11-20T13:00:00Z\",\"report\":{\"test\":{\"className\":\"Shop\",\"methodName\":\"%s\"}}}%n"
                        .formatted(version, method));
    }

    private static TestIdentity test(String method) {
        return new TestIdentity("Shop", method, Path.of("Shop", method));
    }
}
