package io.github.withcdp.internal.fault;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A pattern for faults that are allowed: {@code *} stands for anything, in a request for anything but a slash, and {@code **} for anything. */
public final class FaultPattern {

    private final Pattern ofTexts;
    private final Pattern ofRequests;

    private FaultPattern(Pattern ofTexts, Pattern ofRequests) {
        this.ofTexts = ofTexts;
        this.ofRequests = ofRequests;
    }

    static FaultPattern of(String glob) {
        return new FaultPattern(compile(glob, ".*"), compile(glob, "[^/]*"));
    }

    boolean allows(Fault fault) {
        var pattern = fault.kind() == FaultKind.FAILED_REQUESTS ? ofRequests : ofTexts;
        return fault.names().stream().anyMatch(name -> pattern.matcher(name).matches());
    }

    private static Pattern compile(String glob, String star) {
        return Pattern.compile(
                Stream.of(glob.split("(?<=\\*)(?!\\*)|(?<!\\*)(?=\\*)"))
                        .map(part -> part.startsWith("**") ? ".*" : part.equals("*") ? star : Pattern.quote(part))
                        .collect(Collectors.joining()),
                Pattern.DOTALL);
    }
}
