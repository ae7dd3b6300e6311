package org.isdarts.kernel.cuda;

/**
 * What computes: a GPU, its memory, and the kernels of one precision.
 *
 * @param device the GPU
 * @param pool its memory
 * @param program the kernels
 */
record Cuda(Device device, Pool pool, Program program) {
    void launch(String kernel, Grid grid, Object... values) {
        program.launch(kernel, grid, values);
    }
}
