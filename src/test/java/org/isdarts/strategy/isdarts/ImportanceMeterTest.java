package org.isdarts.strategy.isdarts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Supernet;
import org.isdarts.network.Tap;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.Edge;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportanceMeterTest {
    private static final NetworkSize SIZE = new NetworkSize(4, 1, 3, 8, 8);
    private static final int IMAGES = 6;

    private static Supernet net(SearchSpace space, List<Candidate> discarded) {
        Map<CellType, Mask> masks = new EnumMap<>(CellType.class);
        for (CellType type : space.cellTypes()) {
            masks.put(type, Mask.full(space).without(discarded));
        }
        return new Supernet(new ReferenceKernels(), space, SIZE, masks, 3);
    }

    private static float[] images() {
        Random random = new Random(1);
        float[] images = new float[IMAGES * 3 * 64];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        return images;
    }

    private static ImportanceMeter measured(Supernet net) {
        ImportanceMeter meter = new ImportanceMeter(net, IMAGES);
        meter.add(images(), IMAGES);
        return meter;
    }

    /** One operation's output in one cell. */
    private record Output(Tap tap, int[] shape, float[] numbers) {
        double at(int image, int channel, int pixel) {
            return numbers[(image * shape[1] + channel) * pixels() + pixel];
        }

        int pixels() {
            return shape[2] * shape[3];
        }

        /** Variance across the channels at a pixel, divisor C - 1. */
        double variance(int image, int pixel) {
            double variance = 0;
            for (int c = 0; c < shape[1]; c++) {
                variance += Math.pow(at(image, c, pixel) - mean(image, pixel), 2) / (shape[1] - 1);
            }
            return variance;
        }

        double mean(int image, int pixel) {
            return IntStream.range(0, shape[1])
                    .mapToDouble(c -> at(image, c, pixel))
                    .average()
                    .orElseThrow();
        }

        /** As it is defined, image by image. */
        double importance(Score importance, int image) {
            double sum = 0;
            for (int pixel = 0; pixel < pixels(); pixel++) {
                double variance = variance(image, pixel);
                if (importance.equals(IsDartsScores.IIM)) {
                    sum += variance / 3;
                } else {
                    for (int c = 0; c < shape[1]; c++) {
                        double distance = at(image, c, pixel) - mean(image, pixel);
                        sum += 3 * distance * distance / Math.pow(variance, 3) / shape[1] / pixels();
                    }
                }
            }
            return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
        }
    }

    private static List<Output> outputs(Supernet net) {
        List<Output> outputs = new ArrayList<>();
        net.measure(images(), IMAGES, (tap, tensor) -> outputs.add(new Output(tap, tensor.shape(), numbers(tensor))));
        return outputs;
    }

    private static float[] numbers(Tensor tensor) {
        float[] numbers = new float[tensor.size()];
        tensor.read(numbers);
        return numbers;
    }

    /** Mean over images and over the cells of the type. */
    private static double expected(
            List<Output> outputs, CellType type, Candidate candidate, Score importance, int images) {
        return outputs.stream()
                .filter(output -> output.tap().cellType() == type
                        && output.tap().candidate().equals(candidate))
                .mapToDouble(output -> IntStream.range(0, images)
                        .mapToDouble(image -> output.importance(importance, image))
                        .average()
                        .orElseThrow())
                .average()
                .orElseThrow();
    }

    private static List<Candidate> computed(SearchSpace space) {
        return Mask.full(space).keptCandidates().stream()
                .filter(candidate -> space.operations().get(candidate.operation()) != Operation.NONE)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nas-bench-201", "darts"})
    void measuresWhatTheDefinitionsSay(String name) {
        SearchSpace space = SearchSpaces.of(name);
        Supernet net = net(space, List.of());
        List<Output> outputs = outputs(net);
        ImportanceMeter meter = measured(net);
        for (CellType type : space.cellTypes()) {
            for (Score importance : IsDartsScores.ALL) {
                double[][] values = meter.values(type, importance);
                for (Candidate candidate : computed(space)) {
                    double expected = expected(outputs, type, candidate, importance, IMAGES);
                    assertThat(values[candidate.edge()][candidate.operation()])
                            .as("%s of %s in %s cells", importance, candidate, type)
                            .isCloseTo(expected, within(1e-6 * expected));
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("org.isdarts.strategy.isdarts.IsDartsScores#ALL")
    void runningMeansAreMeansOfTheFirstImages(Score importance) {
        SearchSpace space = NasBench201.SPACE;
        Supernet net = net(space, List.of());
        List<Output> outputs = outputs(net);
        int[] counts = {1, 2, 5, 6};
        float[][][] running = measured(net).running(CellType.NORMAL, importance, counts);
        for (Candidate candidate : computed(space)) {
            for (int i = 0; i < counts.length; i++) {
                double expected = expected(outputs, CellType.NORMAL, candidate, importance, counts[i]);
                assertThat((double) running[candidate.edge()][candidate.operation()][i])
                        .isCloseTo(expected, within(1e-6 * expected));
            }
        }
    }

    @Test
    void theLastRunningMeanIsTheValue() {
        Supernet net = net(NasBench201.SPACE, List.of());
        ImportanceMeter meter = measured(net);
        float[][][] running = meter.running(CellType.NORMAL, IsDartsScores.FISHER, new int[] {IMAGES});
        double[][] values = meter.values(CellType.NORMAL, IsDartsScores.FISHER);
        for (Candidate candidate : Mask.full(NasBench201.SPACE).keptCandidates()) {
            assertThat(running[candidate.edge()][candidate.operation()][0])
                    .isEqualTo((float) values[candidate.edge()][candidate.operation()]);
        }
    }

    /** Eq. 15: the variances of independent summands add up, so the node's IIM is the sum of what enters it. */
    @Test
    void theInformationOfANodeIsTheSumOfWhatEntersIt() {
        Random random = new Random(2);
        float[] first = gaussian(random, 20_000);
        float[] second = gaussian(random, 20_000);
        float[] sum = new float[first.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = first[i] + second[i];
        }
        int[] shape = {1, 5_000, 2, 2};
        double whole = new Output(null, shape, sum).importance(IsDartsScores.IIM, 0);
        double parts = new Output(null, shape, first).importance(IsDartsScores.IIM, 0)
                + new Output(null, shape, second).importance(IsDartsScores.IIM, 0);
        assertThat(whole).isCloseTo(parts, within(0.05 * parts));
    }

    private static float[] gaussian(Random random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    @Test
    void batchesAddUp() {
        Supernet net = net(NasBench201.SPACE, List.of());
        ImportanceMeter meter = new ImportanceMeter(net, 2 * IMAGES);
        meter.add(images(), IMAGES);
        double[][] once = meter.values(CellType.NORMAL, IsDartsScores.IIM);
        meter.add(images(), IMAGES);
        double[][] twice = meter.values(CellType.NORMAL, IsDartsScores.IIM);
        for (int edge = 0; edge < once.length; edge++) {
            assertThat(twice[edge]).containsExactly(once[edge], within(1e-9));
        }
    }

    @Test
    void noneIsInfiniteUnderFisherAndZeroUnderIim() {
        ImportanceMeter meter = measured(net(Darts.SPACE, List.of()));
        for (CellType type : CellType.values()) {
            assertThat(Arrays.stream(meter.values(type, IsDartsScores.FISHER)))
                    .allMatch(edge -> edge[0] == Double.POSITIVE_INFINITY);
            assertThat(Arrays.stream(meter.values(type, IsDartsScores.IIM))).allMatch(edge -> edge[0] == 0);
        }
    }

    /** Nothing enters node 1, so that edges leaving it see zeros in every channel. */
    @Test
    void equalChannelsAreInfiniteUnderFisherAndZeroUnderIim() {
        SearchSpace space = NasBench201.SPACE;
        int intoNode1 = 0;
        List<Candidate> discarded =
                IntStream.range(1, 5).mapToObj(i -> new Candidate(intoNode1, i)).toList();
        ImportanceMeter meter = measured(net(space, discarded));
        int leavingNode1 = space.edges().indexOf(new Edge(1, 2));
        assertThat(meter.values(CellType.NORMAL, IsDartsScores.FISHER)[leavingNode1])
                .containsOnly(Double.POSITIVE_INFINITY);
        assertThat(meter.values(CellType.NORMAL, IsDartsScores.IIM)[leavingNode1])
                .containsOnly(0);
    }

    @Test
    void discardedOperationsHaveNoValue() {
        Candidate discarded = new Candidate(2, 3);
        ImportanceMeter meter = measured(net(NasBench201.SPACE, List.of(discarded)));
        assertThat(meter.values(CellType.NORMAL, IsDartsScores.FISHER)[2][3]).isNaN();
        assertThat(meter.running(CellType.NORMAL, IsDartsScores.FISHER, new int[] {1})[2][3])
                .isEmpty();
        assertThat(Arrays.stream(meter.values(CellType.NORMAL, IsDartsScores.IIM))
                        .flatMapToDouble(Arrays::stream)
                        .filter(Double::isNaN)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void refusesMoreImagesThanItHasRoomFor() {
        ImportanceMeter meter = measured(net(NasBench201.SPACE, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> meter.add(images(), IMAGES));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 32, 33, 200, 600, 1000})
    void countsRiseFromOneToAllImages(int images) {
        int[] counts = ImportanceMeter.counts(images);
        assertThat(counts).startsWith(1).endsWith(images).isSorted().doesNotHaveDuplicates();
        assertThat(counts.length).isLessThan(130);
    }
}
