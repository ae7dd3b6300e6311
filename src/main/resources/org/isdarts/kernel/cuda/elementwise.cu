// Sums, rectifiers and fillings.

// Loops over terms are unrolled, so that no thread copies the arguments to have them by a number.
struct Terms {
    const void* tensor[32];
};
struct Factors {
    float factor[32];
};

__device__ __forceinline__ Four rectified(Four four) {
#pragma unroll
    for (int c = 0; c < 4; c++) four.channel[c] = four.channel[c] < 0 ? 0.0f : four.channel[c];
    return four;
}

// Terms that have statistics are normalized. The sum itself and what a ReLU leaves of it are stored where they are wanted.
extern "C" __global__ void sumImages(Pixel* target, Pixel* positive, Images images, int groups, Terms terms,
                                     Factors factors, Terms means, Terms variances, float epsilon, int count) {
    long long i = thread();
    if (i >= groups) return;
    int channel = (int)(4 * i % images.pitch);
    Four sum = zero();
#pragma unroll
    for (int t = 0; t < 32 && t < count; t++) {
        Four term = load((const Pixel*)terms.tensor[t] + 4 * i);
        const float* mean = (const float*)means.tensor[t];
        if (mean)
            term = normalized(term, mean, (const float*)variances.tensor[t], channel, images.channels, epsilon);
#pragma unroll
        for (int c = 0; c < 4; c++) sum.channel[c] += factors.factor[t] * term.channel[c];
    }
    if (target) store(target + 4 * i, sum);
    if (positive) store(positive + 4 * i, rectified(sum));
}

extern "C" __global__ void sumVectors(float* target, int size, Terms terms, Factors factors, int count) {
    long long i = thread();
    if (i >= size) return;
    float sum = 0;
#pragma unroll
    for (int t = 0; t < 32 && t < count; t++) sum += factors.factor[t] * ((const float*)terms.tensor[t])[i];
    target[i] = sum;
}

extern "C" __global__ void fillImages(Pixel* target, int groups, Images images, float value) {
    long long i = thread();
    if (i >= groups) return;
    int channel = (int)(4 * i % images.pitch);
    Four four;
#pragma unroll
    for (int c = 0; c < 4; c++) four.channel[c] = channel + c < images.channels ? value : 0.0f;
    store(target + 4 * i, four);
}

extern "C" __global__ void fillVector(float* target, int size, float value) {
    long long i = thread();
    if (i < size) target[i] = value;
}

extern "C" __global__ void scaleImages(const Pixel* input, const float* factors, Pixel* output, int groups,
                                       int groupsOfImage) {
    long long i = thread();
    if (i >= groups) return;
    float factor = factors[i / groupsOfImage];
    Four four = load(input + 4 * i);
#pragma unroll
    for (int c = 0; c < 4; c++) four.channel[c] *= factor;
    store(output + 4 * i, four);
}

extern "C" __global__ void relu(const Pixel* input, Pixel* output, int groups) {
    long long i = thread();
    if (i >= groups) return;
    store(output + 4 * i, rectified(load(input + 4 * i)));
}

extern "C" __global__ void reluBackward(const Pixel* output, const Pixel* outputGradient, Pixel* inputGradient,
                                        int groups) {
    long long i = thread();
    if (i >= groups) return;
    Four open = load(output + 4 * i);
    Four four = load(outputGradient + 4 * i);
#pragma unroll
    for (int c = 0; c < 4; c++) four.channel[c] = open.channel[c] > 0 ? four.channel[c] : 0.0f;
    store(inputGradient + 4 * i, four);
}
