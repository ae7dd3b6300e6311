// Convolutions of every channel on its own, of any shape; weights [channels,1,k,k]. Follows convolution.cu.

// Four channels of one target pixel, from the taps of the source.
template <bool BACKWARD, class From>
__device__ __forceinline__ void convolveDepthwise(const From& source, const float* weight, Pixel* target,
                                                  const Convolved& shape, int groups) {
    long long g = thread();
    if (g >= groups) return;
    int targetHeight = BACKWARD ? shape.height : shape.outHeight, targetWidth = BACKWARD ? shape.width : shape.outWidth;
    int sourceHeight = BACKWARD ? shape.outHeight : shape.height, sourceWidth = BACKWARD ? shape.outWidth : shape.width;
    int taps = shape.kernel * shape.kernel, channel = (int)(4 * g % shape.inPitch);
    long long place = 4 * g / shape.inPitch, image = place / targetWidth / targetHeight;
    int row = (int)(place / targetWidth % targetHeight), column = (int)(place % targetWidth);
    Four sum = zero();
    for (int u = 0; u < shape.kernel; u++) {
        int i = tapPlace<BACKWARD>(row, u, shape, sourceHeight);
        if (i < 0) continue;
        for (int v = 0; v < shape.kernel; v++) {
            int j = tapPlace<BACKWARD>(column, v, shape, sourceWidth);
            if (j < 0) continue;
            Four x = load(source, (image * sourceHeight + i) * sourceWidth + j, channel);
#pragma unroll
            for (int c = 0; c < 4; c++)
                if (channel + c < shape.inChannels)
                    sum.channel[c] += x.channel[c] * weight[(channel + c) * taps + u * shape.kernel + v];
        }
    }
    store(target + 4 * g, sum);
}

// The convolutions of a group (blockIdx.y).
extern "C" __global__ void depthwise(Inputs inputs, Vectors weights, Outputs outputs, Convolved shape, int groups) {
    Source source = {member(inputs.of, blockIdx.y), shape.inPitch};
    convolveDepthwise<false>(source, member(weights.of, blockIdx.y), member(outputs.of, blockIdx.y), shape, groups);
}

extern "C" __global__ void depthwiseInputGradient(Inputs gradients, Inputs normed, Vectors coefficients,
                                                  Vectors weights, Outputs inputGradients, Convolved shape, int groups) {
    OutputGradient source = outputGradient(gradients, normed, coefficients, shape.outPitch, blockIdx.y);
    convolveDepthwise<true>(source, member(weights.of, blockIdx.y), member(inputGradients.of, blockIdx.y), shape, groups);
}

constexpr int DEPTHWISE_THREADS = 128;

// Weights' gradient of one tap (blockIdx.y) from a chunk of output pixels (blockIdx.x), into parts[member][chunk] of
// the weights' shape. Lanes are the groups of channels a block takes, a power of two; blockIdx.z tells which, member by
// member.
extern "C" __global__ void depthwiseWeightGradient(Inputs inputs, Inputs gradients, Inputs normed, Vectors coefficients,
                                                   float* parts, Convolved shape, int lanes, int chunk) {
    int laneBlocks = (shape.inPitch / 4 + lanes - 1) / lanes, number = blockIdx.z / laneBlocks;
    const Pixel* input = member(inputs.of, number);
    OutputGradient from = outputGradient(gradients, normed, coefficients, shape.outPitch, number);
    __shared__ float sums[DEPTHWISE_THREADS][4];
    int taps = shape.kernel * shape.kernel, tap = blockIdx.y;
    int pixels = shape.images * shape.outHeight * shape.outWidth;
    int channel = 4 * (blockIdx.z % laneBlocks * lanes + threadIdx.x % lanes);
    int down = tap / shape.kernel * shape.dilation - shape.padding;
    int right = tap % shape.kernel * shape.dilation - shape.padding;
    Four sum = zero();
    if (channel < shape.inPitch) {
        int end = min(pixels, ((int)blockIdx.x + 1) * chunk);
        for (int p = blockIdx.x * chunk + threadIdx.x / lanes; p < end; p += DEPTHWISE_THREADS / lanes) {
            int row = p / shape.outWidth % shape.outHeight * shape.stride + down;
            int column = p % shape.outWidth * shape.stride + right;
            int image = p / (shape.outWidth * shape.outHeight);
            if (row < 0 || row >= shape.height || column < 0 || column >= shape.width) continue;
            Four x = load(input + (((long long)image * shape.height + row) * shape.width + column) * shape.inPitch
                          + channel);
            Four gradient = load(from, p, channel);
#pragma unroll
            for (int c = 0; c < 4; c++) sum.channel[c] += x.channel[c] * gradient.channel[c];
        }
    }
#pragma unroll
    for (int c = 0; c < 4; c++) sums[threadIdx.x][c] = sum.channel[c];
    __syncthreads();
    if (threadIdx.x >= lanes) return;
    for (int c = 0; c < 4 && channel + c < shape.inChannels; c++) {
        double total = 0;
        for (int t = threadIdx.x; t < DEPTHWISE_THREADS; t += lanes) total += sums[t][c];
        parts[(((long long)number * gridDim.x + blockIdx.x) * shape.inChannels + channel + c) * taps + tap] = (float)total;
    }
}
