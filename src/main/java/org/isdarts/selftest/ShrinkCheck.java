package org.isdarts.selftest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.isdarts.ImportanceMeter;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.isdarts.strategy.isdarts.Shrinking;

/**
 * Compares the mask after every shrink step, each from the reference's trained state and its mask before the step, and
 * the genotype. A mask may differ only in candidates whose importances the reference itself holds equal within the
 * tolerance of an importance.
 */
final class ShrinkCheck {
    private final Reference reference;
    private final DecidingKernels kernels;

    ShrinkCheck(Reference reference, DecidingKernels kernels) {
        this.reference = reference;
        this.kernels = kernels;
    }

    List<Check> run() {
        SearchSpace space = reference.space();
        Errors plain = new Errors();
        Errors masks = new Errors();
        Map<CellType, Mask> before = Mask.everything(space);
        Map<CellType, Mask> last = new EnumMap<>(CellType.class);
        for (int step = 0; step < reference.shrinkSteps(); step++) {
            TestedNet tested = new TestedNet(reference, kernels, before);
            tested.start("weight_after_trajectory/", "buffer_after_trajectory/");
            ImportanceMeter meter = ImportanceCheck.measure(reference, tested);
            for (CellType type : space.cellTypes()) {
                double[][] values = meter.values(type, IsDartsScores.FISHER);
                int stepsLeft = reference.shrinkSteps() - step;
                Mask mask = Shrinking.shrink(space, before.get(type), values, IsDartsScores.FISHER, stepsLeft)
                        .mask();
                String place = "shrink/" + step;
                Mask expected = reference.mask(place + "/mask_after/" + Reference.typeName(type));
                double[][] measured = reference.matrix(place + "/fisher/" + Reference.typeName(type));
                String what = "step " + step + ", " + type + " cells";
                plain.add(what, mask.equals(expected) ? 0 : 1, 0);
                masks.add(what, differ(mask, expected, measured) ? 1 : 0, 0);
                before.put(type, expected);
                last.put(type, differ(mask, expected, measured) ? mask : expected);
            }
        }
        String note = plain.allWithin() ? "" : "equal importances within 1e-3";
        return List.of(masks.check("masks after every shrink step", plain, note), genotype(last));
    }

    /** Whether the masks differ in candidates that the reference can tell apart. */
    private boolean differ(Mask mask, Mask expected, double[][] measured) {
        for (List<Candidate> subset : reference.space().subsets()) {
            List<Double> onlyOurs = values(subset, mask, expected, measured);
            List<Double> onlyTheirs = values(subset, expected, mask, measured);
            for (double ours : onlyOurs) {
                for (double theirs : onlyTheirs) {
                    if (!(Errors.relative(ours, theirs) <= ImportanceCheck.TOLERANCE)) {
                        return true;
                    }
                }
            }
            if (onlyOurs.size() != onlyTheirs.size()) {
                return true;
            }
        }
        return false;
    }

    private static List<Double> values(List<Candidate> subset, Mask with, Mask without, double[][] measured) {
        List<Double> values = new ArrayList<>();
        for (Candidate candidate : subset) {
            if (with.keeps(candidate) && !without.keeps(candidate)) {
                values.add(measured[candidate.edge()][candidate.operation()]);
            }
        }
        return values;
    }

    private Check genotype(Map<CellType, Mask> masks) {
        Errors genotype = new Errors();
        masks.forEach((type, mask) ->
                genotype.add(type + " cell", mask.keptCandidates().equals(expectedGenotype(type)) ? 0 : 1, 0));
        return genotype.check("genotype");
    }

    private List<Candidate> expectedGenotype(CellType type) {
        JsonNode genotype = reference.structure().path("genotype");
        try {
            return genotype.isTextual()
                    ? ReferenceGenotype.ofText(reference.space(), genotype.asText())
                    : ReferenceGenotype.ofNodes(reference.space(), genotype.path(Reference.typeName(type)));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
            throw new SelftestException(
                    reference.name() + ".json holds no genotype of its space: " + wrong.getMessage());
        }
    }
}
