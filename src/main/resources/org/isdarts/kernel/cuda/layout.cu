// Between the order in which numbers are told, [N,C,H,W], and the one in which they lie.

extern "C" __global__ void arrange(const float* told, Pixel* target, int groups, Images images) {
    long long i = thread();
    if (i >= groups) return;
    int pixels = images.height * images.width;
    int channel = (int)(4 * i % images.pitch);
    long long place = 4 * i / images.pitch;
    const float* image = told + place / pixels * images.channels * pixels + place % pixels;
    Four four;
#pragma unroll
    for (int c = 0; c < 4; c++)
        four.channel[c] = channel + c < images.channels ? image[(long long)(channel + c) * pixels] : 0.0f;
    store(target + 4 * i, four);
}

extern "C" __global__ void tell(const Pixel* source, float* told, int size, Images images) {
    long long i = thread();
    if (i >= size) return;
    int pixels = images.height * images.width;
    long long plane = i / pixels;
    long long place = plane / images.channels * pixels + i % pixels;
    told[i] = number(source[place * images.pitch + plane % images.channels]);
}
