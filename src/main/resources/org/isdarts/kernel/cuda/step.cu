// A vector's sum of squares, and a step of descent.

// One partial sum for each block of 256 threads.
extern "C" __global__ void squares(const float* vector, int size, double* parts) {
    __shared__ double sums[256];
    double sum = 0;
    for (long long i = thread(); i < size; i += (long long)gridDim.x * 256) sum += (double)vector[i] * vector[i];
    sums[threadIdx.x] = sum;
    for (int distance = 128; distance > 0; distance /= 2) {
        __syncthreads();
        if (threadIdx.x < distance) sums[threadIdx.x] += sums[threadIdx.x + distance];
    }
    if (threadIdx.x == 0) parts[blockIdx.x] = sums[0];
}

extern "C" __global__ void descend(float* value, const float* gradient, float* velocity, int size, float factor,
                                   float decay, float momentum, float rate, float gradientShare,
                                   float velocityShare) {
    long long i = thread();
    if (i >= size) return;
    float g = factor * gradient[i] + decay * value[i];
    float v = momentum * velocity[i] + g;
    velocity[i] = v;
    value[i] -= rate * (gradientShare * g + velocityShare * v);
}
