package io.github.withcdp.protocol.generator;

import io.github.withcdp.protocol.generator.Domain.ObjectType;
import io.github.withcdp.protocol.generator.Domain.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All domains, and what references from one to another lead to. */
final class Protocol {

    private static final String STABLE = "io.github.withcdp.protocol.typed";
    private static final String EXPERIMENTAL = STABLE + ".experimental";

    /** A type, and where it is. */
    record Found(Domain domain, ObjectType type) {

        String javaName() {
            return JavaNames.type(domain.name(), type.id());
        }
    }

    private final List<Domain> domains;
    private final Set<ObjectType> inputs = new HashSet<>();

    Protocol(List<Domain> domains) {
        this.domains = domains;
        for (var domain : domains) {
            domain.commands().forEach(command -> command.parameters().forEach(each -> given(domain, each.value())));
        }
    }

    List<Domain> domains() {
        return domains;
    }

    String packageOf(Domain domain) {
        return domain.remarks().experimental() ? EXPERIMENTAL : STABLE;
    }

    /** Return whether a type is part of what commands are given, and so has to be made by their users. */
    boolean isInput(ObjectType type) {
        return inputs.contains(type);
    }

    private void given(Domain domain, Value value) {
        value.items().ifPresent(items -> given(domain, items));
        if (value.kind().equals("ref")) {
            var found = find(domain, value.reference());
            if (inputs.add(found.type())) {
                given(found.domain(), found.type().value());
                found.type().properties().forEach(each -> given(found.domain(), each.value()));
            }
        }
    }

    /**
     * Return what a reference leads to.
     *
     * @param domain the one in which it stands
     */
    Found find(Domain domain, String reference) {
        int dot = reference.indexOf('.');
        var home = dot < 0 ? domain : domain(reference.substring(0, dot));
        var id = reference.substring(dot + 1);
        return home.types().stream()
                .filter(type -> type.id().equals(id))
                .findFirst()
                .map(type -> new Found(home, type))
                .orElseThrow(() -> new IllegalStateException("%s.%s is nowhere".formatted(home.name(), id)));
    }

    private Domain domain(String name) {
        return domains.stream()
                .filter(domain -> domain.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no domain " + name));
    }
}
