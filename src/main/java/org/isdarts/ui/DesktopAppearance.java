package org.isdarts.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * How the user set the desktop up. What it does not tell counts as light, and as moving.
 *
 * @param dark dark windows
 * @param reducedMotion no animation
 */
record DesktopAppearance(boolean dark, boolean reducedMotion) {
    private static final long PATIENCE_SECONDS = 5;

    /** Asks this desktop, which takes a moment. */
    static DesktopAppearance ask() {
        return of(System.getProperty("os.name"), DesktopAppearance::answer);
    }

    /**
     * Asks a desktop.
     *
     * @param system name of the operating system
     * @param answers what a command prints; the empty text where it cannot be run
     */
    static DesktopAppearance of(String system, Function<List<String>, String> answers) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return ofMac(answers);
        }
        return name.contains("windows") ? ofWindows(answers) : ofGnome(answers);
    }

    private static DesktopAppearance ofMac(Function<List<String>, String> answers) {
        String style = answers.apply(List.of("defaults", "read", "-g", "AppleInterfaceStyle"));
        String motion = answers.apply(List.of("defaults", "read", "com.apple.universalaccess", "reduceMotion"));
        return new DesktopAppearance(style.contains("Dark"), motion.contains("1"));
    }

    private static DesktopAppearance ofWindows(Function<List<String>, String> answers) {
        String light = answers.apply(List.of(
                "reg",
                "query",
                "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                "/v",
                "AppsUseLightTheme"));
        String animate = answers.apply(
                List.of("reg", "query", "HKCU\\Control Panel\\Desktop\\WindowMetrics", "/v", "MinAnimate"));
        return new DesktopAppearance(light.contains("0x0"), animate.strip().endsWith(" 0"));
    }

    /** Other desktops of Linux mostly keep GNOME's settings in step with their own. */
    private static DesktopAppearance ofGnome(Function<List<String>, String> answers) {
        String scheme = gnome("color-scheme", answers);
        String dark = scheme.contains("prefer") ? scheme : gnome("gtk-theme", answers);
        String animations = gnome("enable-animations", answers);
        return new DesktopAppearance(dark.toLowerCase(Locale.ROOT).contains("dark"), animations.contains("false"));
    }

    private static String gnome(String key, Function<List<String>, String> answers) {
        return answers.apply(List.of("gsettings", "get", "org.gnome.desktop.interface", key));
    }

    private static String answer(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException noSuchCommand) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
