package org.isdarts.selftest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;

/** The reference implementation's names of our parameters and running statistics. */
final class ReferenceNames {
    private static final Pattern OPERATION = Pattern.compile("cells\\.(\\d+)\\.(\\d+)-(\\d+)\\.([a-z_0-9]+)(\\..*)");

    private final SearchSpace space;

    ReferenceNames(SearchSpace space) {
        this.space = space;
    }

    String of(String name) {
        Matcher operation = OPERATION.matcher(name);
        if (operation.matches()) {
            int from = Integer.parseInt(operation.group(2));
            int to = Integer.parseInt(operation.group(3));
            String edge = "cells." + operation.group(1) + ".edges." + (to - firstNode()) + "<-" + from;
            return edge + candidate(operation.group(4)) + part(operation.group(5));
        }
        return name.replace("stem.conv.", "stem.0.")
                .replace("stem.norm.", "stem.1.")
                .replace("last.norm.", "lastact.0.")
                .replaceAll("(cells\\.\\d+)\\.(conv|norm)_([ab])\\.", "$1.conv_$3.op.$2.")
                .replace(".op.conv.", ".op.1.")
                .replace(".op.norm.", ".op.2.")
                .replace(".downsample.conv.", ".downsample.1.")
                .replaceAll("(preprocess\\d)\\.even\\.", "$1.convs.0.")
                .replaceAll("(preprocess\\d)\\.odd\\.", "$1.convs.1.")
                .replaceAll("(preprocess\\d)\\.weight", "$1.op.1.weight")
                .replace(".gamma", ".weight")
                .replace(".beta", ".bias")
                .replace(".mean", ".running_mean")
                .replace(".variance", ".running_var");
    }

    private String candidate(String label) {
        if (label.equals("auxiliary")) {
            return "";
        }
        int index = space.operations().indexOf(Operation.of(label));
        return (space.inputs() == 1 ? "." : ".ops.") + index;
    }

    /** The reference counts the nodes of a two-input cell without its inputs. */
    private int firstNode() {
        return space.inputs() == 1 ? 0 : space.inputs();
    }

    private static String part(String part) {
        return switch (part) {
            case ".weight" -> ".op.1.weight";
            case ".even.weight" -> ".convs.0.weight";
            case ".odd.weight" -> ".convs.1.weight";
            default -> part.replace(".a.", ".op_a.")
                    .replace(".b.", ".op_b.")
                    .replace(".depthwise.", ".op.1.")
                    .replace(".pointwise.", ".op.2.");
        };
    }
}
