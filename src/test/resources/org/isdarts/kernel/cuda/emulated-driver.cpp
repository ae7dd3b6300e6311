// NVIDIA's driver as far as the kernels use it, on the processor. A module is a library of kernels compiled with
// emulated-cuda.h, and its machine code that library's path. New memory is full of numbers that are none.
#include <dlfcn.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

extern "C" {

static int cudaVersion = 12090, capability = 86, gpus = 1, fault = 0;
static uint64_t memoryLeft = UINT64_MAX;

// What is recorded instead of being done, between the beginning and the end of a capture.
using Call = std::function<void()>;
using Calls = std::vector<Call>;
static Calls* recording = nullptr;

static void perform(const Call& call) {
    if (recording)
        recording->push_back(call);
    else
        call();
}

// What a test can change: version of CUDA, compute capability, number of GPUs; the error that launches end in; how much
// memory can still be had.
void emulateGpu(int version, int computeCapability, int count) {
    cudaVersion = version;
    capability = computeCapability;
    gpus = count;
}
void emulateFault(int code) { fault = code; }
void emulateMemory(uint64_t bytes) { memoryLeft = bytes; }

int cuInit(unsigned) { return gpus == 0 ? 100 : 0; }
int cuDriverGetVersion(int* version) {
    *version = cudaVersion;
    return 0;
}
int cuDeviceGetCount(int* count) {
    *count = gpus;
    return 0;
}
int cuDeviceGet(int* device, int ordinal) {
    *device = ordinal;
    return ordinal < gpus ? 0 : 101;
}
int cuDeviceGetName(char* name, int length, int) {
    strncpy(name, "Emulated GPU", length);
    return 0;
}
int cuDeviceGetAttribute(int* value, int attribute, int) {
    *value = attribute == 75 ? capability / 10 : capability % 10;
    return attribute == 75 || attribute == 76 ? 0 : 1;
}
int cuDevicePrimaryCtxRetain(void** context, int) {
    *context = (void*)1;
    return 0;
}
int cuDevicePrimaryCtxRelease_v2(int) { return 0; }
int cuCtxSetCurrent(void* context) { return context ? 0 : 201; }
int cuModuleLoadData(void** module, const void* image) {
    if (!memoryLeft) return 2;
    *module = dlopen((const char*)image, RTLD_NOW | RTLD_LOCAL);
    return *module ? 0 : 200;
}
int cuModuleUnload(void* module) { return module ? 0 : 1; }
int cuModuleGetFunction(void** function, void* module, const char* name) {
    *function = dlsym(module, (std::string("launch_") + name).c_str());
    return *function ? 0 : 500;
}
int cuLaunchKernel(void* function, unsigned gridX, unsigned gridY, unsigned gridZ, unsigned blockX, unsigned blockY,
                   unsigned blockZ, unsigned sharedBytes, void* stream, void** arguments, void** extra) {
    if (fault) return fault;
    if (!stream || extra || sharedBytes || blockY != 1 || blockZ != 1 || blockX > 1024 || gridY > 65535 || gridZ > 65535
        || !gridX || !gridY || !gridZ)
        return 1;
    unsigned grid[] = {gridX, gridY, gridZ, blockX};
    auto launch = ((Call * (*)(const unsigned*, void**)) function)(grid, arguments);
    perform(*launch);
    delete launch;
    return 0;
}
int cuMemAlloc_v2(uint64_t* address, uint64_t bytes) {
    if (!bytes) return 1;
    if (bytes > memoryLeft) return 2;
    memoryLeft -= bytes;
    void* memory = aligned_alloc(256, (bytes + 255) / 256 * 256);
    memset(memory, 0xff, bytes);
    *address = (uint64_t)memory;
    return memory ? 0 : 2;
}
int cuMemFree_v2(uint64_t address) {
    free((void*)address);
    return 0;
}
int cuMemHostAlloc(void** host, uint64_t bytes, unsigned) {
    *host = malloc(bytes);
    return *host ? 0 : 2;
}
int cuMemFreeHost(void* host) {
    free(host);
    return 0;
}
int cuMemcpyHtoDAsync_v2(uint64_t target, const void* source, uint64_t bytes, void*) {
    if (recording) return 900;
    memcpy((void*)target, source, bytes);
    return fault;
}
int cuMemcpyDtoHAsync_v2(void* target, uint64_t source, uint64_t bytes, void*) {
    if (recording) return 900;
    memcpy(target, (void*)source, bytes);
    return fault;
}
int cuMemsetD8Async(uint64_t target, unsigned char value, uint64_t bytes, void*) {
    perform([=] { memset((void*)target, value, bytes); });
    return fault;
}
int cuStreamCreate(void** stream, unsigned) {
    *stream = (void*)2;
    return 0;
}
int cuStreamSynchronize(void* stream) { return !stream ? 400 : recording ? 900 : fault; }
int cuStreamDestroy_v2(void* stream) { return stream ? 0 : 400; }
int cuStreamBeginCapture_v2(void*, int mode) {
    if (recording || mode < 0 || mode > 2) return 1;
    recording = new Calls;
    return 0;
}
int cuStreamEndCapture(void*, void** graph) {
    *graph = recording;
    recording = nullptr;
    return *graph ? 0 : 1;
}
int cuGraphInstantiateWithFlags(void** executable, void* graph, uint64_t flags) {
    *executable = new Calls(*(Calls*)graph);
    return flags ? 1 : 0;
}
int cuGraphLaunch(void* executable, void*) {
    if (!fault)
        for (auto& call : *(Calls*)executable) call();
    return fault;
}
int cuGraphExecDestroy(void* executable) {
    delete (Calls*)executable;
    return 0;
}
int cuGraphDestroy(void* graph) {
    delete (Calls*)graph;
    return 0;
}
int cuGetErrorString(int error, const char** words) {
    switch (error) {
        case 2: *words = "out of memory"; return 0;
        case 719: *words = "unspecified launch failure"; return 0;
        default: *words = nullptr; return 1;
    }
}
}
