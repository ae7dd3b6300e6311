package org.isdarts.kernel.nd4j;

import java.util.Arrays;
import java.util.List;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.loops.Sums;
import org.isdarts.kernel.loops.Vectors;
import org.isdarts.kernel.loops.Workers;
import org.isdarts.kernel.openmp.OpenMp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** The kernels on ND4J's CPU backend in float32. */
public final class Nd4jKernels extends ArrayKernels {
    /** Numbers a loop copies at once: 16 KB, half of a small first-level cache. */
    private static final int PIECE = 4096;

    private static final int PHASES = 4;

    private final int threads;
    private final Workers workers;

    /**
     * Loads ND4J.
     *
     * @param threads threads that compute
     * @throws IllegalStateException if ND4J's native library does not load on this machine
     */
    public Nd4jKernels(int threads) {
        super(Nd4jTensor::whole);
        Backend.PROCESSOR.use();
        OpenMp.sleepWhenIdle();
        try {
            Nd4j.getEnvironment().setMaxThreads(threads);
        } catch (RuntimeException notLoaded) {
            throw new IllegalStateException(
                    "ND4J does not load on " + System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                    notLoaded);
        }
        this.threads = threads;
        this.workers = new Workers(threads);
    }

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public String description() {
        String build = System.getProperty("org.bytedeco.javacpp.platform.extension", "");
        return "CPU, ND4J " + version() + build + ", fp32, " + threads + (threads == 1 ? " thread" : " threads");
    }

    @Override
    void execute(DynamicCustomOp operation) {
        OpenMp.useThreads(threads);
        Nd4j.exec(operation);
    }

    @Override
    public Convolution convolution(ConvolutionShape shape) {
        return shape.depthwise() ? new DepthwiseConvolution(workers, shape) : new ArrayConvolution(this, shape);
    }

    @Override
    public BatchNorm batchNorm(int... shape) {
        return new Nd4jBatchNorm(workers, shape);
    }

    /** Computes on a piece: {@code count} numbers of {@code target} that begin at {@code place}. */
    private interface Piece {
        void compute(int place, int count, float[] target, float[] scratch);
    }

    private void forEachPiece(int size, Piece piece) {
        int pieces = (size + PIECE - 1) / PIECE;
        workers.forEach(pieces, (from, to) -> {
            float[] target = new float[PIECE];
            float[] other = new float[PIECE];
            for (int i = from; i < to; i++) {
                piece.compute(i * PIECE, Math.min(PIECE, size - i * PIECE), target, other);
            }
        });
    }

    @Override
    public void fill(Tensor target, double value) {
        float[] values = new float[PIECE];
        Arrays.fill(values, (float) value);
        forEachPiece(target.size(), (place, count, unused, unusedToo) -> Nd4jTensor.of(target)
                .buffer
                .put(place, values, 0, count));
    }

    @Override
    public void sum(List<Term> terms, Tensor target) {
        forEachPiece(target.size(), (place, count, sums, values) -> {
            Arrays.fill(sums, 0);
            for (Term term : terms) {
                Nd4jTensor.of(term.tensor()).buffer.get(place, values, 0, count);
                addMultiple(values, (float) term.factor(), sums);
            }
            Nd4jTensor.of(target).buffer.put(place, sums, 0, count);
        });
    }

    private static void addMultiple(float[] values, float factor, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * values[i];
        }
    }

    @Override
    public void relu(Tensor input, Tensor output) {
        forEachPiece(output.size(), (place, count, values, scratch) -> {
            Nd4jTensor.of(input).buffer.get(place, values, 0, count);
            for (int i = 0; i < count; i++) {
                values[i] = Math.max(values[i], 0);
            }
            Nd4jTensor.of(output).buffer.put(place, values, 0, count);
        });
    }

    @Override
    public void reluBackward(Tensor output, Tensor outputGradient, Tensor inputGradient) {
        forEachPiece(output.size(), (place, count, values, scratch) -> {
            Nd4jTensor.of(output).buffer.get(place, scratch, 0, count);
            Nd4jTensor.of(outputGradient).buffer.get(place, values, 0, count);
            for (int i = 0; i < count; i++) {
                values[i] = scratch[i] > 0 ? values[i] : 0;
            }
            Nd4jTensor.of(inputGradient).buffer.put(place, values, 0, count);
        });
    }

    @Override
    public void copyChannels(Tensor source, int from, Tensor target, int to, int count) {
        int pixels = source.shape()[2] * source.shape()[3];
        int sourceChannels = source.shape()[1];
        int targetChannels = target.shape()[1];
        workers.forEach(source.shape()[0] * count, (first, last) -> {
            float[] plane = new float[pixels];
            for (int i = first; i < last; i++) {
                int n = i / count;
                int c = i % count;
                Nd4jTensor.of(source).buffer.get((n * sourceChannels + from + c) * pixels, plane);
                Nd4jTensor.of(target).buffer.put((n * targetChannels + to + c) * pixels, plane);
            }
        });
    }

    @Override
    public void subsample(Tensor input, int offset, Tensor output) {
        int[] large = input.shape();
        int[] small = output.shape();
        workers.forEach(large[0] * large[1], (from, to) -> {
            float[] plane = new float[large[2] * large[3]];
            float[] taken = new float[small[2] * small[3]];
            for (int p = from; p < to; p++) {
                Nd4jTensor.of(input).buffer.get(p * plane.length, plane);
                for (int i = 0; i < small[2]; i++) {
                    for (int j = 0; j < small[3]; j++) {
                        int row = 2 * i + offset;
                        int column = 2 * j + offset;
                        boolean inside = row < large[2] && column < large[3];
                        taken[i * small[3] + j] = inside ? plane[row * large[3] + column] : 0;
                    }
                }
                Nd4jTensor.of(output).buffer.put(p * taken.length, taken);
            }
        });
    }

    @Override
    public void subsampleBackward(Tensor outputGradient, int offset, Tensor inputGradient) {
        int[] large = inputGradient.shape();
        int[] small = outputGradient.shape();
        workers.forEach(large[0] * large[1], (from, to) -> {
            float[] plane = new float[large[2] * large[3]];
            float[] taken = new float[small[2] * small[3]];
            for (int p = from; p < to; p++) {
                Arrays.fill(plane, 0);
                Nd4jTensor.of(outputGradient).buffer.get(p * taken.length, taken);
                for (int i = 0; i < small[2] && 2 * i + offset < large[2]; i++) {
                    for (int j = 0; j < small[3] && 2 * j + offset < large[3]; j++) {
                        plane[(2 * i + offset) * large[3] + 2 * j + offset] = taken[i * small[3] + j];
                    }
                }
                Nd4jTensor.of(inputGradient).buffer.put(p * plane.length, plane);
            }
        });
    }

    /** ND4J's own assignment of a permuted view takes more than ten times as long. */
    @Override
    public void split(Tensor images, Tensor phases) {
        int[] pixels = pixelsByPhase(images);
        int planes = images.shape()[0] * images.shape()[1];
        workers.forEach(planes, (from, to) -> {
            float[] whole = new float[pixels.length];
            float[] apart = new float[pixels.length];
            int length = pixels.length / PHASES;
            for (int plane = from; plane < to; plane++) {
                Nd4jTensor.of(images).buffer.get(plane * whole.length, whole);
                for (int i = 0; i < pixels.length; i++) {
                    apart[i] = whole[pixels[i]];
                }
                for (int phase = 0; phase < PHASES; phase++) {
                    Nd4jTensor.of(phases).buffer.put((phase * planes + plane) * length, apart, phase * length, length);
                }
            }
        });
    }

    @Override
    public void join(Tensor phases, Tensor images) {
        int[] pixels = pixelsByPhase(images);
        int planes = images.shape()[0] * images.shape()[1];
        workers.forEach(planes, (from, to) -> {
            float[] whole = new float[pixels.length];
            float[] apart = new float[pixels.length];
            int length = pixels.length / PHASES;
            for (int plane = from; plane < to; plane++) {
                for (int phase = 0; phase < PHASES; phase++) {
                    Nd4jTensor.of(phases).buffer.get((phase * planes + plane) * length, apart, phase * length, length);
                }
                for (int i = 0; i < pixels.length; i++) {
                    whole[pixels[i]] = apart[i];
                }
                Nd4jTensor.of(images).buffer.put(plane * whole.length, whole);
            }
        });
    }

    /** The pixels of a plane in the order of its phases. */
    private static int[] pixelsByPhase(Tensor images) {
        int height = images.shape()[2];
        int width = images.shape()[3];
        int[] pixels = new int[height * width];
        int place = 0;
        for (int phase = 0; phase < PHASES; phase++) {
            for (int row = phase / 2; row < height; row += 2) {
                for (int column = phase % 2; column < width; column += 2) {
                    pixels[place++] = row * width + column;
                }
            }
        }
        return pixels;
    }

    @Override
    public void globalAverage(Tensor input, Tensor output) {
        int pixels = input.shape()[2] * input.shape()[3];
        workers.forEach(output.size(), (from, to) -> {
            float[] plane = new float[pixels];
            for (int p = from; p < to; p++) {
                Nd4jTensor.of(input).buffer.get(p * pixels, plane);
                Nd4jTensor.of(output).set(p, Sums.sum(plane, pixels) / pixels);
            }
        });
    }

    @Override
    public void globalAverageBackward(Tensor outputGradient, Tensor inputGradient) {
        int pixels = inputGradient.shape()[2] * inputGradient.shape()[3];
        workers.forEach(outputGradient.size(), (from, to) -> {
            float[] plane = new float[pixels];
            for (int p = from; p < to; p++) {
                Arrays.fill(plane, Nd4jTensor.of(outputGradient).get(p) / pixels);
                Nd4jTensor.of(inputGradient).buffer.put(p * pixels, plane);
            }
        });
    }

    @Override
    public void linear(Tensor input, Tensor weight, Tensor bias, Tensor output) {
        int features = input.shape()[1];
        int classes = output.shape()[1];
        float[] x = values(input);
        float[] w = values(weight);
        for (int i = 0; i < output.size(); i++) {
            double sum = Nd4jTensor.of(bias).get(i % classes);
            for (int c = 0; c < features; c++) {
                sum += (double) x[i / classes * features + c] * w[i % classes * features + c];
            }
            Nd4jTensor.of(output).set(i, sum);
        }
    }

    @Override
    public void linearBackward(
            Tensor input,
            Tensor weight,
            Tensor outputGradient,
            Tensor inputGradient,
            Tensor weightGradient,
            Tensor biasGradient) {
        int features = input.shape()[1];
        int classes = outputGradient.shape()[1];
        float[] x = values(input);
        float[] w = values(weight);
        float[] dx = new float[x.length];
        float[] dw = new float[w.length];
        float[] db = new float[classes];
        for (int i = 0; i < outputGradient.size(); i++) {
            float gradient = Nd4jTensor.of(outputGradient).get(i);
            int row = i / classes * features;
            int window = i % classes * features;
            db[i % classes] += gradient;
            for (int c = 0; c < features; c++) {
                dw[window + c] += gradient * x[row + c];
                dx[row + c] += gradient * w[window + c];
            }
        }
        inputGradient.write(dx);
        weightGradient.write(dw);
        biasGradient.write(db);
    }

    private static float[] values(Tensor tensor) {
        float[] values = new float[tensor.size()];
        tensor.read(values);
        return values;
    }

    @Override
    public void scaleImages(Tensor input, Tensor factors, Tensor output) {
        int length = input.size() / factors.size();
        workers.forEach(factors.size(), (from, to) -> {
            float[] image = new float[length];
            for (int n = from; n < to; n++) {
                Nd4jTensor.of(input).buffer.get(n * length, image);
                float factor = Nd4jTensor.of(factors).get(n);
                for (int i = 0; i < length; i++) {
                    image[i] *= factor;
                }
                Nd4jTensor.of(output).buffer.put(n * length, image);
            }
        });
    }

    @Override
    public double dot(Tensor left, Tensor right) {
        return Vectors.dot(Nd4jTensor.of(left).buffer, Nd4jTensor.of(right).buffer, workers);
    }

    @Override
    public double sumOfSquares(Tensor vector) {
        return Vectors.sumOfSquares(Nd4jTensor.of(vector).buffer, workers);
    }

    @Override
    public void descend(Tensor value, Tensor gradient, Tensor velocity, MomentumStep step) {
        Vectors.descend(
                Nd4jTensor.of(value).buffer,
                Nd4jTensor.of(gradient).buffer,
                Nd4jTensor.of(velocity).buffer,
                step,
                workers);
    }

    @Override
    public void close() {
        super.close();
        workers.close();
    }
}
