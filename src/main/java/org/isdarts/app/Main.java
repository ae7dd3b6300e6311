package org.isdarts.app;

import org.isdarts.cli.CommandLineTool;

/** Where the program starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineTool.run(arguments));
    }
}
