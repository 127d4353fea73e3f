package io.github.withcdp.internal.chrome;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JVM that made a profile directory, as told by the directory's name. */
record ProfileOwner(long pid, long startMillis) {

    private static final class Name {
        static final Pattern PATTERN = Pattern.compile("withcdp-(\\d{1,18})-(\\d{1,18})-[0-9a-z]+");
    }

    /** Return this JVM. */
    static ProfileOwner current() {
        var self = ProcessHandle.current();
        return new ProfileOwner(
                self.pid(),
                self.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** Return the owner of a directory; empty if its name is not of our making. */
    static Optional<ProfileOwner> of(Path directory) {
        return Optional.ofNullable(directory.getFileName())
                .map(name -> Name.PATTERN.matcher(name.toString()))
                .filter(Matcher::matches)
                .map(name -> new ProfileOwner(Long.parseLong(name.group(1)), Long.parseLong(name.group(2))));
    }

    /** Return whether it is the same JVM. */
    boolean isSameAs(ProfileOwner other) {
        return pid == other.pid && startMillis == other.startMillis;
    }

    /** Return a name for a directory that nobody else has; whoever makes it finds out. It need not be a secret, only new. */
    String newName() {
        return "withcdp-" + pid + "-" + startMillis + "-"
                + Long.toString(ThreadLocalRandom.current().nextLong() >>> 24, 36);
    }
}
