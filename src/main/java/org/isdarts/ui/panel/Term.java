package org.isdarts.ui.panel;

/** A word of the field, explained in two or three sentences and, where there is one, the paper's equation. */
public enum Term implements Explained {
    RUNS(
            "Runs",
            "A run is one search, or one evaluation, which trains a network that was found. A folder of its own keeps its"
                    + " settings, everything that happened in it, and its checkpoints. Double-click opens it; select several with Ctrl to compare them."),
    RUN_FILTER(
            "Filter",
            "Words find runs by name, folder, kind, strategy, space, data, state, tags and note; all of them must be there. Terms are"
                    + " more exact: state:finished, kind:evaluation, strategy:darts-1, seed:0, space:darts, preset:quick, data:cifar, tag:paper,"
                    + " name:baseline, is:pinned. >60, <60, >=60 and <=60 ask for a test accuracy in percent. A"
                    + " minus in front means not: -state:failed.",
            "state:finished seed:0 >60"),
    CELL(
            "Cell",
            "A small graph repeated all over the network. On every edge candidate operations compete; the search"
                    + " discards one after another until an architecture is left. Thin strands are nearest to being"
                    + " discarded; a ring marks what would go next."),
    IMPORTANCE(
            "Importance",
            "How much information an operation's output carries, measured on training images after an epoch. Fisher is the authors'"
                    + " implementation, 3 (x − μ)² / σ⁶ for every pixel: the largest are discarded first. IIM is"
                    + " Eq. 11 of the paper, σ² / 3 summed over pixels: the smallest are discarded first. A setting says"
                    + " which of the two decides; the other is only measured."),
    CURVES(
            "Curves",
            "Accuracy and loss of the whole network while it is trained: solid on test images, dashed on training"
                    + " images. Vertical lines are shrink steps; a dip after one is the price of what was discarded."),
    MASK(
            "Mask evolution",
            "Which operations are still kept. A strip ends where its operation was discarded; point at it to read why. Where"
                    + " there is room, the reason stands in the strip as below: discarded as number 1 of 3 compared, with"
                    + " an importance of 52.8 and a margin of 14 to the first one kept. Double-click the title to make"
                    + " room.",
            "1/3  52.8  +14"),
    TEST_IMAGES(
            "Test images",
            "Which class the trained network takes the test images for, after its last epoch. A row is a class, a column what"
                    + " its images were taken for; behind a row stands the share that is right. Export writes it too."),
    INSPECTOR(
            "Inspector",
            "Details of the selected edge or operation. Click an edge or operation in any view; Esc clears the"
                    + " selection and shows the run itself."),
    TIMELINE(
            "Timeline",
            "All views show the run as it was after the epoch chosen here. Lines are shrink steps, after which the"
                    + " network is smaller; dashed lines are pauses."),
    COMPARISON(
            "Comparison",
            "Runs whose settings differ in nothing but the seed form a group: the spread among them tells what a"
                    + " difference between groups is worth. ± gives the sample standard deviation over the"
                    + " finished runs of a group."),
    SETTINGS(
            "Settings",
            "Everything that was chosen before the search began. Two searches with equal settings, images, compute library"
                    + " and threads give equal results; runs that differ in more than the seed are told apart here."),
    GENOTYPE(
            "Genotype",
            "The architecture the search ends with: the operations kept on every edge, in the notation that the tools"
                    + " of its search space read."),
    COST(
            "Cost",
            "What the network costs that is trained from scratch with a genotype: where a search found it, at the size used"
                    + " in the paper of its search space; in an evaluation, at the size trained; both for the classes and"
                    + " images of the run, and without a run for CIFAR-10. Parameters are all trained numbers. Multiply-adds"
                    + " are those of the convolutions and the linear layer for one image; norms, pooling and sums are"
                    + " not counted, as in the published numbers."),
    SEARCH_SPACE(
            "Search space",
            "All architectures the search chooses from: cells whose nodes are joined by edges, with several candidate"
                    + " operations on every edge. The supernet holds all of them at once and is trained as one net."),
    SHRINK(
            "Shrink",
            "At the end of certain epochs importance is measured and the least important operations are discarded; the"
                    + " narrower supernet trains on. After step z of Z a comparison subset of S operations, of which C"
                    + " stay in the end, keeps as many as below.",
            "S − (z / Z) (S − C)");

    private final String word;
    private final String explanation;
    private final String equation;

    Term(String word, String explanation) {
        this(word, explanation, "");
    }

    Term(String word, String explanation, String equation) {
        this.word = word;
        this.explanation = explanation;
        this.equation = equation;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String explanation() {
        return explanation;
    }

    @Override
    public String equation() {
        return equation;
    }
}
