// Convolutions of any shape over all channels, as matrix products of tiles in shared memory; weights
// [outChannels,inChannels,k,k] as the port tells them.

struct Convolved {
    int images, inChannels, inPitch, height, width, outChannels, outPitch, outHeight, outWidth, kernel, stride, padding,
        dilation;
};

constexpr int TILE_ROWS = 64, TILE_COLUMNS = 16, TILE_DEPTH = 16, TILE_THREADS = 64;

// A thread's sixteen sums: four rows and four columns of the tile.
__device__ __forceinline__ void multiply(const float (&rows)[TILE_DEPTH][TILE_ROWS],
                                         const float (&columns)[TILE_DEPTH][TILE_COLUMNS], float (&sum)[4][4]) {
    int row = threadIdx.x / 4 * 4, column = threadIdx.x % 4 * 4;
#pragma unroll
    for (int k = 0; k < TILE_DEPTH; k++)
#pragma unroll
        for (int r = 0; r < 4; r++)
#pragma unroll
            for (int c = 0; c < 4; c++) sum[r][c] += rows[k][row + r] * columns[k][column + c];
}

// Where a pixel's window has its tap in one direction: forward in the input, backward in the output; -1 if nowhere.
template <bool BACKWARD>
__device__ __forceinline__ int tapPlace(int pixel, int tap, const Convolved& shape, int side) {
    int place;
    if (BACKWARD) {
        int reach = pixel + shape.padding - tap * shape.dilation;
        place = reach >= 0 && reach % shape.stride == 0 ? reach / shape.stride : -1;
    } else {
        place = pixel * shape.stride + tap * shape.dilation - shape.padding;
    }
    return place < side ? place : -1;
}

// Target pixels by target channels, from the taps of the source: forward the output from the input, backward the
// input's gradient from the output's. A block computes 64 pixels (blockIdx.x) and 16 channels (blockIdx.y). What the
// thread has computed stays in sum.
template <bool BACKWARD, class From>
__device__ __forceinline__ void convolve(const From& source, const float* weight, Pixel* target, const Convolved& shape,
                                         float (&sum)[4][4]) {
    __shared__ float rows[TILE_DEPTH][TILE_ROWS];
    __shared__ float columns[TILE_DEPTH][TILE_COLUMNS];
    int targetHeight = BACKWARD ? shape.height : shape.outHeight, targetWidth = BACKWARD ? shape.width : shape.outWidth;
    int sourceHeight = BACKWARD ? shape.outHeight : shape.height, sourceWidth = BACKWARD ? shape.outWidth : shape.width;
    int targetPitch = BACKWARD ? shape.inPitch : shape.outPitch;
    int sourceChannels = BACKWARD ? shape.outChannels : shape.inChannels;
    int targetChannels = BACKWARD ? shape.inChannels : shape.outChannels;
    int taps = shape.kernel * shape.kernel;
    int ofSource = BACKWARD ? shape.inChannels * taps : taps, ofTarget = BACKWARD ? taps : shape.inChannels * taps;

    int pixels = shape.images * targetHeight * targetWidth;
    int first = blockIdx.x * TILE_ROWS, firstChannel = blockIdx.y * TILE_COLUMNS;
    int mine = first + threadIdx.x;
    int image = mine / (targetHeight * targetWidth);
    int row = mine / targetWidth % targetHeight, column = mine % targetWidth;
    int myColumn = threadIdx.x % TILE_COLUMNS, myDepth = threadIdx.x / TILE_COLUMNS;
    int channel = firstChannel + myColumn;

    for (int tap = 0; tap < taps; tap++) {
        int i = tapPlace<BACKWARD>(row, tap / shape.kernel, shape, sourceHeight);
        int j = tapPlace<BACKWARD>(column, tap % shape.kernel, shape, sourceWidth);
        bool inside = mine < pixels && i >= 0 && j >= 0;
        long long place = ((long long)image * sourceHeight + i) * sourceWidth + j;
        for (int k = 0; k < sourceChannels; k += TILE_DEPTH) {
            __syncthreads();
#pragma unroll
            for (int c = 0; c < TILE_DEPTH; c += 4) {
                Four four = inside && k + c < source.pitch ? load(source, place, k + c) : zero();
#pragma unroll
                for (int d = 0; d < 4; d++) rows[c + d][threadIdx.x] = four.channel[d];
            }
#pragma unroll
            for (int c = myDepth; c < TILE_DEPTH; c += TILE_THREADS / TILE_COLUMNS)
                columns[c][myColumn] = k + c < sourceChannels && channel < targetChannels
                                           ? weight[(k + c) * ofSource + channel * ofTarget + tap]
                                           : 0.0f;
            __syncthreads();
            multiply(rows, columns, sum);
        }
    }

    int c = firstChannel + threadIdx.x % 4 * 4;
#pragma unroll
    for (int r = 0; r < 4; r++) {
        int p = first + threadIdx.x / 4 * 4 + r;
        if (p < pixels && c < targetPitch) {
            Four four = {{sum[r][0], sum[r][1], sum[r][2], sum[r][3]}};
            store(target + (long long)p * targetPitch + c, four);
        }
    }
}

// Sums of a tile's channels and of their squares, as the numbers are stored, into parts[pitch][2][blocks]. Products are
// exact, so that little is lost far from zero. Pixels beyond the last are zeros.
__device__ __forceinline__ void storeSums(const float (&sum)[4][4], int pitch, double* parts) {
    __shared__ double sums[TILE_THREADS][8];
#pragma unroll
    for (int c = 0; c < 4; c++) {
        double total = 0, square = 0;
#pragma unroll
        for (int r = 0; r < 4; r++) {
            double value = number(pixel(sum[r][c]));
            total += value;
            square += value * value;
        }
        sums[threadIdx.x][c] = total;
        sums[threadIdx.x][4 + c] = square;
    }
    __syncthreads();
    int column = threadIdx.x % TILE_COLUMNS, which = threadIdx.x / TILE_COLUMNS;
    int channel = blockIdx.y * TILE_COLUMNS + column;
    if (which >= 2 || channel >= pitch) return;
    double total = 0;
    for (int t = column / 4; t < TILE_THREADS; t += 4) total += sums[t][4 * which + column % 4];
    parts[((long long)channel * 2 + which) * gridDim.x + blockIdx.x] = total;
}

// The convolutions of a group (blockIdx.z); where parts are not null, those behind them are the outputs' sums.
extern "C" __global__ void convolution(Inputs inputs, Vectors weights, Outputs outputs, Convolved shape,
                                       double* parts) {
    Source source = {member(inputs.of, blockIdx.z), shape.inPitch};
    float sum[4][4] = {};
    convolve<false>(source, member(weights.of, blockIdx.z), member(outputs.of, blockIdx.z), shape, sum);
    if (parts) storeSums(sum, shape.outPitch, parts + (long long)blockIdx.z * shape.outPitch * 2 * gridDim.x);
}

// Means and variances of the channels (blockIdx.x) of a group's outputs (blockIdx.y), from the sums of so many blocks.
extern "C" __global__ void convolutionStatistics(const double* parts, int blocks, Convolved shape, Results means,
                                                 Results variances) {
    __shared__ double sums[TILE_THREADS][2];
    double total[2] = {};
    for (int which = 0; which < 2; which++) {
        const double* part = parts + (((long long)blockIdx.y * shape.outPitch + blockIdx.x) * 2 + which) * blocks;
        for (int b = threadIdx.x; b < blocks; b += TILE_THREADS) total[which] += part[b];
        sums[threadIdx.x][which] = total[which];
    }
    __syncthreads();
    if (threadIdx.x > 0 || !member(means.of, blockIdx.y)) return;
    for (int t = 1; t < TILE_THREADS; t++) {
        total[0] += sums[t][0];
        total[1] += sums[t][1];
    }
    double count = (double)shape.images * shape.outHeight * shape.outWidth;
    double mean = total[0] / count, spread = total[1] / count - mean * mean;
    member(means.of, blockIdx.y)[blockIdx.x] = (float)mean;
    member(variances.of, blockIdx.y)[blockIdx.x] = (float)(spread > 0 ? spread : 0);
}

__device__ __forceinline__ OutputGradient outputGradient(const Inputs& gradients, const Inputs& normed,
                                                         const Vectors& coefficients, int pitch, int number) {
    return {member(gradients.of, number), member(normed.of, number), member(coefficients.of, number), pitch};
}

extern "C" __global__ void convolutionInputGradient(Inputs gradients, Inputs normed, Vectors coefficients,
                                                    Vectors weights, Outputs inputGradients, Convolved shape) {
    OutputGradient source = outputGradient(gradients, normed, coefficients, shape.outPitch, blockIdx.z);
    float sum[4][4] = {};
    convolve<true>(source, member(weights.of, blockIdx.z), member(inputGradients.of, blockIdx.z), shape, sum);
}

// Weights' gradient from a chunk of output pixels (blockIdx.x), into parts[member][chunk] of the weights' shape. A block
// computes 64 rows of tap and input channel (blockIdx.y) by 16 output channels (blockIdx.z, member by member).
extern "C" __global__ void convolutionWeightGradient(Inputs inputs, Inputs gradients, Inputs normed,
                                                     Vectors coefficients, float* parts, Convolved shape, int chunk) {
    int columnBlocks = (shape.outPitch + TILE_COLUMNS - 1) / TILE_COLUMNS, number = blockIdx.z / columnBlocks;
    const Pixel* input = member(inputs.of, number);
    OutputGradient from = outputGradient(gradients, normed, coefficients, shape.outPitch, number);
    __shared__ float rows[TILE_DEPTH][TILE_ROWS];
    __shared__ float columns[TILE_DEPTH][TILE_COLUMNS];
    int taps = shape.kernel * shape.kernel, pixels = shape.images * shape.outHeight * shape.outWidth;
    int end = min(pixels, ((int)blockIdx.x + 1) * chunk);
    int firstRow = blockIdx.y * TILE_ROWS, firstChannel = blockIdx.z % columnBlocks * TILE_COLUMNS;
    int loadedRow = firstRow + threadIdx.x % 16 * 4, loadedTap = loadedRow / shape.inPitch;
    int down = loadedTap / shape.kernel * shape.dilation - shape.padding;
    int right = loadedTap % shape.kernel * shape.dilation - shape.padding;
    int loadedChannel = firstChannel + threadIdx.x % 4 * 4;

    float sum[4][4] = {};
    for (int p = blockIdx.x * chunk; p < end; p += TILE_DEPTH) {
        __syncthreads();
#pragma unroll
        for (int k = threadIdx.x / 16; k < TILE_DEPTH; k += 4) {
            int column = (p + k) % shape.outWidth * shape.stride + right;
            int row = (p + k) / shape.outWidth % shape.outHeight * shape.stride + down;
            int image = (p + k) / (shape.outWidth * shape.outHeight);
            bool inside = p + k < end && loadedTap < taps && row >= 0 && row < shape.height && column >= 0
                          && column < shape.width;
            Four four = inside ? load(input + (((long long)image * shape.height + row) * shape.width + column)
                                                  * shape.inPitch
                                      + loadedRow % shape.inPitch)
                               : zero();
#pragma unroll
            for (int d = 0; d < 4; d++) rows[k][threadIdx.x % 16 * 4 + d] = four.channel[d];
        }
        int k = threadIdx.x / 4;
        Four four = p + k < end && loadedChannel < shape.outPitch
                        ? load(from, p + k, loadedChannel)
                        : zero();
#pragma unroll
        for (int d = 0; d < 4; d++) columns[k][threadIdx.x % 4 * 4 + d] = four.channel[d];
        __syncthreads();
        multiply(rows, columns, sum);
    }

    float* part = parts + ((long long)number * gridDim.x + blockIdx.x) * shape.outChannels * shape.inChannels * taps;
#pragma unroll
    for (int r = 0; r < 4; r++) {
        int row = firstRow + threadIdx.x / 4 * 4 + r, tap = row / shape.inPitch, c = row % shape.inPitch;
#pragma unroll
        for (int d = 0; d < 4; d++) {
            int o = firstChannel + threadIdx.x % 4 * 4 + d;
            if (tap < taps && c < shape.inChannels && o < shape.outChannels)
                part[((long long)o * shape.inChannels + c) * taps + tap] = sum[r][d];
        }
    }
}

// Adds up the parts of the gradients of a group (blockIdx.y), one after the other, with many on their way at a time.
extern "C" __global__ void addWeightGradients(const float* parts, int chunks, Results gradients, int size) {
    long long i = thread();
    if (i >= size) return;
    const float* ofMember = parts + (long long)blockIdx.y * chunks * size;
    double sum = 0;
#pragma unroll 16
    for (int chunk = 0; chunk < chunks; chunk++) sum += ofMember[(long long)chunk * size + i];
    member(gradients.of, blockIdx.y)[i] = (float)sum;
}
