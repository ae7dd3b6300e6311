package org.isdarts.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * What a command said.
 *
 * @param exit its exit code
 * @param out lines on standard output
 * @param err lines on standard error
 */
public record Told(int exit, List<String> out, List<String> err) {
    /** Runs a command in this process. */
    public static Told by(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = CommandLineTool.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Told(
                exit, out.toString().lines().toList(), err.toString().lines().toList());
    }

    String lastLine() {
        return out.get(out.size() - 1);
    }
}
