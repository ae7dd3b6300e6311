package org.isdarts.app;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.isdarts.device.NativeFolder;

/** Whether a window can open on this machine. */
final class Display {
    /** Debian's packages by the libraries that JavaFX loads on Linux. */
    private static final List<Library> LIBRARIES = List.of(
            new Library("libgtk-3.so.0", "libgtk-3-0"),
            new Library("libGL.so.1", "libgl1"),
            new Library("libXxf86vm.so.1", "libxxf86vm1"),
            new Library("libXtst.so.6", "libxtst6"));

    private Display() {}

    private record Library(String file, String debianPackage) {}

    /** What is missing and how to get it, on one line; empty if a window can open. */
    static Optional<String> missing() {
        if (!canUnpack()) {
            return NativeFolder.ofThisUser()
                    .obstacle()
                    .or(() -> Optional.of("a library of the window is missing or damaged; reinstall the program"));
        }
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return Optional.empty();
        }
        return missing(System.getenv("DISPLAY"), System.getenv("WAYLAND_DISPLAY"), Display::loads, Display::answers);
    }

    static Optional<String> missing(
            String display, String waylandDisplay, Predicate<String> loads, Predicate<String> answers) {
        List<String> packages = LIBRARIES.stream()
                .filter(library -> !loads.test(library.file()))
                .map(Library::debianPackage)
                .toList();
        if (isEmpty(display)) {
            return Optional.of(
                    isEmpty(waylandDisplay)
                            ? "no display to open a window on (DISPLAY is not set); log in at a desktop or with ssh -X"
                            : "the window needs X11 beside Wayland (DISPLAY is not set); install xwayland");
        }
        if (!packages.isEmpty()) {
            return Optional.of("the window needs libraries that are missing; on Debian and Ubuntu: apt-get install "
                    + String.join(" ", packages));
        }
        return answers.test(display)
                ? Optional.empty()
                : Optional.of("no display answers at DISPLAY=" + display
                        + "; log in at a desktop or with ssh -X, or set DISPLAY to one that is there");
    }

    /** Whether an X server takes connections there. Where X11's own library is missing, JavaFX will have to find out. */
    private static boolean answers(String display) {
        try {
            NativeLibrary x11 = NativeLibrary.getInstance("libX11.so.6");
            Pointer connection = x11.getFunction("XOpenDisplay").invokePointer(new Object[] {display});
            if (connection != null) {
                x11.getFunction("XCloseDisplay").invokeInt(new Object[] {connection});
            }
            return connection != null;
        } catch (UnsatisfiedLinkError missing) {
            return true;
        }
    }

    /** Whether JNA's native part could be unpacked, and so JavaFX's can, which goes into the same folder. */
    private static boolean canUnpack() {
        try {
            return Native.POINTER_SIZE > 0;
        } catch (LinkageError notLoaded) {
            return false;
        }
    }

    private static boolean isEmpty(String variable) {
        return variable == null || variable.isEmpty();
    }

    private static boolean loads(String file) {
        try {
            NativeLibrary.getInstance(file);
            return true;
        } catch (UnsatisfiedLinkError missing) {
            return false;
        }
    }
}
