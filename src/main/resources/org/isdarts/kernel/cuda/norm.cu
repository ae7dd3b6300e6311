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

extern "C" __global__ void normalize(const Pixel* input, Images images, const float* gamma, const float* beta,
                                     const float* mean, const float* variance, float epsilon, Pixel* output,
                                     int groups) {
    long long i = thread();
    if (i >= groups) return;
    int channel = (int)(4 * i % images.pitch);
    Four x = normalized(load(input + 4 * i), mean, variance, channel, images.channels, epsilon);
    Four scale = loadChannels(gamma, channel, images.channels), shift = loadChannels(beta, channel, images.channels);
#pragma unroll
    for (int c = 0; c < 4; c++) x.channel[c] = scale.channel[c] * x.channel[c] + shift.channel[c];
    store(output + 4 * i, x);
}

// Sums of the gradient and of the gradient times the normalized input, for the norms of a group (blockIdx.z), into
// parts[member][chunk][2][pitch].
extern "C" __global__ void normBackwardSums(Inputs inputs, Inputs outputGradients, Images images, Vectors means,
                                            Vectors variances, float epsilon, int lanes, int chunk, double* parts) {
    const Pixel* input = member(inputs.of, blockIdx.z);
    const Pixel* outputGradient = member(outputGradients.of, blockIdx.z);
    const float* mean = member(means.of, blockIdx.z);
    const float* variance = member(variances.of, blockIdx.z);
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
    storeParts(sum, product, lanes, channel, images.pitch,
               parts + (long long)blockIdx.z * gridDim.x * 2 * images.pitch);
}

// What OutputGradient forms the gradients of the norms' inputs with, into coefficients[6][pitch], and the parameters'
// gradients where they are not null; blockIdx.y tells the member.
extern "C" __global__ void normBackwardCoefficients(Images images, const double* parts, int chunks, Factors factors,
                                                    Vectors means, Vectors variances, Vectors gammas, float epsilon,
                                                    Results coefficients, Results gammaGradients,
                                                    Results betaGradients) {
    int c = (int)thread();
    if (c >= images.channels) return;
    const float* gamma = member(gammas.of, blockIdx.y);
    float* gammaGradient = member(gammaGradients.of, blockIdx.y);
    float* betaGradient = member(betaGradients.of, blockIdx.y);
    float* coefficient = member(coefficients.of, blockIdx.y) + c;
    float mean = member(means.of, blockIdx.y)[c], variance = member(variances.of, blockIdx.y)[c];
    float factor = factors.factor[0];
#pragma unroll
    for (int m = 1; m < MEMBERS; m++)
        if (m == blockIdx.y) factor = factors.factor[m];

    const double* ofMember = parts + (long long)blockIdx.y * chunks * 2 * images.pitch;
    double count = (double)images.count * images.height * images.width;
    double sum = factor * addParts(ofMember, chunks, images.pitch, c);
    double product = factor * addParts(ofMember, chunks, images.pitch, images.pitch + c);
    float inverse = 1.0f / sqrtf(variance + epsilon);
    coefficient[0] = (gamma ? gamma[c] : 1.0f) * inverse;
    coefficient[images.pitch] = factor;
    coefficient[2 * images.pitch] = (float)(sum / count);
    coefficient[3 * images.pitch] = (float)(product / count);
    coefficient[4 * images.pitch] = mean;
    coefficient[5 * images.pitch] = inverse;
    if (gammaGradient) gammaGradient[c] = (float)product;
    if (betaGradient) betaGradient[c] = (float)sum;
}

extern "C" __global__ void normBackward(const Pixel* outputGradient, const Pixel* input, const float* coefficients,
                                        Images images, Pixel* inputGradient, int groups) {
    long long i = thread();
    if (i >= groups) return;
    OutputGradient from = {outputGradient, input, coefficients, images.pitch};
    store(inputGradient + 4 * i, load(from, 4 * i / images.pitch, (int)(4 * i % images.pitch)));
}
