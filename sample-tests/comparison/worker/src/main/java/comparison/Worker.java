package comparison;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A process that does works with one client, as the harness asks for them: a line for each on the standard input, a line of JSON for each on the
 * standard output. Every work has a browser of its own. With {@code once} it starts one, and that is all.
 */
public final class Worker {

    private static final Map<String, Work> WORKS = Map.of(
            "commands", new SequentialCommands(),
            "in-flight", new CommandsInFlight(),
            "console", new ConsoleEvents(),
            "fetch", new Fetches(),
            "large", new LargeResults(),
            "isolate", new Isolations());

    private Worker() {}

    /** Begin with the name of the client's class, or with {@code class:variant}. */
    public static void main(String[] arguments) {
        var client = arguments[0];
        if (Arrays.asList(arguments).contains("once")) {
            Marks.say("@@RESULT " + attempt(client, new String[] {"start"}));
            System.exit(0); // threads of a client may still run
        }
        Marks.say("@@READY");
        for (var line = Marks.next(); line != null; line = Marks.next()) {
            Marks.say("@@RESULT " + attempt(client, line.split(" ")));
        }
        System.exit(0);
    }

    private static Result attempt(String client, String[] words) {
        try {
            var options = Options.of(Stream.of(words).skip(1));
            return words[0].equals("start")
                    ? StartUp.of(make(client))
                    : run(WORKS.get(words[0]), make(client), options);
        } catch (Throwable e) { // also what is missing on the class path of one client must not be the end of all
            return Result.failed(e);
        }
    }

    private static Result run(Work work, Client client, Options options) throws Exception {
        client.launch(Environment.browser(), Environment.switches());
        try {
            return work.run(client, options);
        } finally {
            client.close();
        }
    }

    private static Client make(String name) throws ReflectiveOperationException {
        var parts = name.split(":");
        var type = Class.forName(parts[0]).asSubclass(Client.class);
        return parts.length == 1
                ? type.getConstructor().newInstance()
                : type.getConstructor(String.class).newInstance(parts[1]);
    }
}
