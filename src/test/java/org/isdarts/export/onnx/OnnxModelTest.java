package org.isdarts.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.isdarts.export.SampleNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnnxModelTest {
    private static final float TOLERANCE = 1e-4f;

    private static List<float[]> inOnnxRuntime(byte[] model, float[] images, int[] shape) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] dimensions = Arrays.stream(shape).asLongStream().toArray();
        try (OrtSession session = environment.createSession(model);
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(images), dimensions);
                OrtSession.Result result = session.run(Map.of("images", input))) {
            List<float[]> outputs = new ArrayList<>();
            for (Map.Entry<String, ?> output : result) {
                FloatBuffer numbers = ((OnnxTensor) output.getValue()).getFloatBuffer();
                float[] values = new float[numbers.remaining()];
                numbers.get(values);
                outputs.add(values);
            }
            return outputs;
        }
    }

    @ParameterizedTest
    @EnumSource(SampleNetwork.class)
    void computesInOnnxRuntimeWhatWeCompute(SampleNetwork sample) throws OrtException {
        List<float[]> expected = sample.outputs();

        List<float[]> actual = inOnnxRuntime(OnnxModel.of(sample.network()), sample.images(), sample.shape());

        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).containsExactly(expected.get(i), within(TOLERANCE));
        }
    }

    @Test
    void takesAnyNumberOfImages() throws OrtException {
        SampleNetwork sample = SampleNetwork.EVALUATED_NAS_BENCH_201;
        int[] shape = sample.shape();
        float[] first = Arrays.copyOf(sample.images(), sample.images().length / shape[0]);
        shape[0] = 1;

        List<float[]> actual = inOnnxRuntime(OnnxModel.of(sample.network()), first, shape);

        float[] expected = sample.outputs().get(0);
        assertThat(actual.get(0))
                .containsExactly(Arrays.copyOf(expected, expected.length / SampleNetwork.IMAGES), within(TOLERANCE));
    }
}
