package org.isdarts.kernel.nd4j;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.nd4j.common.config.ND4JClassLoading;

/**
 * ND4J's backends. A process computes with one, the first that is asked for; left to itself ND4J would take CUDA
 * wherever its library lies beside the program, also on a GPU that the library has no code for.
 */
public enum Backend {
    /** Arrays in the processor's memory. */
    PROCESSOR("org.nd4j.linalg.cpu.nativecpu.CpuBackend"),
    /** Arrays on an NVIDIA GPU. */
    CUDA("org.nd4j.linalg.jcublas.JCublasBackend");

    private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    private static Backend used;

    private final String className;

    Backend(String className) {
        this.className = className;
    }

    /** Whether its library lies beside the program. */
    public boolean isPresent() {
        return Backend.class.getClassLoader().getResource(className.replace('.', '/') + ".class") != null;
    }

    /**
     * Lets ND4J compute with this backend; to be called before any other class of ND4J's is used.
     *
     * @throws IllegalStateException if this process computes with another backend already
     */
    public void use() {
        synchronized (Backend.class) {
            if (used == null) {
                used = this;
                // The versions of the native parts differ on purpose; without this a warning goes to the console.
                System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
                if (this == PROCESSOR) {
                    InstructionSet.select();
                }
                ND4JClassLoading.setNd4jClassloader(new Announcing(className));
            } else if (used != this) {
                throw new IllegalStateException("ND4J has been started on the "
                        + (used == CUDA ? "GPU" : "processor")
                        + "; restart the program to compute elsewhere");
            }
        }
    }

    /** Lets ND4J compute with the backend in use; with the processor's if there is none yet. */
    public static void useAny() {
        synchronized (Backend.class) {
            if (used == null) {
                PROCESSOR.use();
            }
        }
    }

    /** Announces only one backend to callers that ask which there are. */
    private static final class Announcing extends ClassLoader {
        private final String className;

        Announcing(String className) {
            super(Backend.class.getClassLoader());
            this.className = className;
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            List<URL> found = new ArrayList<>(Collections.list(super.getResources(name)));
            if (name.equals(SERVICE)) {
                for (URL announcement : List.copyOf(found)) {
                    if (!text(announcement).contains(className)) {
                        found.remove(announcement);
                    }
                }
            }
            return Collections.enumeration(found);
        }

        private static String text(URL announcement) throws IOException {
            try (InputStream stream = announcement.openStream()) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
