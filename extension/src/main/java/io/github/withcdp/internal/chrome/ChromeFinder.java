package io.github.withcdp.internal.chrome;

import io.github.withcdp.protocol.ChromeUnavailableException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the program to start; if there is none, says everywhere it looked and how to get one. */
final class ChromeFinder {

    private final OperatingSystem system;
    private final Map<String, String> environment;
    private final Predicate<Path> isExecutableFile;

    ChromeFinder(OperatingSystem system, Map<String, String> environment, Predicate<Path> isExecutableFile) {
        this.system = system;
        this.environment = Map.copyOf(environment);
        this.isExecutableFile = isExecutableFile;
    }

    /** Return a finder that looks at this machine. */
    static ChromeFinder ofThisMachine() {
        return new ChromeFinder(
                OperatingSystem.current(),
                System.getenv(),
                path -> Files.isRegularFile(path) && Files.isExecutable(path));
    }

    /**
     * Return the program to start.
     *
     * @param explicit the one that the user named; empty: look where browsers are
     * @param shell whether {@code chrome-headless-shell} is wanted rather than a whole browser
     * @throws ChromeUnavailableException if there is none
     */
    Path find(Optional<Path> explicit, boolean shell) {
        return explicit.map(this::checked).orElseGet(() -> find(shell));
    }

    /** Return the first browser, or headless shell, that is installed. */
    Path find(boolean shell) {
        var places = new InstallLocations(system, this::variable);
        var candidates = new LinkedHashSet<Path>();
        for (String directory : searchPath()) {
            for (String name : places.names(shell)) {
                add(candidates, directory + system.separator() + name);
            }
        }
        int onPath = candidates.size();
        places.locations(shell).forEach(location -> add(candidates, location));
        return candidates.stream()
                .filter(isExecutableFile)
                .findFirst()
                .orElseThrow(() -> new ChromeUnavailableException(nothingFound(
                        places, shell, candidates.stream().skip(onPath).toList())));
    }

    private Path checked(Path executable) {
        if (isExecutableFile.test(executable)) {
            return executable;
        }
        String problem;
        if (Files.isDirectory(executable)) {
            problem = "is a directory. Name the program in it"
                    + (system == OperatingSystem.MACOS ? ", such as Contents/MacOS/Google Chrome." : ".");
        } else if (Files.exists(executable)) {
            problem = "is no file that may be executed. Check its permissions (chmod +x).";
        } else {
            problem = "does not exist. Correct withcdp.executable or @WithCDP(executable), or leave it out to have a"
                    + " browser looked for.";
        }
        throw new ChromeUnavailableException("Cannot launch " + executable + ": it " + problem);
    }

    private String nothingFound(InstallLocations places, boolean shell, List<Path> wellKnown) {
        var path = searchPath();
        var message = new StringBuilder("Cannot launch ")
                .append(shell ? "chrome-headless-shell" : "Chrome")
                .append(": none was found. Looked for")
                .append("\n  on the PATH (")
                .append(path.isEmpty() ? "empty" : String.join(system.pathSeparator(), path))
                .append("): ")
                .append(String.join(", ", places.names(shell)));
        wellKnown.forEach(location -> message.append("\n  ").append(location));
        return message.append("\nInstall one (")
                .append(places.howToInstall(shell))
                .append("), or name one with withcdp.executable or @WithCDP(executable),")
                .append(" or have chrome-headless-shell downloaded with withcdp.download=true,")
                .append(" or join one that runs already with withcdp.endpoint.")
                .append(shell ? " Without withcdp.headless=shell a whole browser is looked for." : "")
                .toString();
    }

    private Set<String> searchPath() {
        var directories = new LinkedHashSet<String>();
        for (String directory : variable("PATH").orElse("").split(system.pathSeparator(), -1)) {
            var plain = directory.strip().replace("\"", "");
            if (!plain.isEmpty()) {
                directories.add(plain);
            }
        }
        return directories;
    }

    private Optional<String> variable(String name) {
        if (system != OperatingSystem.WINDOWS) {
            return Optional.ofNullable(environment.get(name));
        }
        return environment.entrySet().stream() // there it may be called Path
                .filter(variable -> variable.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void add(Set<Path> candidates, String path) {
        try {
            candidates.add(Path.of(path));
        } catch (InvalidPathException e) {
            // An entry of the PATH that is no path: nothing can be there.
        }
    }
}
