package io.github.withcdp.internal.difference;

import io.github.withcdp.recording.Difference.Kind;
import io.github.withcdp.recording.Difference.Presence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds which differences are no news once another one is known: what a script or document would have asked for that did not arrive, or a script that threw;
 * what the browser says about a request that failed; the cookie that a server did not set. What else one thing led to is not on the wire, and is not guessed.
 */
final class Consequences {

    /** That something did not arrive, or is not what its kind demands. That its content is another one is no reason for what it does not do. */
    private static final Pattern NOT_ARRIVED =
            Pattern.compile("/response|/response/(status|mimeType)|/(failure|finished|redirects)(/.*)?");

    /** What a document says about others. */
    private static final Pattern POLICY =
            Pattern.compile("/response/headers/(content-security-policy|permissions-policy|cross-origin-\\w+-policy)");

    private static final String COOKIE = "/request/headers/cookie";
    private static final String SET_COOKIE = "/response/headers/set-cookie";

    /** So many are looked at as causes; of more nobody would be told. */
    private static final int CAUSES = 200;

    private final List<Found> possible = new ArrayList<>();
    private final IdentityHashMap<Found, Found> causes = new IdentityHashMap<>();

    private Consequences() {}

    /** @param found what nothing explains, the first cause at first */
    static Consequences of(List<Found> found) {
        var consequences = new Consequences();
        found.forEach(consequences::add);
        return consequences;
    }

    private void add(Found effect) {
        possible.stream()
                .filter(cause -> follows(effect, cause))
                .findFirst()
                .ifPresent(cause -> causes.put(effect, causes.getOrDefault(cause, cause)));
        if (possible.size() < CAUSES) {
            possible.add(effect);
        }
    }

    /** Return what a difference came of in the end; empty if that is not known. */
    Optional<Found> causeOf(Found effect) {
        return Optional.ofNullable(causes.get(effect));
    }

    private static boolean follows(Found effect, Found cause) {
        return switch (effect.kind()) {
            case REQUEST -> isBroughtAbout(effect, cause) || isBlocked(effect, cause) || isCookie(effect, cause);
            case CONSOLE -> isBroughtAbout(effect, cause) || isLogOf(effect, cause);
            case TARGET -> isBroughtAbout(effect, cause);
            case COMMAND, EVENT, ORDER -> false;
        };
    }

    /** What did not come to run asks for nothing and says nothing; what threw had asked for something before. */
    private static boolean isBroughtAbout(Found effect, Found cause) {
        boolean hasThrown = cause.kind() == Kind.CONSOLE && cause.presence() == Presence.ADDED;
        boolean isMissing = effect.presence() == Presence.MISSING;
        return (hasThrown ? isMissing : isLost(cause) && effect.presence() != Presence.CHANGED)
                && effect.trace().isBroughtAboutBy(cause.trace());
    }

    private static boolean isLost(Found cause) {
        return cause.kind() == Kind.REQUEST
                && (cause.presence() == Presence.MISSING || isTold(cause, NOT_ARRIVED) || isTold(cause, POLICY));
    }

    private static boolean isBlocked(Found effect, Found cause) {
        return cause.kind() == Kind.REQUEST
                && isTold(cause, POLICY)
                && isTold(effect, NOT_ARRIVED)
                && effect.trace().isBroughtAboutBy(cause.trace());
    }

    private static boolean isTold(Found found, Pattern pointers) {
        return found.telling().stream()
                .anyMatch(leaf -> pointers.matcher(leaf.pointer()).matches());
    }

    private static boolean isCookie(Found effect, Found cause) {
        return !effect.telling().isEmpty()
                && effect.telling().stream().allMatch(leaf -> leaf.pointer().equals(COOKIE))
                && cause.kind() == Kind.REQUEST
                && cause.telling().stream().anyMatch(leaf -> leaf.pointer().equals(SET_COOKIE));
    }

    /** The log names what it is about at its end, or in its text. */
    private static boolean isLogOf(Found effect, Found cause) {
        return effect.subject().startsWith(ConsoleDifferences.LOG)
                && cause.kind() == Kind.REQUEST
                && (isLost(cause) || cause.presence() == Presence.CHANGED)
                && (effect.trace().isBroughtAboutBy(cause.trace()) || names(effect.subject(), cause.name()));
    }

    private static boolean names(String text, String url) {
        int from = text.indexOf(url);
        int end = from + url.length();
        return from >= 0 && !url.isEmpty() && (end == text.length() || "'\"), ".indexOf(text.charAt(end)) >= 0);
    }
}
