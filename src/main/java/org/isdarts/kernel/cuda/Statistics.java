package org.isdarts.kernel.cuda;

import java.util.List;

/**
 * Means and variances of the channels of images.
 *
 * @param sums how they are summed
 * @param images of what
 * @param mean overwritten
 * @param variance overwritten
 */
record Statistics(NormSums sums, long images, long mean, long variance) implements Call {
    @Override
    public void launch() {
        sums.launchStatistics(this);
    }

    @Override
    public Statistics at(Placement places) {
        return new Statistics(sums, places.read(images), places.written(mean), places.written(variance));
    }

    @Override
    public List<Long> read() {
        return Access.places(images);
    }

    @Override
    public List<Long> written() {
        return Access.places(mean, variance);
    }
}
