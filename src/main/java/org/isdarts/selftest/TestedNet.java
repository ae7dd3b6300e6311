package org.isdarts.selftest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Parameters;
import org.isdarts.network.Prediction;
import org.isdarts.network.Supernet;
import org.isdarts.npy.NpyArray;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;

/** The net under test, as large as the reference says and in the reference's state. */
final class TestedNet {
    /** A unit in the last place of a float32, as a share of the number. */
    private static final double ROUNDING = 0x1p-23;

    private final Reference reference;
    private final ReferenceNames names;
    private final DecidingKernels kernels;
    private final Supernet net;

    TestedNet(Reference reference, DecidingKernels kernels, Map<CellType, Mask> masks) {
        this.reference = reference;
        this.names = new ReferenceNames(reference.space());
        this.kernels = kernels;
        NpyArray images = reference.images("input");
        NetworkSize size = new NetworkSize(
                reference.channels(), reference.cells(), reference.classes(), images.shape()[2], images.shape()[3]);
        this.net = new Supernet(kernels, reference.space(), size, masks, 0);
    }

    /** The whole supernet before anything ran. */
    static TestedNet full(Reference reference, DecidingKernels kernels) {
        TestedNet tested = new TestedNet(reference, kernels, Mask.everything(reference.space()));
        tested.writeWeights("weight/");
        return tested;
    }

    Supernet net() {
        return net;
    }

    DecidingKernels kernels() {
        return kernels;
    }

    Prediction train(Reference.Batch batch) {
        return net.train(batch.images(), batch.labels());
    }

    /** Takes over the reference's weights and running statistics of those names, and stops all movement. */
    void start(String weights, String buffers) {
        writeWeights(weights);
        Parameters parameters = net.parameters();
        for (String name : parameters.names()) {
            kernels.fill(parameters.velocity(name), 0);
        }
        for (String name : parameters.runningNames()) {
            write(parameters.running(name), buffers + names.of(name));
        }
    }

    private void writeWeights(String prefix) {
        for (String name : net.parameters().names()) {
            write(net.parameters().value(name), prefix + names.of(name));
        }
    }

    private void write(Tensor tensor, String entry) {
        reference.numbers(entry, tensor.size());
        tensor.write(reference.array(entry).floats());
    }

    /** Moves every weight by about a unit in the last place, which says how far rounding goes. */
    void moveWithinRounding(Random random) {
        for (String name : net.parameters().names()) {
            Tensor value = net.parameters().value(name);
            float[] numbers = new float[value.size()];
            value.read(numbers);
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] *= (float) (1 + ROUNDING * random.nextGaussian());
            }
            value.write(numbers);
        }
    }

    /** All gradients one after the other. */
    double[] gradient() {
        return joined(net.parameters().names(), net.parameters()::gradient);
    }

    /** All weights one after the other. */
    double[] weights() {
        return joined(net.parameters().names(), net.parameters()::value);
    }

    /** All running statistics one after the other. */
    double[] running() {
        return joined(net.parameters().runningNames(), net.parameters()::running);
    }

    /** Sets all running statistics to what {@link #running} gave. */
    void writeRunning(double[] statistics) {
        int offset = 0;
        for (String name : net.parameters().runningNames()) {
            Tensor running = net.parameters().running(name);
            float[] numbers = new float[running.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) statistics[offset + i];
            }
            running.write(numbers);
            offset += numbers.length;
        }
    }

    private static double[] joined(List<String> names, Function<String, Tensor> tensors) {
        List<double[]> parts = new ArrayList<>();
        for (String name : names) {
            Tensor tensor = tensors.apply(name);
            float[] numbers = new float[tensor.size()];
            tensor.read(numbers);
            double[] part = new double[numbers.length];
            for (int i = 0; i < part.length; i++) {
                part[i] = numbers[i];
            }
            parts.add(part);
        }
        return parts.stream().flatMapToDouble(DoubleStream::of).toArray();
    }

    /** The reference's numbers for all parameters, one after the other. */
    double[] expectedParameters(String prefix) {
        return expected(prefix, net.parameters().names(), net.parameters()::value);
    }

    /** The reference's running statistics, one after the other. */
    double[] expectedRunning(String prefix) {
        return expected(prefix, net.parameters().runningNames(), net.parameters()::running);
    }

    private double[] expected(String prefix, List<String> ours, Function<String, Tensor> tensors) {
        return ours.stream()
                .map(name -> reference.numbers(
                        prefix + names.of(name), tensors.apply(name).size()))
                .flatMapToDouble(DoubleStream::of)
                .toArray();
    }

    /** The relative error of every parameter, of numbers joined as here. */
    Errors byParameter(double[] numbers, double[] expected, double floor, double allowed) {
        return byName(net.parameters().names(), net.parameters()::value, numbers, expected, floor, allowed);
    }

    /** The relative error of every running statistic, of numbers joined as here. */
    Errors byRunning(double[] numbers, double[] expected, double allowed) {
        return byName(net.parameters().runningNames(), net.parameters()::running, numbers, expected, 0, allowed);
    }

    private static Errors byName(
            List<String> names,
            Function<String, Tensor> tensors,
            double[] numbers,
            double[] expected,
            double floor,
            double allowed) {
        Errors errors = new Errors();
        int offset = 0;
        for (String name : names) {
            int end = offset + tensors.apply(name).size();
            double error = Errors.relative(
                    Arrays.copyOfRange(numbers, offset, end), Arrays.copyOfRange(expected, offset, end), floor);
            errors.add(name, error, allowed);
            offset = end;
        }
        return errors;
    }
}
