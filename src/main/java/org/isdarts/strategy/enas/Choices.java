package org.isdarts.strategy.enas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.strategy.Softmax;

/** The choices of one sample as they are made. */
final class Choices {
    private final Tape tape;
    private final ToIntFunction<double[]> choice;
    private final List<Node> logits = new ArrayList<>();
    private Node logProbability;
    private Node entropy;

    Choices(Tape tape, ToIntFunction<double[]> choice) {
        this.tape = tape;
        this.choice = choice;
        this.logProbability = tape.constant(0);
        this.entropy = tape.constant(0);
    }

    /** Makes a choice by the softmax of the logits. */
    int among(Node ofChoice) {
        int chosen = choice.applyAsInt(Softmax.of(ofChoice.value()));
        logits.add(ofChoice);
        logProbability = tape.sum(logProbability, tape.logProbability(ofChoice, chosen));
        entropy = tape.sum(entropy, tape.entropy(ofChoice));
        return chosen;
    }

    Sample sample(Map<CellType, List<Candidate>> cells) {
        return new Sample(cells, logits, logProbability, entropy);
    }
}
