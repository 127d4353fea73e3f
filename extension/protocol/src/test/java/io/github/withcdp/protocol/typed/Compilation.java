package io.github.withcdp.protocol.typed;

import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What the compiler says of sources that users might write. */
final class Compilation {

    private final List<Source> sources = new ArrayList<>();

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Add a class. */
    Compilation add(String name, String text) {
        sources.add(new Source(name, text));
        return this;
    }

    /** Return the errors of each class that has some. */
    Map<String, String> errors() {
        return errors(List.of());
    }

    /**
     * Return the errors of each class that has some.
     *
     * @param further options of the compiler, where classes go for example
     */
    Map<String, String> errors(List<String> further) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var options = new ArrayList<>(List.of(
                "-proc:none",
                "-XDshould-stop.ifNoError=FLOW",
                "-cp",
                System.getProperty("java.class.path"),
                "-Xmaxerrs",
                "1000"));
        options.addAll(further);
        var task = compiler.getTask(new StringWriter(), null, diagnostics, options, null, sources);
        task.setLocale(Locale.ROOT);
        task.call();
        Map<String, String> errors = new LinkedHashMap<>();
        for (var diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                var source = diagnostic.getSource();
                var name = source == null ? "" : source.getName().replaceAll("^/|\\.java$", "");
                errors.merge(name, diagnostic.getMessage(Locale.ROOT), "%s%n%s"::formatted);
            }
        }
        return errors;
    }
}
