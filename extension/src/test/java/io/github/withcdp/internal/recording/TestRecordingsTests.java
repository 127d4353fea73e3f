package io.github.withcdp.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRecordingsTests {

    private static final TestIdentity PAYS = test("pays", "pays()", "pays");
    private static final TestIdentity RETURNS = test("returns", "returns()", "returns");

    @TempDir
    Path folder;

    @Test
    void finds_the_recording_of_a_test_among_many() throws IOException {
        var own = write("part/target/withcdp-reports/Shop/pays", "pays", "pays()");
        write("part/target/withcdp-reports/replayed/Shop/returns", "returns", "returns()");
        var recordings = TestRecordings.in(folder);

        assertThat(recordings.of(PAYS)).contains(own);
        assertThat(recordings.of(RETURNS)).as("what a replay has written").isEmpty();
        assertThat(recordings.hasAnyInvocation(PAYS)).isTrue();
        assertThat(recordings.hasAnyInvocation(RETURNS)).isFalse();
        assertThat(recordings.hasAnyOfClass(test("", "Shop", "class"))).isTrue();
        assertThat(recordings.hasAnyOfClass(new TestIdentity("Bank", "", "Bank", "Bank", "class")))
                .isFalse();
    }

    @Test
    void tells_invocations_apart_by_their_folders_and_names() throws IOException {
        var second = write("Shop/pays-2", "pays", "pays() [2] card");
        var recordings = TestRecordings.in(folder);

        assertThat(recordings.of(test("pays", "any name", "pays-2"))).contains(second);
        assertThat(recordings.of(test("pays", "pays() [2] card", "pays-7"))).contains(second);
        assertThat(recordings.of(test("pays", "pays() [1] cash", "pays-1"))).isEmpty();
        assertThat(recordings.hasAnyInvocation(PAYS)).isTrue();
    }

    @Test
    void takes_the_folder_of_a_report_and_its_file_wherever_they_are() throws IOException {
        var file = write("from-ci", "pays", "pays()");

        for (var given : List.of(file, folder.resolve("from-ci"))) {
            var recordings = TestRecordings.in(given);

            assertThat(recordings.of(PAYS)).contains(file);
            assertThat(recordings.of(RETURNS)).isEmpty();
            assertThat(recordings.hasAnyInvocation(RETURNS)).isFalse();
            assertThat(recordings.place()).isEqualTo(given + ", which is of Shop.pays");
        }
    }

    @Test
    void refuses_the_recording_of_another_test_where_that_of_a_test_should_be() throws IOException {
        var file = write("Shop/pays", "returns", "returns()");

        assertThatThrownBy(() -> TestRecordings.in(folder).of(PAYS))
                .isInstanceOf(UnusableRecordingException.class)
                .hasMessage(
                        "%s is a recording of Shop.returns, and not of Shop.pays. Put reports back into the folders in which they were written, or give the folder of one.",
                        file);
    }

    @Test
    void has_a_broken_recording_tell_what_is_wrong_with_it() throws IOException {
        var file = write("Shop/pays", "pays", "pays()");
        Files.writeString(file, "hello\n");

        assertThat(TestRecordings.in(folder).of(PAYS)).contains(file);
        assertThat(TestRecordings.in(folder).of(RETURNS)).isEmpty();
        assertThat(TestRecordings.in(file).of(PAYS)).contains(file);
    }

    @Test
    void refuses_a_place_without_recordings() throws IOException {
        var empty = Files.createDirectories(folder.resolve("empty"));
        var nowhere = folder.resolve("nowhere");

        assertThatThrownBy(() -> TestRecordings.in(nowhere))
                .hasMessage(
                        "%s does not exist. Give the folder of a report, the traffic.jsonl in it, or a directory of reports, as withcdp-reports is one.",
                        nowhere);
        assertThatThrownBy(() -> TestRecordings.in(empty))
                .hasMessage(
                        "%s has no recording in it, nor are there reports below it. Give the folder of a report, the traffic.jsonl in it, or a directory of reports, as withcdp-reports is one.",
                        empty);
    }

    @Test
    void refuses_what_a_run_made_from_a_recording_has_written_for_it_would_be_replaced() throws IOException {
        var file = write("replayed/Shop/pays", "pays", "pays()");

        for (var place : List.of(file, file.getParent(), folder.resolve("replayed/Shop"), folder.resolve("replayed"))) {
            assertThatThrownBy(() -> TestRecordings.in(place))
                    .hasMessage(
                            "%s was written by a run that was itself made from a recording, and would be replaced by another. Give the report that it was made from.",
                            place);
        }
        assertThat(file).exists();
    }

    private Path write(String report, String method, String displayName) throws IOException {
        return Files.writeString(
                Files.createDirectories(folder.resolve(report)).resolve("traffic.jsonl"),
                "{\"withcdp\":\"traffic\",\"version\":1,\"report\":{\"test\":{\"className\":\"Shop\",\"methodName\":\"%s\",\"displayName\":\"%s\"}}}\n"
                        .formatted(method, displayName));
    }

    private static TestIdentity test(String method, String displayName, String folder) {
        return new TestIdentity("Shop", method, displayName, "Shop", folder);
    }
}
