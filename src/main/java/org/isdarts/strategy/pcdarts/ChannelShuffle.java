package org.isdarts.strategy.pcdarts;

import java.util.stream.IntStream;

/** The channel shuffle of ShuffleNet, as PC-DARTS mixes what went through the candidates with what did not. */
public final class ChannelShuffle {
    private ChannelShuffle() {}

    /**
     * For every channel of the output the channel of the input that it is: output {@code i K + g} is input
     * {@code g C/K + i}, for {@code g < K}, {@code i < C/K}.
     *
     * @param channels C
     * @param groups K, a divisor of C
     */
    public static int[] sources(int channels, int groups) {
        if (channels % groups != 0) {
            throw new IllegalArgumentException(channels + " channels do not fall into " + groups + " equal groups");
        }
        return IntStream.range(0, channels)
                .map(channel -> channel % groups * (channels / groups) + channel / groups)
                .toArray();
    }
}
