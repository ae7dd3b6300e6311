// Batch norm. Sums over a channel are taken in two steps: every block adds up a chunk of pixels, one thread for each
// channel then the chunks; products in float32, sums in double precision.

constexpr int NORM_THREADS = 128;

// Adds up what the threads of a block have of the same four channels and stores it as the block's part of
// parts[chunk][2][pitch].
__device__ __forceinline__ void storeParts(const double (&first)[4], const double (&second)[4], int lanes, int channel,
                                           int pitch, double* parts) {
    __shared__ double sums[NORM_THREADS][8];
    for (int c = 0; c < 4; c++) {
        sums[threadIdx.x][c] = first[c];
        sums[threadIdx.x][4 + c] = second[c];
    }
    __syncthreads();
    if (threadIdx.x >= lanes || channel >= pitch) return;
    double* part = parts + (long long)blockIdx.x * 2 * pitch + channel;
    for (int c = 0; c < 8; c++) {
        double sum = 0;
        for (int t = threadIdx.x; t < NORM_THREADS; t += lanes) sum += sums[t][c];
        part[c / 4 * pitch + c % 4] = sum;
    }
}

// Sums of the distance from the channel's first pixel and of its square, so that little is lost far from zero. Lanes are
// the groups of channels a block takes, a power of two; blockIdx.y tells which.
extern "C" __global__ void normSums(const Pixel* input, Images images, int lanes, int chunk, double* parts) {
    int pixels = images.count * images.height * images.width;
    int channel = 4 * (blockIdx.y * lanes + threadIdx.x % lanes);
    double sum[4] = {}, square[4] = {};
    if (channel < images.pitch) {
        Four pivot = load(input + channel);
        int end = min(pixels, ((int)blockIdx.x + 1) * chunk);
        for (int p = blockIdx.x * chunk + threadIdx.x / lanes; p < end; p += NORM_THREADS / lanes) {
            Four x = load(input + (long long)p * images.pitch + channel);
#pragma unroll
            for (int c = 0; c < 4; c++) {
                float distance = x.channel[c] - pivot.channel[c];
                sum[c] += distance;
                square[c] += distance * distance;
            }
        }
    }
    storeParts(sum, square, lanes, channel, images.pitch, parts);
}

__device__ __forceinline__ double addParts(const double* parts, int chunks, int pitch, int place) {
    double sum = 0;
#pragma unroll 16  // So that many numbers are on their way at a time; they are still added in order.
    for (int i = 0; i < chunks; i++) sum += parts[(long long)i * 2 * pitch + place];
    return sum;
}

extern "C" __global__ void normStatistics(const Pixel* input, Images images, const double* parts, int chunks,
                                          float* mean, float* variance) {
    int c = (int)thread();
    if (c >= images.channels) return;
    double count = (double)images.count * images.height * images.width;
    double distance = addParts(parts, chunks, images.pitch, c) / count;
    double square = addParts(parts, chunks, images.pitch, images.pitch + c) / count;
    double spread = square - distance * distance;
    mean[c] = (float)(number(input[c]) + distance);
    variance[c] = (float)(spread > 0 ? spread : 0);
}

// 1 / deviation of four channels, zeros where there is no channel.
__device__ __forceinline__ Four inverseDeviation(const float* variance, int channel, int channels, float epsilon) {
    Four four;
#pragma unroll
    for (int c = 0; c < 4; c++)
        four.channel[c] = channel + c < channels ? 1.0f / sqrtf(variance[channel + c] + epsilon) : 0.0f;
    return four;
}

// Gamma and beta may be null.
extern "C" __global__ void normalize(const Pixel* input, Images images, const float* gamma, const float* beta,
                                     const float* mean, const float* variance, float epsilon, Pixel* output,
                                     int groups) {
    long long i = thread();
    if (i >= groups) return;
    int channel = (int)(4 * i % images.pitch);
    Four x = load(input + 4 * i);
    Four center = loadChannels(mean, channel, images.channels);
    Four inverse = inverseDeviation(variance, channel, images.channels, epsilon);
    Four shift = beta ? loadChannels(beta, channel, images.channels) : zero();
#pragma unroll
    for (int c = 0; c < 4; c++) {
        float scale = gamma && channel + c < images.channels ? gamma[channel + c] : 1.0f;
        x.channel[c] = scale * ((x.channel[c] - center.channel[c]) * inverse.channel[c]) + shift.channel[c];
    }
    store(output + 4 * i, x);
}

// Sums of the gradient and of the gradient times the normalized input.
extern "C" __global__ void normBackwardSums(const Pixel* input, const Pixel* outputGradient, Images images,
                                            const float* mean, const float* variance, float epsilon, int lanes,
                                            int chunk, double* parts) {
    int pixels = images.count * images.height * images.width;
    int channel = 4 * (blockIdx.y * lanes + threadIdx.x % lanes);
    double sum[4] = {}, product[4] = {};
    if (channel < images.pitch) {
        Four center = loadChannels(mean, channel, images.channels);
        Four inverse = inverseDeviation(variance, channel, images.channels, epsilon);
        int end = min(pixels, ((int)blockIdx.x + 1) * chunk);
        for (int p = blockIdx.x * chunk + threadIdx.x / lanes; p < end; p += NORM_THREADS / lanes) {
            Four x = load(input + (long long)p * images.pitch + channel);
            Four gradient = load(outputGradient + (long long)p * images.pitch + channel);
#pragma unroll
            for (int c = 0; c < 4; c++) {
                sum[c] += gradient.channel[c];
                product[c] += gradient.channel[c] * ((x.channel[c] - center.channel[c]) * inverse.channel[c]);
            }
        }
    }
    storeParts(sum, product, lanes, channel, images.pitch, parts);
}

// Means of both sums into means[2][pitch]; the parameters' gradients where they are not null.
extern "C" __global__ void normBackwardMeans(Images images, const double* parts, int chunks, float factor, float* means,
                                             float* gammaGradient, float* betaGradient) {
    int c = (int)thread();
    if (c >= images.channels) return;
    double count = (double)images.count * images.height * images.width;
    double sum = factor * addParts(parts, chunks, images.pitch, c);
    double product = factor * addParts(parts, chunks, images.pitch, images.pitch + c);
    means[c] = (float)(sum / count);
    means[images.pitch + c] = (float)(product / count);
    if (gammaGradient) gammaGradient[c] = (float)product;
    if (betaGradient) betaGradient[c] = (float)sum;
}

extern "C" __global__ void normBackward(const Pixel* input, const Pixel* outputGradient, Images images,
                                        const float* gamma, const float* mean, const float* variance, float epsilon,
                                        float factor, const float* means, Pixel* inputGradient, int groups) {
    long long i = thread();
    if (i >= groups) return;
    int channel = (int)(4 * i % images.pitch);
    Four x = load(input + 4 * i);
    Four gradient = load(outputGradient + 4 * i);
    Four center = loadChannels(mean, channel, images.channels);
    Four inverse = inverseDeviation(variance, channel, images.channels, epsilon);
    Four ofSum = loadChannels(means, channel, images.channels);
    Four ofProduct = loadChannels(means + images.pitch, channel, images.channels);
#pragma unroll
    for (int c = 0; c < 4; c++) {
        float scale = gamma && channel + c < images.channels ? gamma[channel + c] : 1.0f;
        float normal = (x.channel[c] - center.channel[c]) * inverse.channel[c];
        x.channel[c] = scale * inverse.channel[c]
                       * (factor * gradient.channel[c] - ofSum.channel[c] - normal * ofProduct.channel[c]);
    }
    store(inputGradient + 4 * i, x);
}
