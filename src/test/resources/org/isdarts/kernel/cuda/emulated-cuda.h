// Runs kernels on the processor: what CUDA's language has beyond C++. A block's first thread runs as a fibre; if it meets
// no barrier, nobody does, and the others run one after the other. Else all are fibres, and a barrier lets the next one go
// on. Finds wrong places, missing writes and wrong sums; no races, no speed.
#include <setjmp.h>
#include <ucontext.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <tuple>
#include <utility>
#include <vector>

#define __global__
#define __device__
#define __shared__ static
#define __forceinline__ inline

using std::max;
using std::min;

struct Place {
    unsigned x, y, z;
};
static Place blockIdx, blockDim, gridDim, threadIdx;

static inline float __uint_as_float(unsigned bits) {
    float value;
    memcpy(&value, &bits, sizeof value);
    return value;
}
static inline unsigned __float_as_uint(float value) {
    unsigned bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

struct Fibre {
    jmp_buf place;
    ucontext_t start;
    std::vector<char> stack;
    unsigned thread;
    bool started, done;
};
constexpr int STACK = 1 << 16;
static std::vector<Fibre> fibres;
static jmp_buf scheduler;
static Fibre* running;
static void (*call)(void*);
static void* callArguments;

__attribute__((noinline)) static void leave() {
    if (!_setjmp(running->place)) _longjmp(scheduler, 1);
}
static void run() {
    for (;;) {
        call(callArguments);
        running->done = true;
        leave();
    }
}
// Until the next barrier, or the end.
__attribute__((noinline)) static void enter(Fibre* fibre) {
    running = fibre;
    threadIdx.x = fibre->thread;
    if (_setjmp(scheduler)) return;
    if (running->started) _longjmp(running->place, 1);
    running->started = true;
    setcontext(&running->start);
}
static void __syncthreads() { leave(); }

static void prepare(unsigned threads) {
    unsigned known = fibres.size();
    if (known >= threads) return;
    fibres = std::vector<Fibre>(threads);
    for (unsigned t = 0; t < threads; t++) {
        Fibre& fibre = fibres[t];
        fibre.thread = t;
        fibre.started = false;
        fibre.stack.resize(STACK);
        getcontext(&fibre.start);
        fibre.start.uc_stack.ss_sp = fibre.stack.data();
        fibre.start.uc_stack.ss_size = STACK;
        fibre.start.uc_link = nullptr;
        makecontext(&fibre.start, run, 0);
    }
}

static void runBlock() {
    for (unsigned t = 0; t < blockDim.x; t++) fibres[t].done = false;
    enter(&fibres[0]);
    if (fibres[0].done) {
        for (threadIdx.x = 1; threadIdx.x < blockDim.x; threadIdx.x++) call(callArguments);
        return;
    }
    for (unsigned t = 1; t < blockDim.x; t++) enter(&fibres[t]);
    for (bool left = true; left;) {
        left = false;
        for (unsigned t = 0; t < blockDim.x; t++)
            if (!fibres[t].done) {
                enter(&fibres[t]);
                left |= !fibres[t].done;
            }
    }
}

template <class Kernel>
struct Launch;
template <class... Arguments>
struct Launch<void(Arguments...)> {
    using Tuple = std::tuple<void (*)(Arguments...), std::tuple<Arguments...>>;

    template <size_t... I>
    static std::tuple<Arguments...> copied(void** arguments, std::index_sequence<I...>) {
        return {*(Arguments*)arguments[I]...};
    }
    // What the launch does whenever it is called; arguments are copied, as the driver copies them.
    static std::function<void()>* prepared(void (*kernel)(Arguments...), const unsigned* grid, void** arguments) {
        Tuple launch(kernel, copied(arguments, std::index_sequence_for<Arguments...>()));
        Place blocks = {grid[0], grid[1], grid[2]};
        unsigned threads = grid[3];
        return new std::function<void()>([launch, blocks, threads] { run(launch, blocks, threads); });
    }
    static void run(Tuple launch, Place blocks, unsigned threads) {
        callArguments = &launch;
        call = [](void* launch) { std::apply(std::get<0>(*(Tuple*)launch), std::get<1>(*(Tuple*)launch)); };
        gridDim = blocks;
        blockDim = {threads, 1, 1};
        threadIdx = {0, 0, 0};
        prepare(threads);
        for (blockIdx.z = 0; blockIdx.z < blocks.z; blockIdx.z++)
            for (blockIdx.y = 0; blockIdx.y < blocks.y; blockIdx.y++)
                for (blockIdx.x = 0; blockIdx.x < blocks.x; blockIdx.x++) runBlock();
    }
};

// What the emulated driver calls; grid is blocks in three directions and threads of a block.
#define LAUNCHER(kernel)                                                                         \
    extern "C" std::function<void()>* launch_##kernel(const unsigned* grid, void** arguments) {  \
        return Launch<decltype(kernel)>::prepared(kernel, grid, arguments);                      \
    }
