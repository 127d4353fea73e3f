package io.github.withcdp.internal.grid;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.transport.ChromiumProcess;
import io.github.withcdp.internal.transport.HttpRequest;
import io.github.withcdp.internal.transport.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A Selenium Grid on this machine: a hub and nodes, each a process of its own, gone with their browsers when it is closed. */
public final class RealGrid implements AutoCloseable {

    private static final Path CLASSPATH = Path.of("target/grid/classpath");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Path directory;
    private final String root;
    private final int port;
    private final int publish;
    private final int subscribe;
    private final Process hub;
    private final List<Process> nodes = new ArrayList<>();
    private final Thread atExit = new Thread(this::kill);

    private RealGrid(String userInfo, String path, List<String> switches) throws IOException {
        directory = Files.createTempDirectory("withcdp-tests-grid-");
        var ports = freePorts(3);
        port = ports.get(0);
        publish = ports.get(1);
        subscribe = ports.get(2);
        root = "http://" + userInfo + "127.0.0.1:" + port + path;
        Runtime.getRuntime().addShutdownHook(atExit);
        var command = new ArrayList<>(List.of("hub", "--port", Integer.toString(port)));
        command.addAll(switches);
        hub = start(command);
    }

    /** Return why there cannot be one; empty if there can. */
    static Optional<String> missing() {
        if (!Files.exists(CLASSPATH)) {
            return Optional.of("The jars of Selenium Grid are not there: run extension/src/test/grid/prepare");
        }
        if (!Files.isExecutable(DRIVER)) {
            return Optional.of("There is no " + DRIVER + ": install chromium-driver");
        }
        return Optional.empty();
    }

    /**
     * Start a Grid whose URL has user, password and a path, with nodes of four slots that end a session after 60 idle seconds.
     * What no node offers is refused at once.
     */
    static RealGrid large() throws IOException {
        var grid = new RealGrid(
                "ada:s3cret-grid@",
                "/team",
                List.of(
                        "--username",
                        "ada",
                        "--password",
                        "s3cret-grid",
                        "--sub-path",
                        "/team",
                        "--reject-unsupported-caps",
                        "true"));
        return grid.withNodes(2, 4);
    }

    /** Start a Grid with one slot, whose queue gives up after 15 seconds. */
    static RealGrid small() throws IOException {
        return new RealGrid("", "", List.of("--session-request-timeout", "15", "--session-request-timeout-period", "1"))
                .withNodes(1, 1);
    }

    private RealGrid withNodes(int number, int slots) throws IOException {
        try {
            for (int i = 0; i < number; i++) {
                nodes.add(startNode(slots));
            }
            until("the nodes have registered", () -> upNodes() == number);
            return this;
        } catch (IOException | RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    private Process startNode(int slots) throws IOException {
        return start(List.of(
                "node",
                "--port",
                freePorts(1).get(0).toString(),
                "--hub",
                "http://127.0.0.1:" + port,
                "--selenium-manager",
                "false",
                "--detect-drivers",
                "false",
                "--driver-configuration",
                "display-name=chromium",
                "webdriver-executable=" + DRIVER,
                "max-sessions=" + slots,
                "stereotype={\"browserName\":\"chrome\",\"goog:chromeOptions\":{\"binary\":\""
                        + ChromiumProcess.executable() + "\"}}",
                "--override-max-sessions",
                "true",
                "--max-sessions",
                Integer.toString(slots),
                "--session-timeout", // as long may it take to begin one, too: what is begun later is forgotten, and its
                // driver left
                "60",
                "--heartbeat-period",
                "5"));
    }

    private Process start(List<String> arguments) throws IOException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + directory,
                "-cp",
                Files.readString(CLASSPATH).strip(),
                "org.openqa.selenium.grid.Bootstrap"));
        command.addAll(arguments);
        command.addAll(List.of(
                "--host",
                "127.0.0.1",
                "--publish-events",
                "tcp://127.0.0.1:" + publish,
                "--subscribe-events",
                "tcp://127.0.0.1:" + subscribe));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory
                        .resolve(arguments.get(0) + "-" + nodes.size() + ".log")
                        .toFile());
        builder.environment().put("TMPDIR", directory.toString()); // what a killed browser leaves goes with the rest
        return builder.start();
    }

    /** Return its URL, with user and password. */
    public String url() {
        return root;
    }

    /** Return its host and port. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Return the ids of its sessions, each with the URL of the node that has it. */
    public Map<String, String> sessions() {
        var sessions = new HashMap<String, String>();
        for (var node : status().path("nodes")) {
            for (var slot : node.path("slots")) {
                var id = slot.path("session").path("sessionId").asString("");
                if (!id.isEmpty()) {
                    sessions.put(id, node.path("uri").asString());
                }
            }
        }
        return sessions;
    }

    /** Return the number of requests that wait. */
    public int waiting() {
        return value("/se/grid/newsessionqueue/queue").size();
    }

    private long upNodes() {
        return status().path("nodes")
                .valueStream()
                .filter(node -> node.path("availability").asString("").equals("UP"))
                .count();
    }

    private JsonNode status() {
        return value("/status");
    }

    private JsonNode value(String path) {
        try {
            var answer = HttpRequest.get(URI.create(root + path)).ask(Duration.ofSeconds(20));
            return answer.status() == 200 ? Json.read(answer.body()).path("value") : Json.object();
        } catch (IOException | TimeoutException notYet) {
            return Json.object();
        }
    }

    /** Make a session without us, and return its id. */
    public String session() throws IOException, TimeoutException {
        var answer = request();
        if (answer.status() != 200) {
            throw new IOException("The Grid gave no session: " + answer.body());
        }
        return Json.read(answer.body()).path("value").path("sessionId").asString();
    }

    private HttpResponse request() throws IOException, TimeoutException {
        return HttpRequest.post(
                        URI.create(root + "/session"),
                        "{\"capabilities\":{\"alwaysMatch\":{\"browserName\":\"chrome\",\"goog:chromeOptions\":{\"args\":[\"--headless=new\",\"--no-sandbox\"]}}}}")
                .ask(LIMIT);
    }

    /** Delete a session without us. */
    public void delete(String session) throws IOException, TimeoutException {
        HttpRequest.delete(URI.create(root + "/session/" + session)).ask(LIMIT);
    }

    /** Return the processes of drivers and browsers. */
    public List<ProcessHandle> browsers() {
        return nodes.stream()
                .flatMap(node -> node.descendants())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** Kill the first node, as a power cut would: its browsers too. */
    public void killNode() {
        var node = nodes.remove(0);
        var helpers = node.descendants().toList();
        node.destroyForcibly();
        helpers.forEach(ProcessHandle::destroyForcibly);
        node.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Wait until nothing is left of any session. */
    public void awaitEmpty() {
        until("no session is left", () -> sessions().isEmpty());
        until(
                "no browser is left",
                () -> browsers().isEmpty(),
                () -> browsers().stream().map(left -> left.info().toString()).collect(Collectors.joining("\n")));
    }

    /** Wait for something, a minute and a half at most. */
    public static void until(String what, BooleanSupplier condition) {
        until(what, condition, () -> "");
    }

    private static void until(String what, BooleanSupplier condition, Supplier<String> instead) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("Waited in vain until " + what + "\n" + instead.get());
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private void kill() {
        var all = Stream.concat(nodes.stream(), Stream.of(hub)).toList();
        var helpers = all.stream().flatMap(Process::descendants).toList();
        all.forEach(Process::destroyForcibly);
        helpers.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        helpers.forEach(
                helper -> helper.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }

    @Override
    public void close() throws IOException {
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
        until(
                "the files of the Grid are deleted",
                () -> deleted(directory)); // helpers that were killed before may still write
    }

    private static boolean deleted(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException | UncheckedIOException stillWritten) {
            return !Files.exists(directory);
        }
    }

    private static List<Integer> freePorts(int number) throws IOException {
        var open = new ArrayList<ServerSocket>();
        try {
            var ports = new ArrayList<Integer>();
            for (int i = 0; i < number; i++) {
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                open.add(socket);
                ports.add(socket.getLocalPort());
            }
            return ports;
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
    }
}
