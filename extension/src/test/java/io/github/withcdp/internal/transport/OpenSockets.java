package io.github.withcdp.internal.transport;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sockets that a scripted server or proxy has open, and what it does with them beside the test. */
final class OpenSockets implements AutoCloseable {

    /** Something that ends with an exception when the other side hangs up. */
    interface Task {
        void run() throws IOException;
    }

    private final CopyOnWriteArrayList<Socket> open = new CopyOnWriteArrayList<>();
    private final String name;

    /**
     * Begin without any.
     *
     * @param name for the threads
     */
    OpenSockets(String name) {
        this.name = name;
    }

    void add(Socket socket) {
        open.add(socket);
    }

    void inBackground(Task task) {
        var thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        // One side hung up: the test is over, or wants it so.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }
}
