package org.isdarts.kernel.cuda;

/** What NVIDIA's driver or compiler could not do, in its words. */
final class CudaException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final int code;

    /**
     * @param code of the driver
     * @param words what it says of it
     */
    CudaException(int code, String words) {
        super(words + " (" + code + ")");
        this.code = code;
    }

    boolean isLackOfMemory() {
        return code == Driver.OUT_OF_MEMORY;
    }
}
