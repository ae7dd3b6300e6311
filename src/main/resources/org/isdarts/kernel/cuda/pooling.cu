// Average and maximum pooling; each thread computes four channels of one place.

struct Pooled {
    int pitch, height, width, outHeight, outWidth, kernel, stride, padding;
};

// The pixels of a window that lie in the image.
struct Window {
    int top, bottom, left, right;
};

__device__ __forceinline__ Window windowOf(const Pooled& shape, int i, int j) {
    int top = i * shape.stride - shape.padding, left = j * shape.stride - shape.padding;
    Window window = {max(0, top), min(shape.height, top + shape.kernel), max(0, left),
                     min(shape.width, left + shape.kernel)};
    return window;
}

extern "C" __global__ void averagePooling(const Pixel* input, Pixel* output, Pooled shape, int groups) {
    long long g = thread();
    if (g >= groups) return;
    long long place = 4 * g / shape.pitch, image = place / shape.outWidth / shape.outHeight;
    Window window = windowOf(shape, (int)(place / shape.outWidth % shape.outHeight), (int)(place % shape.outWidth));
    const Pixel* x = input + image * shape.height * shape.width * shape.pitch + 4 * g % shape.pitch;
    Four sum = zero();
    for (int row = window.top; row < window.bottom; row++)
        for (int column = window.left; column < window.right; column++) {
            Four pixel = load(x + (long long)(row * shape.width + column) * shape.pitch);
#pragma unroll
            for (int c = 0; c < 4; c++) sum.channel[c] += pixel.channel[c];
        }
    int count = (window.bottom - window.top) * (window.right - window.left);
#pragma unroll
    for (int c = 0; c < 4; c++) sum.channel[c] /= count;
    store(output + 4 * g, sum);
}

// The largest of a window, channel by channel, and the first place where it is.
struct Maximum {
    Four value;
    int place[4];
};

__device__ __forceinline__ Maximum maximumOf(const Pixel* x, const Pooled& shape, const Window& window) {
    Maximum largest;
    largest.value = load(x + (long long)(window.top * shape.width + window.left) * shape.pitch);
#pragma unroll
    for (int c = 0; c < 4; c++) largest.place[c] = window.top * shape.width + window.left;
    for (int row = window.top; row < window.bottom; row++)
        for (int column = window.left; column < window.right; column++) {
            Four pixel = load(x + (long long)(row * shape.width + column) * shape.pitch);
#pragma unroll
            for (int c = 0; c < 4; c++)
                if (pixel.channel[c] > largest.value.channel[c]) {
                    largest.value.channel[c] = pixel.channel[c];
                    largest.place[c] = row * shape.width + column;
                }
        }
    return largest;
}

extern "C" __global__ void maximumPooling(const Pixel* input, Pixel* output, Pooled shape, int groups) {
    long long g = thread();
    if (g >= groups) return;
    long long place = 4 * g / shape.pitch, image = place / shape.outWidth / shape.outHeight;
    Window window = windowOf(shape, (int)(place / shape.outWidth % shape.outHeight), (int)(place % shape.outWidth));
    const Pixel* x = input + image * shape.height * shape.width * shape.pitch + 4 * g % shape.pitch;
    store(output + 4 * g, maximumOf(x, shape, window).value);
}

// The windows that a pixel is in, of those at first to last in one direction.
__device__ __forceinline__ int firstWindow(const Pooled& shape, int pixel) {
    int reach = pixel + shape.padding - shape.kernel + 1;
    return reach <= 0 ? 0 : (reach + shape.stride - 1) / shape.stride;
}
__device__ __forceinline__ int lastWindow(const Pooled& shape, int pixel, int windows) {
    return min(windows - 1, (pixel + shape.padding) / shape.stride);
}

// Every pixel gathers from the windows it is in, row by row.
template <bool MAXIMUM>
__device__ __forceinline__ void poolingBackward(const Pixel* input, const Pixel* outputGradient, Pixel* inputGradient,
                                                const Pooled& shape, int groups) {
    long long g = thread();
    if (g >= groups) return;
    long long place = 4 * g / shape.pitch, image = place / shape.width / shape.height;
    int channel = (int)(4 * g % shape.pitch);
    int row = (int)(place / shape.width % shape.height), column = (int)(place % shape.width);
    const Pixel* x = input + image * shape.height * shape.width * shape.pitch + channel;
    const Pixel* gradients = outputGradient + image * shape.outHeight * shape.outWidth * shape.pitch + channel;
    Four sum = zero();
    for (int i = firstWindow(shape, row); i <= lastWindow(shape, row, shape.outHeight); i++)
        for (int j = firstWindow(shape, column); j <= lastWindow(shape, column, shape.outWidth); j++) {
            Window window = windowOf(shape, i, j);
            Four gradient = load(gradients + (long long)(i * shape.outWidth + j) * shape.pitch);
            if (MAXIMUM) {
                Maximum largest = maximumOf(x, shape, window);
#pragma unroll
                for (int c = 0; c < 4; c++)
                    if (largest.place[c] == row * shape.width + column) sum.channel[c] += gradient.channel[c];
            } else {
                int count = (window.bottom - window.top) * (window.right - window.left);
#pragma unroll
                for (int c = 0; c < 4; c++) sum.channel[c] += gradient.channel[c] / count;
            }
        }
    store(inputGradient + 4 * g, sum);
}

extern "C" __global__ void averagePoolingBackward(const Pixel* input, const Pixel* outputGradient, Pixel* inputGradient,
                                                  Pooled shape, int groups) {
    poolingBackward<false>(input, outputGradient, inputGradient, shape, groups);
}

extern "C" __global__ void maximumPoolingBackward(const Pixel* input, const Pixel* outputGradient, Pixel* inputGradient,
                                                  Pooled shape, int groups) {
    poolingBackward<true>(input, outputGradient, inputGradient, shape, groups);
}
