package org.isdarts.selftest;

import java.util.ArrayList;
import java.util.List;
import org.isdarts.npy.NpyArray;
import org.isdarts.space.CellType;
import org.isdarts.strategy.isdarts.ImportanceMeter;
import org.isdarts.strategy.isdarts.IsDartsScores;

/** Compares both measurements of every operation of the whole supernet. */
final class ImportanceCheck {
    /** Relative error allowed, unless rounding alone moves the reference by a third of more. */
    static final double TOLERANCE = 1e-3;

    private static final double ROUNDINGS_ALLOWED = 3;

    private final Reference reference;
    private final TestedNet tested;

    ImportanceCheck(Reference reference, TestedNet tested) {
        this.reference = reference;
        this.tested = tested;
    }

    /** Measures a net on the reference's images. */
    static ImportanceMeter measure(Reference reference, TestedNet tested) {
        NpyArray images = reference.images("importance_input");
        ImportanceMeter meter = new ImportanceMeter(tested.net(), images.shape()[0]);
        meter.add(images.floats(), images.shape()[0]);
        return meter;
    }

    List<Check> run() {
        tested.start("weight/", "buffer_at_importance/");
        ImportanceMeter meter = measure(reference, tested);
        List<Check> checks = new ArrayList<>();
        for (CellType type : reference.space().cellTypes()) {
            checks.add(check("Fisher, " + type + " cells", meter.values(type, IsDartsScores.FISHER), "fisher", type));
            checks.add(
                    check("IIM (Eq. 11), " + type + " cells", meter.values(type, IsDartsScores.IIM), "iim_eq11", type));
        }
        return checks;
    }

    private Check check(String subject, double[][] values, String entry, CellType type) {
        double[][] expected = reference.matrix(entry + "/" + Reference.typeName(type));
        double[][] precise = reference.matrix(entry + "_float64/" + Reference.typeName(type));
        Errors errors = new Errors();
        Errors plain = new Errors();
        for (int edge = 0; edge < values.length; edge++) {
            for (int operation = 0; operation < values[edge].length; operation++) {
                String what = reference.space().edges().get(edge) + " "
                        + reference.space().operations().get(operation);
                double error = Errors.relative(values[edge][operation], expected[edge][operation]);
                double rounding = Errors.relative(expected[edge][operation], precise[edge][operation]);
                errors.add(what, error, Math.max(TOLERANCE, ROUNDINGS_ALLOWED * rounding));
                plain.add(what, error, TOLERANCE);
            }
        }
        String note = plain.allWithin() ? "" : "rounding moves the reference";
        return errors.check(subject, plain, note);
    }
}
