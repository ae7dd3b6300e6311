// What all kernels share. Images lie as [N,H,W,C], C filled up with zeros to whole groups of 16 bytes, which every
// kernel keeps zero; vectors lie as they are, in float32.
//
// Kernels that work on several places at once, the members of a group, take them as an array each.
//
// How to add a kernel: write it into the file of its family (or a new one, to be named in KernelSource), with arguments of
// type pointer, int, float, or a struct of these alone; say const of what it reads, and CHANGED of what it overwrites in
// part only or reads too, since calls are moved by that; let it write whole groups of images, zeros where there is no
// channel; add without atomics and in an order that follows from the shapes; call it by its name through Cuda.launch; and
// let the contract of all kernels ask for it. Then it is compiled for every architecture and run on the processor too.

// Marks for the host, see above.
#define CHANGED

#ifdef BFLOAT16
struct Pixel {
    unsigned short bits;
};
__device__ __forceinline__ float number(Pixel pixel) { return __uint_as_float((unsigned)pixel.bits << 16); }
// To the nearest, of two as near to the even one; a NaN stays one.
__device__ __forceinline__ Pixel pixel(float value) {
    unsigned bits = __float_as_uint(value);
    Pixel rounded;
    rounded.bits = (unsigned short)((bits & 0x7fffffffu) > 0x7f800000u ? bits >> 16 | 0x40u
                                                                       : (bits + 0x7fffu + (bits >> 16 & 1u)) >> 16);
    return rounded;
}
#else
typedef float Pixel;
__device__ __forceinline__ float number(Pixel pixel) { return pixel; }
__device__ __forceinline__ Pixel pixel(float value) { return value; }
#endif

// Four channels of one place, as they are loaded and stored at once.
struct alignas(4 * sizeof(Pixel)) Stored {
    Pixel channel[4];
};
struct Four {
    float channel[4];
};

__device__ __forceinline__ Four load(const Pixel* place) {
    Stored stored = *(const Stored*)place;
    Four four;
#pragma unroll
    for (int c = 0; c < 4; c++) four.channel[c] = number(stored.channel[c]);
    return four;
}

__device__ __forceinline__ void store(Pixel* place, const Four& four) {
    Stored stored;
#pragma unroll
    for (int c = 0; c < 4; c++) stored.channel[c] = pixel(four.channel[c]);
    *(Stored*)place = stored;
}

__device__ __forceinline__ Four zero() { return {{0, 0, 0, 0}}; }

// Four numbers of a vector with one number for each channel, zeros where there is no channel.
__device__ __forceinline__ Four loadChannels(const float* vector, int channel, int channels) {
    Four four;
#pragma unroll
    for (int c = 0; c < 4; c++) four.channel[c] = channel + c < channels ? vector[channel + c] : 0.0f;
    return four;
}

// The number of this thread among all of the launch.
__device__ __forceinline__ long long thread() { return (long long)blockIdx.x * blockDim.x + threadIdx.x; }

// Images: how many, channels, channels with the filling, rows, columns.
struct Images {
    int count, channels, pitch, height, width;
};

// 1 / deviation of four channels, zeros where there is no channel.
__device__ __forceinline__ Four inverseDeviation(const float* variance, int channel, int channels, float epsilon) {
    Four four;
#pragma unroll
    for (int c = 0; c < 4; c++)
        four.channel[c] = channel + c < channels ? 1.0f / sqrtf(variance[channel + c] + epsilon) : 0.0f;
    return four;
}

__device__ __forceinline__ Four normalized(const Four& x, const float* mean, const float* variance, int channel,
                                           int channels, float epsilon) {
    Four center = loadChannels(mean, channel, channels), inverse = inverseDeviation(variance, channel, channels, epsilon);
    Four four;
#pragma unroll
    for (int c = 0; c < 4; c++) four.channel[c] = (x.channel[c] - center.channel[c]) * inverse.channel[c];
    return four;
}

// One place for each member of a group.
constexpr int MEMBERS = 16;
struct Inputs {
    const Pixel* of[MEMBERS];
};
struct Outputs {
    Pixel* of[MEMBERS];
};
struct Vectors {
    const float* of[MEMBERS];
};
struct Results {
    float* of[MEMBERS];
};

// Unrolled, so that no thread copies the arguments to have them by a number.
template <class T>
__device__ __forceinline__ T member(const T (&of)[MEMBERS], int number) {
    T found = of[0];
#pragma unroll
    for (int m = 1; m < MEMBERS; m++)
        if (m == number) found = of[m];
    return found;
}

// The gradient of a convolution's output. Where a batch norm follows, it is formed from the gradient of the norm's output
// and the norm's input: scale (factor gradient - sum - product normal), normal = (input - mean) inverse; these numbers of the
// channels are coefficients[6][pitch]: scale, factor, sum, product, mean, inverse.
struct OutputGradient {
    const Pixel* gradient;
    const Pixel* normed;
    const float* coefficients;
    int pitch;
};

__device__ __forceinline__ Four load(const OutputGradient& from, long long place, int channel) {
    Four gradient = load(from.gradient + place * from.pitch + channel);
    if (!from.normed) return gradient;
    Four x = load(from.normed + place * from.pitch + channel);
#pragma unroll
    for (int c = 0; c < 4; c++) {
        const float* coefficient = from.coefficients + channel + c;
        float scale = coefficient[0], factor = coefficient[from.pitch], sum = coefficient[2 * from.pitch];
        float product = coefficient[3 * from.pitch], mean = coefficient[4 * from.pitch];
        float normal = (x.channel[c] - mean) * coefficient[5 * from.pitch];
        gradient.channel[c] = scale * (factor * gradient.channel[c] - sum - normal * product);
    }
    return gradient;
}

// Images as convolutions read them.
struct Source {
    const Pixel* images;
    int pitch;
};

__device__ __forceinline__ Four load(const Source& from, long long place, int channel) {
    return load(from.images + place * from.pitch + channel);
}
