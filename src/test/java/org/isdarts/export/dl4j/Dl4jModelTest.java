package org.isdarts.export.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.isdarts.export.SampleNetwork;
import org.isdarts.network.Graph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Dl4jModelTest {
    private static final float TOLERANCE = 1e-4f;

    @ParameterizedTest
    @EnumSource(SampleNetwork.class)
    void computesInDl4jWhatWeCompute(SampleNetwork sample) throws IOException {
        ComputationGraph restored =
                ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(Dl4jModel.of(sample.network())));
        boolean batchStatistics = sample.graph().layers().stream().anyMatch(Graph.Normalize.class::isInstance);

        INDArray[] actual = restored.output(
                batchStatistics, Nd4j.createFromArray(sample.images()).reshape(sample.shape()));

        List<float[]> expected = sample.outputs();
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual[i].dup('c').data().asFloat()).containsExactly(expected.get(i), within(TOLERANCE));
        }
    }
}
