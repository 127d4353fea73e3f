package io.github.withcdp.internal.report;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Gives each test of a run a folder of its own, the same one whenever asked.
 * Overloaded methods, and those that differ in case alone, would otherwise share one on some file system.
 * Safe for use by many threads; meant to live as long as the run.
 */
public final class ReportNames {

    private static final int HASH = 8;
    private static final int WHOLE_HASH = 64;

    private final Map<String, String> owners = new HashMap<>(); // guarded by this

    /** Create the names of a run. */
    public ReportNames() {}

    /** Return the name for a test as {@link ReportName#of} gives it, with a hash at its end if another test has that name. */
    public synchronized ReportName claim(String className, String methodName, String invocation, String uniqueId) {
        var plain = ReportName.of(className, methodName, invocation, uniqueId);
        var name = plain;
        for (int length = HASH; !owns(name, uniqueId) && length <= WHOLE_HASH; length += HASH) {
            name = plain.withHash(uniqueId, length);
        }
        return name;
    }

    private boolean owns(ReportName name, String uniqueId) {
        var key = (name.classFolder() + "/" + name.testFolder()).toLowerCase(Locale.ROOT);
        return owners.computeIfAbsent(key, unowned -> uniqueId).equals(uniqueId);
    }
}
