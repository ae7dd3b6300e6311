package org.isdarts.kernel.cuda;

/** Puts calls in place of others, so that fewer images cross memory or fewer kernels run; what is kept stays the same. */
interface Rule {
    /** Changes the calls wherever the rule fits. */
    void apply(Calls calls);
}
