package org.isdarts.settings;

/** Carries a {@link Violation}. */
public final class ViolationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient Violation violation;

    /** The message names the setting as it is called on screen. */
    public ViolationException(Violation violation) {
        super(violation.words(Setting::label));
        this.violation = violation;
    }

    /** Which setting, what is wrong and what would be right. */
    public Violation violation() {
        return violation;
    }
}
