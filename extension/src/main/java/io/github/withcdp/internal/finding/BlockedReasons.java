package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import java.util.List;
import java.util.Set;

/** Says in words why Chrome neither stored nor sent a cookie, and what it would have to be like. */
final class BlockedReasons {

    /** Chrome lists the cookies that belong elsewhere too, and those that were meant to be left out; nobody would mend anything. */
    private static final Set<String> AS_MEANT = Set.of(
            "NotOnPath",
            "DomainMismatch",
            "PortMismatch",
            "SchemeMismatch",
            "AnonymousContext",
            "NoCookieContent",
            "SchemeNotSupported");

    private BlockedReasons() {}

    /** Return whether one of them is a reason that needs no mending: whatever the others are, the cookie had no business there. */
    static boolean areAsMeant(List<String> reasons) {
        return reasons.isEmpty() || reasons.stream().anyMatch(AS_MEANT::contains);
    }

    /** Return whether all of them are about a request that crosses sites, as most of advertisers and statisticians do. */
    static boolean areOfThirdParties(List<String> reasons) {
        return reasons.stream()
                .allMatch(reason ->
                        isSameSite(reason) || reason.startsWith("ThirdParty") || reason.equals("UserPreferences"));
    }

    private static boolean isSameSite(String reason) {
        return reason.contains("SameSite") && !reason.equals("SameSiteNoneInsecure");
    }

    /** Return all of them; what would let a cookie through, only if there is one reason: with several it would not. */
    static String words(List<String> reasons, String cookie) {
        var words =
                reasons.stream().map(reason -> word(reason, cookie)).distinct().toList();
        return words.size() == 1 ? words.get(0) + cure(reasons.get(0)) : String.join(", and ", words);
    }

    /** Return whether one of them is about which site began the request. */
    static boolean areAboutSites(List<String> reasons) {
        return reasons.stream().anyMatch(BlockedReasons::isSameSite);
    }

    private static String cure(String reason) {
        return switch (reason) {
            case "SameSiteStrict", "SchemefulSameSiteStrict" -> " (SameSite=Lax allows links)";
            case "SameSiteLax",
                    "SchemefulSameSiteLax",
                    "SameSiteUnspecifiedTreatedAsLax",
                    "SchemefulSameSiteUnspecifiedTreatedAsLax" -> " (SameSite=None with Secure allows it)";
            default -> "";
        };
    }

    private static String word(String reason, String cookie) {
        return switch (reason) {
            case "SameSiteNoneInsecure" -> "SameSite=None needs Secure";
            case "SecureOnly" -> "Secure needs https";
            case "SameSiteStrict", "SchemefulSameSiteStrict" -> "SameSite=Strict, but another site began the request";
            case "SameSiteLax", "SchemefulSameSiteLax" -> "SameSite=Lax, but another site began the request";
            case "SameSiteUnspecifiedTreatedAsLax", "SchemefulSameSiteUnspecifiedTreatedAsLax" ->
                "no SameSite counts as Lax, but another site began the request";
            case "UserPreferences" -> "the browser is set to block it, as a cookie of a third party for example";
            case "ThirdPartyPhaseout", "ThirdPartyBlockedInFirstPartySet" ->
                "the browser blocks cookies of third parties";
            case "OverwriteSecure" -> "only https may replace the cookie of that name, which has Secure";
            case "InvalidDomain" -> "its Domain is not one that the server may set";
            case "InvalidPrefix" -> prefix(cookie);
            case "NameValuePairExceedsMaxSize" -> "name and value have more than 4096 bytes";
            case "DisallowedCharacter" -> "it contains a control character";
            case "SyntaxError" -> "Chrome cannot read it";
            case "UnknownError" -> "Chrome gave no reason";
            default -> "Chrome says " + SafeText.line(reason, 60);
        };
    }

    private static String prefix(String cookie) {
        if (cookie.regionMatches(true, 0, "__Host-", 0, 7)) {
            return "__Host- needs Secure, Path=/ and no Domain";
        }
        return cookie.regionMatches(true, 0, "__Secure-", 0, 9)
                ? "__Secure- needs Secure"
                : "it lacks an attribute that the prefix of its name needs";
    }
}
