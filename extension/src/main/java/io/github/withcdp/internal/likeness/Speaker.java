package io.github.withcdp.internal.likeness;

/** Who says something: names mean something in what Chrome says, and nothing in what pages do. */
enum Speaker {
    CHROME,
    HEADERS,
    PAGE;

    /** Return who says what is in a member. */
    Speaker of(String name) {
        return this == CHROME && (name.equals("headers") || name.endsWith("Headers"))
                ? HEADERS
                : this == CHROME && name.equals("value") ? PAGE : this;
    }

    /** Return whether a member is another one in each run. */
    boolean alwaysDiffers(String name) {
        return switch (this) {
            case CHROME -> ProtocolNames.alwaysDiffers(name);
            case HEADERS -> ProtocolNames.headerAlwaysDiffers(name);
            case PAGE -> false;
        };
    }
}
