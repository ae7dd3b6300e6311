package org.isdarts.run;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this machine is called in its network. */
public final class MachineName {
    private static final String TEXT = ask();

    private MachineName() {}

    /** The host name; {@code localhost} where it has none. */
    public static String text() {
        return TEXT;
    }

    private static String ask() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
