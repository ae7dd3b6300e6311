package org.isdarts.export.onnx;

import java.util.List;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;

/** One operator of a model while it is put together. */
final class Node {
    private final NodeProto.Builder node;

    private Node(NodeProto.Builder node) {
        this.node = node;
    }

    /** An operator that reads values by their names. */
    static Node of(String operator, String... inputs) {
        return new Node(NodeProto.newBuilder().setOpType(operator)).reading(inputs);
    }

    /** Reads further values. */
    Node reading(String... inputs) {
        node.addAllInput(List.of(inputs));
        return this;
    }

    Node with(String attribute, long value) {
        node.addAttribute(AttributeProto.newBuilder()
                .setName(attribute)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value));
        return this;
    }

    Node with(String attribute, float value) {
        node.addAttribute(AttributeProto.newBuilder()
                .setName(attribute)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value));
        return this;
    }

    Node with(String attribute, List<Long> values) {
        node.addAttribute(AttributeProto.newBuilder()
                .setName(attribute)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(values));
        return this;
    }

    /** Puts it into a model. Returns the name of its output. */
    String addTo(GraphProto.Builder model, String output) {
        model.addNode(node.setName(output).addOutput(output));
        return output;
    }
}
