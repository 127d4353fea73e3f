package io.github.withcdp.internal.report;

import io.github.withcdp.internal.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The folder of a test's report below the folder of all reports: {@code <Class>/<method>[-<invocation>][-attempt-<n>]}.
 * Both names are safe on every file system.
 *
 * @param classFolder at most {@value #LENGTH} characters
 * @param testFolder at most {@value #LENGTH} characters
 */
public record ReportName(String classFolder, String testFolder) {

    static final int LENGTH = 100;
    private static final int HASH = 8;

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._$-]");
    /** Windows takes these for devices, whatever follows after a dot. */
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9]|CONIN\\$|CONOUT\\$|CLOCK\\$)(\\..*)?");

    /**
     * Return the name for a test.
     * A name that had to be changed or cut gets a part of a hash, so that it differs from every other name that is changed to the same.
     *
     * @param className the binary name of the test class, {@code com.acme.CheckoutTests$WhenLoggedIn}
     * @param methodName the name of the method, or what else tells the tests of a class apart; empty for the class itself
     * @param invocation what tells the invocations of a parameterised or repeated test apart, {@code 3}; empty if there is but one
     * @param uniqueId JUnit's unique id of the test
     */
    public static ReportName of(String className, String methodName, String invocation, String uniqueId) {
        var method = methodName.isEmpty() ? "class" : methodName;
        return new ReportName(
                safe(className, className), safe(invocation.isEmpty() ? method : method + "-" + invocation, uniqueId));
    }

    /** Return the name for an attempt at the same test, of which the first has the plain one. */
    ReportName attempt(int number) {
        if (number == 1) {
            return this;
        }
        var folder = testFolder + "-attempt-" + number;
        return new ReportName(classFolder, folder.length() <= LENGTH ? folder : hashed(testFolder, folder, HASH));
    }

    /** Return the same name with {@code length} characters of the hash of {@code uniqueId} at its end. */
    ReportName withHash(String uniqueId, int length) {
        return new ReportName(classFolder, hashed(testFolder, uniqueId, length));
    }

    /**
     * Return the folder below {@code root}.
     *
     * @throws IllegalArgumentException if that would not be below it, which no name made by {@link #of} can cause
     */
    public Path below(Path root) {
        var base = root.toAbsolutePath().normalize();
        var folder = base.resolve(classFolder).resolve(testFolder).normalize();
        if (!folder.startsWith(base) || folder.getNameCount() != base.getNameCount() + 2) {
            throw new IllegalArgumentException("The report folder %s/%s is not below %s"
                    .formatted(SafeText.line(classFolder, 200), SafeText.line(testFolder, 200), base));
        }
        return folder;
    }

    /** Return a name that every file system takes; one that had to be changed or cut gets a part of the hash of {@code identity}. */
    public static String safe(String name, String identity) {
        var safe = UNSAFE.matcher(name.length() > 2 * LENGTH ? name.substring(0, 2 * LENGTH) : name)
                .replaceAll("_");
        if (safe.isEmpty() || safe.startsWith(".") || safe.startsWith("-")) {
            safe = "_" + safe.substring(Math.min(1, safe.length()));
        }
        if (RESERVED.matcher(safe).matches()) {
            safe = "_" + safe;
        }
        if (safe.endsWith(".")) {
            safe = safe.substring(0, safe.length() - 1) + "_";
        }
        return safe.equals(name) && safe.length() <= LENGTH ? safe : hashed(safe, identity, HASH);
    }

    private static String hashed(String name, String identity, int length) {
        var head = name.substring(0, Math.min(name.length(), LENGTH - length - 1));
        return head + "-" + sha256(identity).substring(0, length);
    }

    public static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
