package org.isdarts.ui.model;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before a server and cuts the first connections that carry a long answer in the midst of it. */
final class CuttingProxy implements Closeable {
    private final ServerSocket entry;
    private final int after;
    private final int wanted;
    private int cuts;

    /**
     * A proxy at a free port.
     *
     * @param server port of the server
     * @param after bytes of a connection that are let through
     * @param wanted how many connections are cut
     */
    CuttingProxy(int server, int after, int wanted) throws IOException {
        this.after = after;
        this.wanted = wanted;
        entry = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        inBackground(() -> {
            while (true) {
                Socket client = entry.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                inBackground(() -> carry(client, behind, false));
                inBackground(() -> carry(behind, client, true));
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        // One of the two has gone.
                    }
                },
                "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void carry(Socket from, Socket to, boolean cutting) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1_000];
            int carried = 0;
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                if (cutting && carried > after && cut()) {
                    return;
                }
                out.write(buffer, 0, got);
                carried += got;
            }
        }
    }

    private synchronized boolean cut() {
        if (cuts == wanted) {
            return false;
        }
        cuts++;
        return true;
    }

    synchronized int cuts() {
        return cuts;
    }

    int port() {
        return entry.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        entry.close();
    }
}
