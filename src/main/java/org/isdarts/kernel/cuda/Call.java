package org.isdarts.kernel.cuda;

/** Something to be asked of the GPU, which can be looked at, moved, and merged with others before. */
interface Call extends Access {
    /** Asks for it, after all that was asked for before. */
    void launch();

    /** The same elsewhere. */
    Call at(Placement places);
}
