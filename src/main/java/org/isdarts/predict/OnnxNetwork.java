package org.isdarts.predict;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.isdarts.data.ImageSize;
import org.isdarts.export.onnx.OnnxModel;
import org.isdarts.found.ImageInput;

/** An exported network, computed by ONNX Runtime. */
final class OnnxNetwork implements Network {
    private static final String IMAGES = "images";
    private static final String LOGITS = "logits";

    private final Path file;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final ImageInput input;

    /**
     * Reads a file.
     *
     * @throws PredictException if it is no ONNX model, the network of a search, or does not tell what images it takes
     */
    OnnxNetwork(Path file) {
        this.file = file;
        try {
            session = environment.createSession(file.toString());
            Map<String, String> properties = session.getMetadata().getCustomMetadata();
            if (OnnxModel.OF_BATCH.equals(properties.get(OnnxModel.STATISTICS))) {
                throw PredictException.ofSearch(file);
            }
            input = ImageInput.of(properties);
        } catch (OrtException unreadable) {
            throw new PredictException(
                    file
                            + " cannot be read as an ONNX model; give the folder of an evaluation, or an .onnx file exported"
                            + " from one",
                    unreadable);
        } catch (IllegalArgumentException untold) {
            throw new PredictException(
                    file + " does not tell what images it takes (" + untold.getMessage()
                            + "); export it from an evaluation with this version",
                    untold);
        }
    }

    /** What images it takes. */
    ImageInput input() {
        return input;
    }

    @Override
    public float[] logits(float[] image) {
        ImageSize size = input.size();
        long[] shape = {1, 3, size.height(), size.width()};
        try (OnnxTensor images = OnnxTensor.createTensor(environment, FloatBuffer.wrap(image), shape);
                OrtSession.Result result = session.run(Map.of(IMAGES, images))) {
            FloatBuffer logits = ((OnnxTensor) result.get(LOGITS).orElseThrow()).getFloatBuffer();
            float[] values = new float[logits.remaining()];
            logits.get(values);
            return values;
        } catch (OrtException failed) {
            throw new PredictException(
                    file + " cannot be computed (" + failed.getMessage() + "); export it again", failed);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new IllegalStateException("ONNX Runtime cannot close " + file, failed);
        }
    }
}
