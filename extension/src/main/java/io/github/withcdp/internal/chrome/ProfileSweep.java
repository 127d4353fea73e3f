package io.github.withcdp.internal.chrome;

import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.internal.util.FileTree;
import io.github.withcdp.internal.util.Loggers;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Removes the profile directories of JVMs that were killed and could not do it themselves. */
final class ProfileSweep {

    private static final AtomicBoolean DONE = new AtomicBoolean();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** The age up to which a directory without an owner is just being made. */
    private static final Duration IN_THE_MAKING = Duration.ofMinutes(1);

    private final UserPrincipal user;
    private final ProfileOwner self;

    ProfileSweep(UserPrincipal user) {
        this.user = user;
        this.self = ProfileOwner.current();
    }

    /** Sweep on a thread of its own, the first time that this JVM launches a browser. */
    static void onceInBackground(ProfileDirectory own) {
        var temporary = own.root().getParent();
        if (temporary == null || DONE.getAndSet(true)) {
            return;
        }
        var thread = new Thread(
                () -> {
                    try {
                        new ProfileSweep(Files.getOwner(own.root())).sweep(temporary);
                    } catch (IOException e) {
                        Loggers.of(ProfileSweep.class).log(System.Logger.Level.DEBUG, "No sweep of " + temporary, e);
                    }
                },
                "withcdp-profile-sweep");
        thread.setDaemon(true);
        thread.start();
    }

    /** Remove what dead owners have left in the directory; what cannot be removed stays. */
    void sweep(Path temporary) {
        var deadline = Deadline.in(LIMIT);
        try (var candidates = Files.newDirectoryStream(temporary, this::isCandidate)) {
            for (Path candidate : candidates) {
                removeIfDead(candidate);
                if (deadline.isOver()) {
                    return; // the rest is for another day
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            Loggers.of(ProfileSweep.class)
                    .log(System.Logger.Level.DEBUG, "The sweep of " + temporary + " ended early", e);
        }
    }

    /**
     * Return whether a directory may be removed. Never one of this JVM: opening and closing its lock file would drop the lock, for on Unix locks belong to the
     * process. Never a link, never a directory of somebody else.
     */
    private boolean isCandidate(Path directory) throws IOException {
        return ProfileOwner.of(directory).filter(owner -> !owner.isSameAs(self)).isPresent()
                && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(user);
    }

    private static void removeIfDead(Path directory) {
        var lockFile = directory.resolve(ProfileDirectory.OWNER);
        try {
            if (!ProfileDirectory.isOwned(directory)) {
                removeIfEmpty(directory);
                return;
            }
            try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                if (channel.tryLock() == null) {
                    return; // its owner lives
                }
                FileTree.delete(directory.resolve("p"), LIMIT);
                FileTree.delete(directory.resolve("t"), LIMIT);
            }
            FileTree.delete(directory, LIMIT);
        } catch (IOException | OverlappingFileLockException e) {
            Loggers.of(ProfileSweep.class).log(System.Logger.Level.DEBUG, "Did not remove " + directory, e);
        }
    }

    /**
     * Remove a directory that has no owner: it is just being made, or somebody else's, or a last helper of a browser has made it again after it was deleted. Nobody
     * misses directories without a file in them.
     */
    private static void removeIfEmpty(Path directory) throws IOException {
        var createdAt =
                Files.getLastModifiedTime(directory, LinkOption.NOFOLLOW_LINKS).toInstant();
        if (Duration.between(createdAt, Instant.now()).compareTo(IN_THE_MAKING) < 0) {
            return;
        }
        for (var part : List.of("p", "t")) {
            if (Files.isDirectory(directory.resolve(part), LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(directory.resolve(part)); // fails if there is anything in it
            }
        }
        Files.delete(directory);
    }
}
