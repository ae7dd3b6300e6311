// Means over pixels, and the classifier.

extern "C" __global__ void globalAverage(const Pixel* input, Images images, float* output, int size) {
    long long i = thread();
    if (i >= size) return;
    int pixels = images.height * images.width;
    const Pixel* place = input + i / images.channels * pixels * images.pitch + i % images.channels;
    double sum = 0;
    for (int p = 0; p < pixels; p++) sum += number(place[(long long)p * images.pitch]);
    output[i] = (float)(sum / pixels);
}

extern "C" __global__ void globalAverageBackward(const float* outputGradient, Pixel* inputGradient, Images images,
                                                 int groups) {
    long long i = thread();
    if (i >= groups) return;
    int pixels = images.height * images.width;
    int image = (int)(4 * i / images.pitch / pixels);
    Four four = loadChannels(outputGradient + (long long)image * images.channels, (int)(4 * i % images.pitch),
                             images.channels);
#pragma unroll
    for (int c = 0; c < 4; c++) four.channel[c] /= pixels;
    store(inputGradient + 4 * i, four);
}

extern "C" __global__ void linear(const float* input, const float* weight, const float* bias, float* output,
                                  int features, int classes, int size) {
    long long i = thread();
    if (i >= size) return;
    const float* x = input + i / classes * features;
    const float* w = weight + i % classes * features;
    double sum = bias[i % classes];
    for (int c = 0; c < features; c++) sum += x[c] * w[c];
    output[i] = (float)sum;
}

extern "C" __global__ void linearInputGradient(const float* weight, const float* outputGradient, float* inputGradient,
                                               int features, int classes, int size) {
    long long i = thread();
    if (i >= size) return;
    double sum = 0;
    for (int o = 0; o < classes; o++)
        sum += outputGradient[i / features * classes + o] * weight[(long long)o * features + i % features];
    inputGradient[i] = (float)sum;
}

extern "C" __global__ void linearWeightGradient(const float* input, const float* outputGradient, float* weightGradient,
                                                int features, int classes, int images) {
    long long i = thread();
    if (i >= (long long)features * classes) return;
    double sum = 0;
    for (int n = 0; n < images; n++)
        sum += outputGradient[(long long)n * classes + i / features] * input[(long long)n * features + i % features];
    weightGradient[i] = (float)sum;
}

extern "C" __global__ void linearBiasGradient(const float* outputGradient, float* biasGradient, int classes,
                                              int images) {
    long long i = thread();
    if (i >= classes) return;
    double sum = 0;
    for (int n = 0; n < images; n++) sum += outputGradient[(long long)n * classes + i];
    biasGradient[i] = (float)sum;
}

// A thread for each image; exponentials in double precision, from the largest logit down so that nothing overflows.
extern "C" __global__ void crossEntropyBackward(const float* logits, const float* labels, float* gradient, int classes,
                                                int images) {
    long long n = thread();
    if (n >= images) return;
    const float* own = logits + n * classes;
    double largest = own[0], sum = 0;
    for (int c = 1; c < classes; c++) largest = own[c] > largest ? own[c] : largest;
    for (int c = 0; c < classes; c++) sum += exp(own[c] - largest);
    double logOfSum = largest + log(sum);
    for (int c = 0; c < classes; c++)
        gradient[n * classes + c] = (float)((exp(own[c] - logOfSum) - (c == (int)labels[n] ? 1 : 0)) / images);
}
