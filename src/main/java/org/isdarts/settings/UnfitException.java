package org.isdarts.settings;

/** A text or value that is none of a kind's; which setting it was meant for is added by the setting. */
final class UnfitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String remedy;

    /**
     * @param reason what is wrong, beginning with the value
     * @param remedy what would be right
     */
    UnfitException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
