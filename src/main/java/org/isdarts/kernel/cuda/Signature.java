package org.isdarts.kernel.cuda;

import java.util.List;

/**
 * The parameters of a kernel, as its source declares them. A pointer to what is not const is overwritten, as a whole unless
 * CHANGED says that it is read too or stays in part; whatever else holds pointers is read.
 *
 * @param parameters declarations in their order
 */
record Signature(List<String> parameters) {
    boolean isWritten(int parameter) {
        String declared = parameters.get(parameter);
        return declared.contains("*") && !declared.contains("const ");
    }

    boolean isRead(int parameter) {
        return !isWritten(parameter) || parameters.get(parameter).contains("CHANGED ");
    }
}
