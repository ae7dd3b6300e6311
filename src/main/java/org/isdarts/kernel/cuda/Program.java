package org.isdarts.kernel.cuda;

import com.sun.jna.Pointer;
import java.util.HashMap;
import java.util.Map;
import org.isdarts.kernel.Precision;

/** All kernels for images of one precision, loaded on a GPU. */
final class Program {
    private final Device device;
    private final Pointer module;
    private final Arguments arguments = new Arguments();
    private final Map<String, Pointer> functions = new HashMap<>();

    Program(Device device, Compiler compiler, Precision precision) {
        this.device = device;
        this.module = device.load(
                compiler.compile(KernelSource.text(), KernelSource.definitions(precision), device.capability()));
    }

    /** Asks for a kernel to be run after all that was asked for before. */
    void launch(String kernel, Grid grid, Object... values) {
        Pointer function = functions.computeIfAbsent(kernel, name -> device.function(module, name));
        device.launch(function, grid, arguments.of(values));
    }
}
