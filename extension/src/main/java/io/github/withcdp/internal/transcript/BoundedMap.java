package io.github.withcdp.internal.transcript;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets its eldest entry when it gets too many, so that a long recording needs no more memory than a short one. */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int limit;

    public BoundedMap(int limit) {
        this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > limit;
    }
}
