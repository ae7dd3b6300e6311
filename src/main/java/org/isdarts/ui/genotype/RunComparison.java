package org.isdarts.ui.genotype;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.isdarts.report.GenotypeDifference;
import org.isdarts.report.GenotypeDifference.Named;
import org.isdarts.space.Genotype;
import org.isdarts.space.notation.GenotypeReader;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.compare.GenotypeTable;
import org.isdarts.ui.library.RunListing;
import org.isdarts.ui.library.RunRow;
import org.isdarts.ui.panel.Lines;

/** A genotype beside that of a run, edge by edge. */
final class RunComparison extends VBox {
    private final ComboBox<Named> run = new ComboBox<>();
    private List<Named> found = List.of();
    private Genotype genotype;

    /** Offers the runs in these folders that found a genotype. */
    RunComparison(List<Path> folders) {
        super(4);
        run.setId("compared-run");
        run.setPromptText("Choose a run");
        run.setMaxWidth(Double.MAX_VALUE);
        run.setConverter(new StringConverter<>() {
            @Override
            public String toString(Named named) {
                return named == null ? "" : named.name();
            }

            @Override
            public Named fromString(String text) {
                throw new UnsupportedOperationException("runs are chosen, not typed");
            }
        });
        run.valueProperty().addListener(changed -> showDifference());
        Background.start(
                "found-genotypes",
                cancelled -> RunListing.of(folders).stream()
                        .flatMap(row -> named(row).stream())
                        .toList(),
                this::offer,
                Background::unexpected);
    }

    private static Optional<Named> named(RunRow row) {
        return Optional.ofNullable(row.summary().genotype())
                .map(notation -> new Named(
                        row.name(),
                        GenotypeReader.read(row.run().manifest().configuration().searchSpace(), notation)));
    }

    private void offer(List<Named> runs) {
        found = runs;
        if (genotype != null) {
            show(genotype);
        }
    }

    /** Offers the runs of this genotype's space, and shows how it differs from the one chosen. */
    void show(Genotype shown) {
        genotype = shown;
        Named chosen = run.getValue();
        run.getItems()
                .setAll(found.stream()
                        .filter(named -> named.genotype().space().equals(shown.space()))
                        .toList());
        run.setValue(run.getItems().contains(chosen) ? chosen : null);
        showDifference();
    }

    private void showDifference() {
        getChildren().setAll(Lines.section("Beside a run's genotype"));
        if (run.getItems().isEmpty()) {
            getChildren()
                    .add(Lines.muted("No run in space " + genotype.space().name() + " has found its genotype yet."));
            return;
        }
        getChildren().add(run);
        if (run.getValue() != null) {
            List<Named> both = List.of(new Named("this", genotype), run.getValue());
            getChildren().add(new GenotypeTable(GenotypeDifference.between(genotype.space(), both)));
        }
    }
}
