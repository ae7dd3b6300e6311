// What all kernels share. Images lie as [N,H,W,C], C filled up with zeros to whole groups of 16 bytes, which every
// kernel keeps zero; vectors lie as they are, in float32.
//
// How to add a kernel: write it into the file of its family (or a new one, to be named in KernelSource), with arguments of
// type pointer, int, float, or a struct of these alone; let it write whole groups of images, zeros where there is no
// channel; add without atomics and in an order that follows from the shapes; call it by its name through Program.launch;
// and let the contract of all kernels ask for it. Then it is compiled for every architecture and run on the processor too.

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
