package io.github.withcdp.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTests {

    private static final int MISSPELLINGS = 500;
    private static final int RIGHT = 475;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final ProtocolSchema schema = ProtocolSchema.pinned();

    @ParameterizedTest
    @CsvSource({
        "Network.getResponsBody, false, Network.getResponseBody",
        "Netwrok.enable, false, Network.enable",
        "network.enable, false, Network.enable",
        "Page.Navigate, false, Page.navigate",
        "Page.getRequestPostData, false, Network.getRequestPostData",
        "Page.responseReceived, true, Network.responseReceived",
        "Network.responseRecieved, true, Network.responseReceived",
        "Network.requestWillBeSend, true, Network.requestWillBeSent",
        "Page.loadEvent, true, Page.loadEventFired",
        "Runtime.consoleAPICall, true, Runtime.consoleAPICalled",
        "Page.reloads, false, Page.reload",
        "Runtime.eval, false, Runtime.evaluate"
    })
    void is_what_was_meant(String written, boolean isEvent, String meant) {
        assertThat(NearestName.ofMethod(written, isEvent, schema)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"Acme.frobnicate", "NodeWorker.attachedToWorker", "Page.xyz"})
    void is_none_if_nothing_is_alike(String written) {
        assertThat(NearestName.ofMethod(written, true, schema)).isEmpty();
    }

    /** Names with a letter dropped, doubled, changed, swapped with its neighbour or of the other case, in one of three with two such faults. */
    @Test
    void is_the_right_one_for_nearly_all_misspellings() {
        var random = new Random(16); // the same each time
        var methods = new ArrayList<>(schema.methods());
        Set<String> all = methods.stream().map(SchemaMethod::name).collect(Collectors.toSet());
        Set<String> tried = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        while (tried.size() < MISSPELLINGS) {
            var method = methods.get(random.nextInt(methods.size()));
            var written = misspelt(method.name(), random);
            if (random.nextInt(3) == 0) {
                written = misspelt(written, random);
            }
            if (written.matches("\\w+\\.\\w+") && !all.contains(written) && tried.add(written)) {
                var found =
                        NearestName.ofMethod(written, method.isEvent(), schema).orElse("nothing");
                if (!found.equals(method.name())) {
                    wrong.add(written + " → " + found + ", and not " + method.name());
                }
            }
        }
        Collections.sort(wrong);

        assertThat(wrong).hasSizeLessThanOrEqualTo(MISSPELLINGS - RIGHT);
    }

    private static String misspelt(String name, Random random) {
        int at = 1 + random.nextInt(name.length() - 2);
        char here = name.charAt(at);
        var before = name.substring(0, at);
        var behind = name.substring(at + 1);
        return switch (random.nextInt(5)) {
            case 0 -> before + behind;
            case 1 -> before + here + here + behind;
            case 2 -> before + LETTERS.charAt(random.nextInt(LETTERS.length())) + behind;
            case 3 -> before + behind.charAt(0) + here + behind.substring(1);
            default ->
                before
                        + (Character.isUpperCase(here) ? Character.toLowerCase(here) : Character.toUpperCase(here))
                        + behind;
        };
    }
}
