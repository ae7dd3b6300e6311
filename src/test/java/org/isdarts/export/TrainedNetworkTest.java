package org.isdarts.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.nio.file.Path;
import java.util.Random;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.found.FoundNetwork;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.network.AuxiliaryHead;
import org.isdarts.network.CrossEntropy;
import org.isdarts.network.EvaluatedGraph;
import org.isdarts.network.EvaluationParts;
import org.isdarts.network.GenotypeNetwork;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Supernet;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.TinyEvaluation;
import org.isdarts.run.TinySearch;
import org.isdarts.search.Checkpoint;
import org.isdarts.search.TrainingConfig;
import org.isdarts.strategy.choice.Strategies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedNetworkTest {
    private static final int IMAGES = 4;

    @TempDir
    private Path folder;

    private RunFolder finished() {
        RealRuns.copyTo(folder);
        return RunFolder.open(folder.resolve("fisher-7"));
    }

    private static float[] images(FoundNetwork network) {
        Random random = new Random(1);
        float[] images = new float
                [IMAGES
                        * 3
                        * network.graph().input().height()
                        * network.graph().input().width()];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        return images;
    }

    /** The supernet itself, restored from the checkpoint. */
    private static float[] supernetLogits(RunFolder run, float[] images) {
        Checkpoint checkpoint = run.newestCheckpoint();
        TrainingConfig config = run.manifest().configuration();
        NetworkSize size = new NetworkSize(
                config.channels(),
                config.cells(),
                run.manifest().dataset().classes().size(),
                run.manifest().images().height(),
                run.manifest().images().width());
        try (Kernels kernels = new ReferenceKernels();
                Supernet net = new Supernet(kernels, config.searchSpace(), size, checkpoint.masks(), 99)) {
            net.parameters()
                    .state()
                    .forEach((name, tensor) ->
                            tensor.write(checkpoint.tensors().get(name).values()));
            return net.evaluate(images, new int[IMAGES]).logits();
        }
    }

    @Test
    void computesTheLogitsOfTheTrainedSupernet() {
        RunFolder run = finished();
        FoundNetwork network = TrainedNetwork.of(run);
        float[] images = images(network);

        assertThat(EvaluatedGraph.logits(network.graph(), network.numbers(), images, IMAGES))
                .containsExactly(supernetLogits(run, images), within(1e-6f));
    }

    @Test
    void tellsItsGenotypeAndHowImagesAreNormalized() {
        RunFolder run = finished();

        assertThat(TrainedNetwork.of(run).description())
                .contains(run.summary().genotype())
                .anyMatch(line -> line.startsWith("mean ["));
    }

    /** The network that was trained, restored from the checkpoint. */
    private static float[] evaluatedLogits(RunFolder run, float[] images) {
        EvaluationConfig config = (EvaluationConfig) run.manifest().configuration();
        NetworkSize size = new NetworkSize(config.channels(), config.cells(), 10, 32, 32);
        try (Kernels kernels = new ReferenceKernels();
                GenotypeNetwork net = new GenotypeNetwork(
                        kernels,
                        config.genotype(),
                        size,
                        EvaluationParts.PLAIN.with(AuxiliaryHead.TWO_NORMS).withDropPath(),
                        new CrossEntropy(0, 1),
                        0.4,
                        99)) {
            run.newestCheckpoint().restore(net.parameters());
            return net.evaluate(images, new int[IMAGES]).logits();
        }
    }

    @Test
    void computesTheLogitsOfAnEvaluationWithoutWhatOnlyTrainingHas() {
        RunFolder run = TinyEvaluation.finished(folder.resolve("evaluation"), TinyEvaluation.darts());
        FoundNetwork network = TrainedNetwork.of(run);
        float[] images = images(network);

        assertThat(network.graph().outputs()).hasSize(1);
        assertThat(EvaluatedGraph.logits(network.graph(), network.numbers(), images, IMAGES))
                .containsExactly(evaluatedLogits(run, images), within(1e-6f));
    }

    @Test
    void theWeightsOfAnEvaluationAreThoseAfterItsLastEpoch() {
        RunFolder run = TinyEvaluation.stopped(folder.resolve("stopped"));
        assertThatThrownBy(() -> TrainedNetwork.of(run))
                .isInstanceOf(RunException.class)
                .hasMessageEndingWith(" of 2; let the training finish, then export its network");
    }

    @Test
    void saysWhatIsToBeDoneWhereASupernetHoldsMoreThanWasFound() {
        RunFolder run = RealRuns.finished(
                folder.resolve("darts"),
                TinySearch.config()
                        .with(Strategies.STRATEGY, Strategies.named("darts-1").orElseThrow()));
        assertThatThrownBy(() -> TrainedNetwork.of(run))
                .isInstanceOf(RunException.class)
                .hasMessageEndingWith("train the network that was found, and export that");
    }

    @Test
    void saysWhatIsToBeDoneWhereNoCheckpointIsWhole() {
        RunFolder run = finished();
        for (File file : folder.resolve("fisher-7").toFile().listFiles()) {
            if (file.getName().startsWith("checkpoint-")) {
                assertThat(file.delete()).isTrue();
            }
        }
        assertThatThrownBy(() -> TrainedNetwork.of(run))
                .isInstanceOf(RunException.class)
                .hasMessageEndingWith("is whole, so its weights are lost; search again");
    }
}
