package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesktopAppearanceTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, color-scheme, 'prefer-dark', true",
        "Linux, color-scheme, 'prefer-light', false",
        "Linux, color-scheme, 'default', false",
        "Linux, gtk-theme, 'Adwaita-dark', true",
        "Linux, gtk-theme, 'Yaru', false",
        "Mac OS X, AppleInterfaceStyle, Dark, true",
        "Windows 11, AppsUseLightTheme, 'AppsUseLightTheme    REG_DWORD    0x0', true",
        "Windows 11, AppsUseLightTheme, 'AppsUseLightTheme    REG_DWORD    0x1', false",
        "Haiku, anything, '', false"
    })
    void darkIsWhatTheDesktopSaysIsDark(String system, String key, String answer, boolean dark) {
        assertThat(look(system, key, answer)).isEqualTo(new DesktopAppearance(dark, false));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, enable-animations, false, true",
        "Linux, enable-animations, true, false",
        "Mac OS X, reduceMotion, 1, true",
        "Windows 10, MinAnimate, '    MinAnimate    REG_SZ    0\r\n', true",
        "Windows 10, MinAnimate, '    MinAnimate    REG_SZ    1\r\n', false"
    })
    void motionIsReducedWhereTheDesktopReducesIt(String system, String key, String answer, boolean reduced) {
        assertThat(look(system, key, answer)).isEqualTo(new DesktopAppearance(false, reduced));
    }

    private static DesktopAppearance look(String system, String key, String answer) {
        return DesktopAppearance.of(
                system, command -> command.get(command.size() - 1).equals(key) ? answer : "");
    }
}
