/** NumPy's array files: {@code .npy} arrays and {@code .npz} archives of them. */
package org.isdarts.npy;
