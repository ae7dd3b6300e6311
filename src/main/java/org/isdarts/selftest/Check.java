package org.isdarts.selftest;

/**
 * One line of the table.
 *
 * @param subject what was compared
 * @param compared how many numbers or things
 * @param within how many of them are within the plain tolerance, rounding not considered
 * @param open how many of them the reference leaves open: rounding alone may move them by more than a tenth, so that
 *     being within what is allowed says nothing
 * @param plain the largest error, rounding not considered
 * @param worst the error that is largest by what is allowed for it, after decisions that rounding leaves open were
 *     taken as the reference took them; where equality is demanded, how many differ
 * @param allowed the largest error allowed there
 * @param worstAt where the worst error is; empty if there is none
 * @param note why {@code worst} is not {@code plain}, or why more than the plain tolerance is allowed; else empty
 */
public record Check(
        String subject,
        int compared,
        int within,
        int open,
        double plain,
        double worst,
        double allowed,
        String worstAt,
        String note) {
    /** Whether it is within what is allowed. */
    public boolean passed() {
        return worst <= allowed;
    }
}
