// How far the channels of every image lie apart.

// A block for each image. What each thread has found of its pixels is added up as a tree; fisher[N], then variance[N].
extern "C" __global__ void channelSpread(const Pixel* input, Images images, double* spread) {
    __shared__ double fishers[256], variances[256];
    int pixels = images.height * images.width;
    double fisher = 0, variance = 0;
    for (int p = threadIdx.x; p < pixels; p += 256) {
        const Pixel* pixel = input + ((long long)blockIdx.x * pixels + p) * images.pitch;
        // Relative to the first channel, so that equal channels give a variance of exactly zero.
        double first = number(pixel[0]), mean = 0, squares = 0;
        for (int c = 1; c < images.channels; c++) mean += number(pixel[c]) - first;
        mean /= images.channels;
        for (int c = 0; c < images.channels; c++) {
            double distance = number(pixel[c]) - first - mean;
            squares += distance * distance;
        }
        double sigma2 = squares / (images.channels - 1);
        fisher += 3 * squares / images.channels / (sigma2 * sigma2 * sigma2);
        variance += sigma2 / 3;
    }
    fishers[threadIdx.x] = fisher;
    variances[threadIdx.x] = variance;
    for (int distance = 128; distance > 0; distance /= 2) {
        __syncthreads();
        if (threadIdx.x < distance) {
            fishers[threadIdx.x] += fishers[threadIdx.x + distance];
            variances[threadIdx.x] += variances[threadIdx.x + distance];
        }
    }
    if (threadIdx.x > 0) return;
    spread[blockIdx.x] = fishers[0] == fishers[0] ? fishers[0] / pixels : 1.0 / 0.0;
    spread[images.count + blockIdx.x] = variances[0];
}
