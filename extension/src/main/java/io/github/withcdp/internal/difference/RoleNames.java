package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.likeness.SessionRoles.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/**
 * The names under which sessions of one run are known in another: those of equal roles. Of what is left, those of one type belong together
 * in their order, for a page that went somewhere else is the same page.
 */
final class RoleNames {

    private final Map<Role, Role> names = new HashMap<>();

    private RoleNames() {}

    /** Join the roles of two runs, each in the order in which they came. */
    static RoleNames of(Collection<Role> expected, Collection<Role> actual) {
        var names = new RoleNames();
        var left = new LinkedHashSet<>(expected);
        var strange = new ArrayList<Role>();
        for (var role : new LinkedHashSet<>(actual)) {
            if (left.remove(role)) {
                names.names.put(role, role);
            } else {
                strange.add(role);
            }
        }
        for (var role : strange) {
            left.stream()
                    .filter(other -> other.type().equals(role.type()))
                    .findFirst()
                    .ifPresent(other -> {
                        left.remove(other);
                        names.names.put(role, other);
                    });
        }
        return names;
    }

    /** Return what a role of the run that is judged is called in the other one. */
    Role of(Role actual) {
        return names.getOrDefault(actual, actual);
    }

    /** Return whether it is known there. */
    boolean knows(Role actual) {
        return names.containsKey(actual);
    }

    /** Return whether somebody is called so here. */
    boolean isTaken(Role expected) {
        return names.containsValue(expected);
    }
}
