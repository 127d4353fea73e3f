package io.github.withcdp.internal.download;

/** Archives for tests. */
final class Archives {

    static final String FOLDER = "chrome-headless-shell-linux64";
    static final String PROGRAM = FOLDER + "/chrome-headless-shell";

    private Archives() {}

    /** A small one in which all is as it should be. */
    static byte[] good() {
        return good("a browser").bytes();
    }

    /** One whose program says something; it is not marked as one, as in some of the real archives. */
    static ZipBuilder good(String says) {
        return new ZipBuilder()
                .file(PROGRAM, "#!/bin/sh\necho " + says + "\n")
                .entry(FOLDER + "/helper", ZipBuilder.FILE | 06755, new byte[] {1})
                .stored()
                .entry(FOLDER + "/icudtl.dat", ZipBuilder.FILE | 0666, new byte[200_000])
                .file(FOLDER + "/locales/en-US.pak", "words ".repeat(10_000));
    }
}
