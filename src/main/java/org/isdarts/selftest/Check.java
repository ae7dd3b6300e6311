package org.isdarts.selftest;

/**
 * One line of the table.
 *
 * @param subject what was compared
 * @param compared how many numbers or things
 * @param worst the worst error, or how many differ where equality is demanded
 * @param allowed the largest error allowed
 * @param worstAt where the worst error is; empty if there is none
 */
public record Check(String subject, int compared, double worst, double allowed, String worstAt) {
    /** Whether it is within what is allowed. */
    public boolean passed() {
        return worst <= allowed;
    }
}
