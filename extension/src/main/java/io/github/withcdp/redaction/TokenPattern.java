package io.github.withcdp.redaction;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What well-known tokens look like.
 *
 * @param begin the characters that each begins with, or that stand before it
 * @param what it is
 * @param form the whole; its first group is the secret
 */
record TokenPattern(String begin, String what, Pattern form) {

    private static final String CREDENTIALS = "\\s+([A-Za-z0-9+/=_~.-]{8,})";

    static final List<TokenPattern> ALL = List.of(
            of("eyJ", "jwt", "(eyJ[A-Za-z0-9_-]{6,}\\.[A-Za-z0-9_-]{4,}(?:\\.[A-Za-z0-9_-]*){1,3})"),
            of("Bearer", "token", "Bearer" + CREDENTIALS),
            of("bearer", "token", "bearer" + CREDENTIALS),
            of("BEARER", "token", "BEARER" + CREDENTIALS),
            of("Basic", "credentials", "Basic" + CREDENTIALS),
            of("basic", "credentials", "basic" + CREDENTIALS),
            of("ghp_", "token", "(ghp_[A-Za-z0-9]{20,})"),
            of("gho_", "token", "(gho_[A-Za-z0-9]{20,})"),
            of("ghu_", "token", "(ghu_[A-Za-z0-9]{20,})"),
            of("ghs_", "token", "(ghs_[A-Za-z0-9]{20,})"),
            of("ghr_", "token", "(ghr_[A-Za-z0-9]{20,})"),
            of("github_pat_", "token", "(github_pat_[A-Za-z0-9_]{20,})"),
            of("glpat-", "token", "(glpat-[A-Za-z0-9_-]{16,})"),
            of("xox", "token", "(xox[abeoprs]-[A-Za-z0-9-]{10,})"),
            of("AKIA", "access-key", "(AKIA[A-Z0-9]{16})"),
            of("ASIA", "access-key", "(ASIA[A-Z0-9]{16})"),
            of("AIza", "api-key", "(AIza[A-Za-z0-9_-]{30,})"),
            of("sk_live_", "secret", "(sk_live_[A-Za-z0-9]{10,})"),
            of("sk_test_", "secret", "(sk_test_[A-Za-z0-9]{10,})"),
            of("rk_live_", "secret", "(rk_live_[A-Za-z0-9]{10,})"),
            of("sk-", "secret", "(sk-[A-Za-z0-9_-]{20,})"),
            of("npm_", "token", "(npm_[A-Za-z0-9]{30,})"),
            of("pypi-", "token", "(pypi-[A-Za-z0-9_-]{20,})"),
            of("SG.", "token", "(SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,})"),
            of("ya29.", "token", "(ya29\\.[A-Za-z0-9_-]{20,})"),
            of("-----BEGIN", "private-key", "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----([^-]{1,16384})"));

    private static TokenPattern of(String begin, String what, String form) {
        return new TokenPattern(begin, what, Pattern.compile(form));
    }
}
