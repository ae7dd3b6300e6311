// A vector's sum of squares, dot products, and a step of descent.

// Adds up the sums of the 256 threads of a block, and leaves the total in its place of the parts.
__device__ void addUp(double sum, double* sums, double* parts) {
    sums[threadIdx.x] = sum;
    for (int distance = 128; distance > 0; distance /= 2) {
        __syncthreads();
        if (threadIdx.x < distance) sums[threadIdx.x] += sums[threadIdx.x + distance];
    }
    if (threadIdx.x == 0) parts[blockIdx.x] = sums[0];
}

// Each of the following leaves one partial sum for each block of 256 threads.

extern "C" __global__ void dotVectors(const float* left, const float* right, int size, double* parts) {
    __shared__ double sums[256];
    double sum = 0;
    for (long long i = thread(); i < size; i += (long long)gridDim.x * 256) sum += (double)left[i] * right[i];
    addUp(sum, sums, parts);
}

// What fills up groups of channels is zero and adds nothing.
extern "C" __global__ void dotImages(const Pixel* left, const Pixel* right, int groups, double* parts) {
    __shared__ double sums[256];
    double sum = 0;
    for (long long i = thread(); i < groups; i += (long long)gridDim.x * 256) {
        Four a = load(left + 4 * i);
        Four b = load(right + 4 * i);
#pragma unroll
        for (int c = 0; c < 4; c++) sum += (double)a.channel[c] * b.channel[c];
    }
    addUp(sum, sums, parts);
}

extern "C" __global__ void squares(const float* vector, int size, double* parts) {
    __shared__ double sums[256];
    double sum = 0;
    for (long long i = thread(); i < size; i += (long long)gridDim.x * 256) sum += (double)vector[i] * vector[i];
    addUp(sum, sums, parts);
}

extern "C" __global__ void descend(CHANGED float* value, const float* gradient, CHANGED float* velocity, int size,
                                   float factor, float decay, float momentum, float rate, float gradientShare,
                                   float velocityShare) {
    long long i = thread();
    if (i >= size) return;
    float g = factor * gradient[i] + decay * value[i];
    float v = momentum * velocity[i] + g;
    velocity[i] = v;
    // One share is 0 or 1, so this rounds once, as either momentum does by itself.
    value[i] -= rate * fmaf(velocityShare, v, gradientShare * g);
}
