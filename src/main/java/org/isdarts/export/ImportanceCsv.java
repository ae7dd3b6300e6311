package org.isdarts.export;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isdarts.event.SearchEvent;
import org.isdarts.score.Importance;
import org.isdarts.space.CellType;
import org.isdarts.space.SearchSpace;

/**
 * Measurements of a run as a table: one line for each epoch, cell type, edge, operation, measurement and number of
 * images, with the mean over that many images. Discarded operations have no lines.
 */
public final class ImportanceCsv {
    /** The first line. */
    public static final String HEADER = "epoch,cell_type,edge,operation,importance,images,value";

    private ImportanceCsv() {}

    /**
     * The lines of the table, the header first.
     *
     * @param running whether to give the mean at every number of images, else only over all of them
     */
    public static Stream<String> lines(
            SearchSpace space, List<SearchEvent.ImportanceMeasured> measurements, boolean running) {
        return Stream.concat(
                Stream.of(HEADER), measurements.stream().flatMap(measured -> lines(space, measured, running)));
    }

    private static Stream<String> lines(SearchSpace space, SearchEvent.ImportanceMeasured measured, boolean running) {
        Stream.Builder<String> lines = Stream.builder();
        for (CellType type : space.cellTypes()) {
            Map<Importance, SearchEvent.Measurement> both =
                    measured.measurements().get(type);
            for (Importance importance : Importance.values()) {
                SearchEvent.Measurement measurement = both.get(importance);
                for (int edge = 0; edge < space.edges().size(); edge++) {
                    for (int operation = 0; operation < space.operations().size(); operation++) {
                        float[] means = measurement.running()[edge][operation];
                        String start = measured.epoch() + "," + type + ","
                                + space.edges().get(edge) + ","
                                + space.operations().get(operation) + "," + importance + ",";
                        for (int i = 0; running && i < means.length - 1; i++) {
                            lines.add(start + measured.counts()[i] + "," + means[i]);
                        }
                        if (means.length > 0) {
                            lines.add(start + measured.counts()[means.length - 1] + ","
                                    + measurement.values()[edge][operation]);
                        }
                    }
                }
            }
        }
        return lines.build();
    }
}
