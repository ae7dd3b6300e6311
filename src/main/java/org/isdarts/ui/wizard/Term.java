package org.isdarts.ui.wizard;

/** A word that is not everyday English, explained in two sentences and, where there is one, the paper's equation. */
enum Term {
    SEARCH_SPACE(
            "Search space",
            "All architectures the search chooses from: cells whose nodes are joined by edges, with several candidate"
                    + " operations on every edge. The supernet holds all of them at once and is trained as one net.",
            ""),
    IMPORTANCE(
            "Importance",
            "How much an operation's output tells, measured from the variance across its channels at every pixel and"
                    + " averaged over images and cells. In every comparison subset the least important are discarded.",
            ""),
    FISHER(
            "Fisher",
            "Per image the mean over channels and pixels of the expression below, sigma² being the variance across"
                    + " channels; this is what the authors' implementation measures. The largest is discarded first.",
            "3 (x − mean)² / σ⁶"),
    IIM(
            "Eq. 11",
            "The information of an operation as the paper writes it: the variance across channels, summed over pixels."
                    + " The smallest is discarded first.",
            "Σ over pixels of σ² / 3"),
    SHRINK(
            "Shrink",
            "At the end of certain epochs importance is measured and the least important operations are discarded; the"
                    + " narrower supernet trains on. After step z of Z a comparison subset of S keeps as many as below.",
            "S − (z / Z) (S − C)"),
    GENOTYPE(
            "Genotype",
            "The operations left on the edges when the search ends. It is the architecture found, written in one line"
                    + " of text that other tools read.",
            "");

    private final String title;
    private final String words;
    private final String equation;

    Term(String title, String words, String equation) {
        this.title = title;
        this.words = words;
        this.equation = equation;
    }

    String title() {
        return title;
    }

    String words() {
        return words;
    }

    /** The equation, or the empty text. */
    String equation() {
        return equation;
    }
}
