package io.github.withcdp.internal.download;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/** Refuses an archive in which anything is not as it should be, before the first file is written. */
final class ZipCheck {

    private static final int LONGEST_NAME = 500;
    private static final int HEADER = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** What is a name of a file on each system: no drive, no other stream, no character that some of them forbid. */
    private static final Pattern SEGMENT = Pattern.compile("[^\\p{Cntrl}\\\\/:*?\"<>|]*[^\\p{Cntrl}\\\\/:*?\"<>|. ]");

    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private ZipCheck() {}

    /**
     * Check all of them.
     *
     * @param folder the one that all must be in
     * @param program the file that must be among them
     */
    static void check(List<ZipMember> members, String folder, String program, Limits limits) throws ZipException {
        Set<String> names = new HashSet<>();
        Set<String> files = new HashSet<>();
        long total = 0;
        for (ZipMember member : members) {
            checkName(member, folder);
            checkKind(member);
            var name = key(member.segments());
            if (!names.add(name)) {
                throw refused("two entries have the name", member);
            }
            if (!member.isFolder()) {
                files.add(name);
            }
            if (member.size() > limits.entry()) {
                throw refused(
                        "an entry of " + DownloadMessages.size(member.size()) + " is larger than "
                                + DownloadMessages.size(limits.entry()),
                        member);
            }
            total += member.size();
            if (total > limits.total()) {
                throw new ZipException("unpacked it is larger than " + DownloadMessages.size(limits.total()));
            }
        }
        checkFolders(members, files);
        checkOverlaps(members);
        if (members.stream().noneMatch(member -> member.name().equals(folder + "/" + program))) {
            throw new ZipException("there is no " + folder + "/" + program + " in it"
                    + members.stream()
                            .findFirst()
                            .map(first -> ", but " + DownloadMessages.text(first.name()))
                            .orElse(""));
        }
    }

    private static void checkName(ZipMember member, String folder) throws ZipException {
        var segments = member.segments();
        if (member.name().length() > LONGEST_NAME
                || segments.stream()
                        .anyMatch(segment -> !SEGMENT.matcher(segment).matches()
                                || DEVICE.matcher(segment).matches())) {
            throw refused("an entry has a name that leads elsewhere, or is none on some systems", member);
        }
        if (!segments.get(0).equals(folder)) {
            throw refused("an entry is not in the folder " + folder, member);
        }
    }

    private static void checkKind(ZipMember member) throws ZipException {
        if (member.isLink()) {
            throw refused("an entry is a link", member);
        }
        if (member.isStrange()) {
            throw refused("an entry is neither a file nor a folder", member);
        }
        if (member.method() != STORED && member.method() != DEFLATED) {
            throw refused(
                    "an entry is compressed with method " + member.method() + ", which is not known here", member);
        }
        if ((member.isFolder() && member.size() > 0)
                || (member.method() == STORED && member.compressed() != member.size())) {
            throw refused("an entry has a size that cannot be", member);
        }
    }

    private static void checkFolders(List<ZipMember> members, Set<String> files) throws ZipException {
        for (ZipMember member : members) {
            var segments = member.segments();
            for (int depth = 1; depth < segments.size(); depth++) {
                if (files.contains(key(segments.subList(0, depth)))) {
                    throw refused("an entry is in a folder that is a file", member);
                }
            }
        }
    }

    /** On macOS and Windows names that differ in case only are one. */
    private static String key(List<String> segments) {
        return String.join("/", segments).toLowerCase(Locale.ROOT);
    }

    /** A small archive that unpacks to a huge one may have all its entries read the same bytes. */
    private static void checkOverlaps(List<ZipMember> members) throws ZipException {
        var ordered = members.stream()
                .sorted(Comparator.comparingLong(ZipMember::offset))
                .toList();
        long free = 0;
        for (ZipMember member : ordered) {
            if (member.offset() < free) {
                throw refused("an entry begins within another", member);
            }
            free = member.offset() + HEADER + member.name().length() + member.compressed();
        }
    }

    private static ZipException refused(String problem, ZipMember member) {
        return new ZipException(problem + ": " + DownloadMessages.text(member.name()));
    }
}
