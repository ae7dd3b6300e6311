package org.isdarts.strategy.snas;

/**
 * The temperature of an epoch, falling linearly: {@code (1 - e / epochs) (first - last) + last}, e from 1 as the authors'
 * scheduler moves before the first epoch.
 *
 * @param first what it falls from; no epoch has it
 * @param last the temperature of the last epoch
 * @param epochs epochs of the search
 */
public record Temperature(double first, double last, int epochs) {
    /** The temperature of an epoch, from 1. */
    public double at(int epoch) {
        return (1 - (double) epoch / epochs) * (first - last) + last;
    }
}
