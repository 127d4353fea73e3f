package io.github.withcdp.internal.publish;

import java.util.Map;
import java.util.stream.Collectors;

/** A command to GitHub Actions, {@code ::name property=value,…::message}. Whatever is in it, it stays one command on one line. */
final class WorkflowCommand {

    private WorkflowCommand() {}

    static String of(String name, Map<String, String> properties, String message) {
        return properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property(property.getValue()))
                .collect(Collectors.joining(",", "::" + name + " ", "::" + data(message)));
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
