package io.github.withcdp.internal.json;

/** The members of the object that a text should be, one after another: where they are, without a look into their values. */
public final class JsonMembers {

    private final String json;
    private final JsonCursor cursor;
    private boolean goesOn;
    private boolean whole;
    private int nameFrom;
    private int nameTo;
    private int from;
    private int to;

    /** Begin before the first member. */
    public JsonMembers(String json) {
        this.json = json;
        cursor = new JsonCursor(json);
        goesOn = cursor.take('{');
    }

    /** Go on to the next member; return false if there is none, or a broken one. */
    public boolean next() {
        if (!goesOn || !member()) {
            return false;
        }
        goesOn = cursor.take(',');
        whole = !goesOn && cursor.take('}') && cursor.isAtEnd();
        return true;
    }

    private boolean member() {
        cursor.peek();
        nameFrom = cursor.at() + 1;
        goesOn = cursor.skipString();
        nameTo = cursor.at() - 1;
        goesOn = goesOn && cursor.take(':');
        cursor.peek();
        from = cursor.at();
        goesOn = goesOn && cursor.skipValue();
        to = cursor.at();
        return goesOn;
    }

    /** Return whether the object ended behind this member, and the text with it. */
    public boolean isWhole() {
        return whole;
    }

    /** Return whether the member has this name, written without escapes. */
    public boolean isNamed(String name) {
        return nameTo - nameFrom == name.length() && json.startsWith(name, nameFrom);
    }

    /** Return where its value begins. */
    public int from() {
        return from;
    }

    /** Return where its value ends. */
    public int to() {
        return to;
    }
}
