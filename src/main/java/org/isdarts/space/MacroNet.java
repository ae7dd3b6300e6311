package org.isdarts.space;

import java.util.ArrayList;
import java.util.List;

/**
 * How cells are stacked into a network: stem, three stages of N normal cells with a reduction between them, classifier.
 *
 * @param stemMultiplier the stem's convolution gives {@code stemMultiplier x C} channels
 * @param reduction what stands between two stages
 * @param cellOutput what a cell hands on
 * @param evaluation how large a found genotype is built to be trained from scratch
 */
public record MacroNet(int stemMultiplier, Reduction reduction, CellOutput cellOutput, Evaluation evaluation) {

    private static final int STAGES = 3;

    /** What halves width and height between two stages. */
    public enum Reduction {
        /** A fixed residual block of two 3x3 convolutions. */
        RESIDUAL_BLOCK,
        /** A searched cell of type {@link CellType#REDUCTION}. */
        CELL
    }

    /** What a cell hands to the next blocks. */
    public enum CellOutput {
        /** The last node. */
        LAST_NODE,
        /** All inner nodes, concatenated over their channels. */
        CONCATENATION
    }

    /**
     * The network that a space's genotypes are compared by, and what in it differs between the spaces.
     *
     * @param channels C, channels of the first stage's nodes
     * @param cells N, normal cells of a stage
     * @param lastNorm whether batch norm and ReLU stand before the pooling of the classifier
     * @param auxiliaryHead whether a second classifier behind the last reduction may help while it is trained
     */
    public record Evaluation(int channels, int cells, boolean lastNorm, boolean auxiliaryHead) {}

    /**
     * One block between stem and classifier.
     *
     * @param cellType the type of a searched cell, or null for a residual block
     * @param channels channels of the block's nodes
     * @param stride 2 where the block halves width and height, else 1
     */
    public record Block(CellType cellType, int channels, int stride) {
        /** Whether this block is a searched cell. */
        public boolean isCell() {
            return cellType != null;
        }
    }

    /**
     * The blocks in order.
     *
     * @param channels C, the channels of the first stage's nodes
     * @param cells N, the normal cells of a stage
     */
    public List<Block> blocks(int channels, int cells) {
        List<Block> blocks = new ArrayList<>();
        for (int stage = 0; stage < STAGES; stage++) {
            int width = channels << stage;
            if (stage > 0) {
                blocks.add(new Block(reduction == Reduction.CELL ? CellType.REDUCTION : null, width, 2));
            }
            for (int cell = 0; cell < cells; cell++) {
                blocks.add(new Block(CellType.NORMAL, width, 1));
            }
        }
        return blocks;
    }
}
