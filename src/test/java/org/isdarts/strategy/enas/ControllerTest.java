package org.isdarts.strategy.enas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.Genotype;
import org.isdarts.space.NasBench201;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Adam;
import org.isdarts.strategy.Categorical;
import org.isdarts.strategy.LearnedArray;
import org.isdarts.strategy.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ControllerTest {
    private static final double STEP = 1e-5;

    static Stream<Controller> controllers() {
        return Stream.of(
                new EdgeController(NasBench201.SPACE, EdgeController.ADAM, new Random(1)),
                new NodeController(Darts.SPACE, NodeController.ADAM, new Random(1)));
    }

    private static ToIntFunction<double[]> drawing(long seed) {
        Random random = new Random(seed);
        return shares -> Categorical.draw(shares, random);
    }

    /** The loss of a sample whose choices are always the same. */
    private static double loss(Controller controller) {
        Tape tape = new Tape();
        return new Reinforce(tape).add(controller.sample(tape, drawing(8)), 0.2, 0.6);
    }

    private static void move(LearnedArray array, int at, double by) {
        Map<String, double[]> state = new HashMap<>(array.state());
        state.get(array.name())[at] += by;
        array.restore(new State(state));
    }

    @ParameterizedTest
    @MethodSource("controllers")
    void gradientOfEveryArrayIsThatOfFiniteDifferences(Controller controller) {
        Tape tape = new Tape();
        Reinforce reinforce = new Reinforce(tape);
        reinforce.add(controller.sample(tape, drawing(8)), 0.2, 0.6);
        Map<LearnedArray, double[]> gradients = reinforce.gradients();
        Random places = new Random(3);

        for (LearnedArray array : controller.arrays()) {
            for (int i = 0; i < 4; i++) {
                int at = places.nextInt(array.values().length);
                move(array, at, STEP);
                double above = loss(controller);
                move(array, at, -2 * STEP);
                double below = loss(controller);
                move(array, at, STEP);
                assertThat(gradients.get(array)[at])
                        .as("%s[%d]", array.name(), at)
                        .isCloseTo((above - below) / (2 * STEP), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("controllers")
    void everySampleIsAGenotypeOfItsSpace(Controller controller) {
        SearchSpace space = controller instanceof EdgeController ? NasBench201.SPACE : Darts.SPACE;
        ToIntFunction<double[]> choice = drawing(2);
        for (int i = 0; i < 20; i++) {
            Map<CellType, List<Candidate>> cells =
                    controller.sample(new Tape(), choice).cells();
            assertThat(new Genotype(space, cells).cells()).isEqualTo(cells);
        }
    }

    @Test
    void nodeDrawsNoInputTwice() {
        Controller controller = new NodeController(Darts.SPACE, NodeController.ADAM, new Random(1));
        ToIntFunction<double[]> choice = drawing(5);
        for (int i = 0; i < 20; i++) {
            assertThat(controller.sample(new Tape(), choice).cells().values())
                    .allSatisfy(cell ->
                            assertThat(cell.stream().map(Candidate::edge)).doesNotHaveDuplicates());
        }
    }

    @Test
    void entropyIsAtMostThatOfEqualOdds() {
        Controller controller = controllers().findFirst().orElseThrow();

        assertThat(controller.sample(new Tape(), drawing(1)).entropy().number())
                .isPositive()
                .isLessThanOrEqualTo(6 * Math.log(5));
    }

    @Test
    void rewardEqualToTheBaselineTeachesNothingButEntropy() {
        Controller controller = controllers().findFirst().orElseThrow();
        Tape tape = new Tape();
        Reinforce reinforce = new Reinforce(tape);
        Sample sample = controller.sample(tape, drawing(1));
        reinforce.add(sample, 0.5, Reinforce.reward(sample, 0.5));
        double largest = reinforce.gradients().values().stream()
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();

        assertThat(largest).isLessThan(1e-3);
    }

    @Test
    void baselineMovesAHundredthTowardsEveryReward() {
        assertThat(new Baseline(0.5).after(0.9).value()).isCloseTo(0.504, within(1e-12));
    }

    /** A small space, so that chance finds the architecture that is rewarded often enough. */
    @Test
    void controllerFindsTheOnlyArchitectureThatIsRewarded() {
        SearchSpace space = threeEdges();
        List<Candidate> rewarded = List.of(new Candidate(0, 2), new Candidate(1, 0), new Candidate(2, 1));
        Controller controller = new EdgeController(space, new Adam(0.01, 0, 0, 0.999, 1e-3), new Random(1));
        ToIntFunction<double[]> choice = drawing(6);
        Baseline baseline = new Baseline(0);
        for (int step = 0; step < 400; step++) {
            Tape tape = new Tape();
            Reinforce reinforce = new Reinforce(tape);
            for (int i = 0; i < 10; i++) {
                Sample sample = controller.sample(tape, choice);
                double accuracy = sample.cells().get(CellType.NORMAL).equals(rewarded) ? 1 : 0;
                reinforce.add(sample, accuracy, baseline.value());
                baseline = baseline.after(Reinforce.reward(sample, accuracy));
            }
            reinforce.step();
        }

        List<List<Candidate>> drawn = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            drawn.add(controller.sample(new Tape(), choice).cells().get(CellType.NORMAL));
        }
        assertThat(drawn.stream().filter(rewarded::equals).count()).isGreaterThan(15);
    }

    private static SearchSpace threeEdges() {
        return SearchSpace.named("three edges")
                .cellTypes(CellType.NORMAL)
                .nodes(1, 3)
                .operations(Operation.NONE, Operation.SKIP_CONNECT, Operation.NOR_CONV_3X3)
                .keptOnEveryEdge(1)
                .build();
    }
}
