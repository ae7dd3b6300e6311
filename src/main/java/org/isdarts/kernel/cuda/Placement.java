package org.isdarts.kernel.cuda;

/** Where the tensors of a call lie, told from where they lay. */
interface Placement {
    /** The place of what the call reads or changes. */
    long read(long place);

    /** The place of what the call overwrites. */
    long written(long place);
}
