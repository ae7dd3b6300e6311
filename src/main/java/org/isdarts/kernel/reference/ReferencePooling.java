package org.isdarts.kernel.reference;

import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Tensor;

/** Average and maximum over every window, pixel by pixel. */
final class ReferencePooling implements Pooling {
    private final PoolingShape shape;

    ReferencePooling(PoolingShape shape) {
        this.shape = shape;
    }

    /** A window clipped to the image: row-major places of its corner, its rows and columns, and of its output. */
    private record Window(int output, int corner, int rows, int columns) {}

    private interface Visit {
        void at(Window window);
    }

    @Override
    public void forward(Tensor input, Tensor output) {
        ReferenceTensor x = (ReferenceTensor) input;
        ReferenceTensor y = (ReferenceTensor) output;
        forEachWindow(window -> {
            if (shape.kind() == PoolingShape.Kind.MAXIMUM) {
                y.set(window.output, x.get(maximum(x, window)));
            } else {
                double sum = 0;
                for (int pixel = 0; pixel < window.rows * window.columns; pixel++) {
                    sum += x.get(place(window, pixel));
                }
                y.set(window.output, sum / (window.rows * window.columns));
            }
        });
    }

    @Override
    public void backward(Tensor input, Tensor outputGradient, Tensor inputGradient) {
        ReferenceTensor x = (ReferenceTensor) input;
        ReferenceTensor dy = (ReferenceTensor) outputGradient;
        ReferenceTensor dx = (ReferenceTensor) inputGradient;
        for (int i = 0; i < dx.size(); i++) {
            dx.set(i, 0);
        }
        forEachWindow(window -> {
            if (shape.kind() == PoolingShape.Kind.MAXIMUM) {
                dx.add(maximum(x, window), dy.get(window.output));
            } else {
                int pixels = window.rows * window.columns;
                for (int pixel = 0; pixel < pixels; pixel++) {
                    dx.add(place(window, pixel), dy.get(window.output) / pixels);
                }
            }
        });
    }

    private int maximum(ReferenceTensor x, Window window) {
        int best = place(window, 0);
        for (int pixel = 1; pixel < window.rows * window.columns; pixel++) {
            if (x.get(place(window, pixel)) > x.get(best)) {
                best = place(window, pixel);
            }
        }
        return best;
    }

    private int place(Window window, int pixel) {
        return window.corner + pixel / window.columns * shape.width() + pixel % window.columns;
    }

    private void forEachWindow(Visit visit) {
        int output = 0;
        for (int plane = 0; plane < shape.images() * shape.channels(); plane++) {
            for (int i = 0; i < shape.outHeight(); i++) {
                int top = Math.max(0, i * shape.stride() - shape.padding());
                int bottom = Math.min(shape.height(), i * shape.stride() - shape.padding() + shape.kernel());
                for (int j = 0; j < shape.outWidth(); j++) {
                    int left = Math.max(0, j * shape.stride() - shape.padding());
                    int right = Math.min(shape.width(), j * shape.stride() - shape.padding() + shape.kernel());
                    int corner = (plane * shape.height() + top) * shape.width() + left;
                    visit.at(new Window(output++, corner, bottom - top, right - left));
                }
            }
        }
    }
}
