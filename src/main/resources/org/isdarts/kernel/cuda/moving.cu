// Images moved without computing: channels, every second pixel, phases. Each thread writes one group of four channels but
// for copied channels, which may begin anywhere.

extern "C" __global__ void copyChannels(const Pixel* source, int sourcePitch, int from, CHANGED Pixel* target,
                                        int targetPitch, int to, int count, int size) {
    long long i = thread();
    if (i >= size) return;
    long long place = i / count;
    int channel = (int)(i % count);
    target[place * targetPitch + to + channel] = source[place * sourcePitch + from + channel];
}

// A group of four channels within images.
struct Group {
    int image, row, column, channel;
};

__device__ __forceinline__ Group groupOf(long long i, const Images& images) {
    long long place = 4 * i / images.pitch;
    Group group;
    group.channel = (int)(4 * i % images.pitch);
    group.column = (int)(place % images.width);
    group.row = (int)(place / images.width % images.height);
    group.image = (int)(place / images.width / images.height);
    return group;
}

__device__ __forceinline__ long long placeOf(const Images& images, int image, int row, int column, int channel) {
    return (((long long)image * images.height + row) * images.width + column) * images.pitch + channel;
}

extern "C" __global__ void subsample(const Pixel* input, Images large, int offset, Pixel* output, Images small,
                                     int groups) {
    long long i = thread();
    if (i >= groups) return;
    Group group = groupOf(i, small);
    int row = 2 * group.row + offset, column = 2 * group.column + offset;
    bool inside = row < large.height && column < large.width;
    store(output + 4 * i,
          inside ? load(input + placeOf(large, group.image, row, column, group.channel)) : zero());
}

extern "C" __global__ void subsampleBackward(const Pixel* outputGradient, Images small, int offset,
                                             Pixel* inputGradient, Images large, int groups) {
    long long i = thread();
    if (i >= groups) return;
    Group group = groupOf(i, large);
    int row = group.row - offset, column = group.column - offset;
    bool taken = row >= 0 && column >= 0 && row % 2 == 0 && column % 2 == 0 && row / 2 < small.height
                 && column / 2 < small.width;
    store(inputGradient + 4 * i,
          taken ? load(outputGradient + placeOf(small, group.image, row / 2, column / 2, group.channel)) : zero());
}

// The place of a group of whole images in their phases.
__device__ __forceinline__ long long apart(const Group& group, const Images& images) {
    int phase = group.row % 2 * 2 + group.column % 2;
    Images phases = {4 * images.count, images.channels, images.pitch, images.height / 2, images.width / 2};
    return placeOf(phases, phase * images.count + group.image, group.row / 2, group.column / 2, group.channel);
}

extern "C" __global__ void split(const Pixel* whole, Pixel* phases, Images images, int groups) {
    long long i = thread();
    if (i < groups) store(phases + apart(groupOf(i, images), images), load(whole + 4 * i));
}

extern "C" __global__ void join(const Pixel* phases, Pixel* whole, Images images, int groups) {
    long long i = thread();
    if (i < groups) store(whole + 4 * i, load(phases + apart(groupOf(i, images), images)));
}
