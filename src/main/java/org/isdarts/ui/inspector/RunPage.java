package org.isdarts.ui.inspector;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Datasets;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.event.RunEvent.Started;
import org.isdarts.event.SearchEvent.OperationsDiscarded;
import org.isdarts.report.CostedNetwork;
import org.isdarts.report.TestedEpoch;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunKinds;
import org.isdarts.search.RunKind;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Operation;
import org.isdarts.space.notation.GenotypeReader;
import org.isdarts.text.Words;
import org.isdarts.ui.model.NextDiscards;
import org.isdarts.ui.model.RunSource;
import org.isdarts.ui.model.Selection;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.CopiedText;
import org.isdarts.ui.panel.Labels;
import org.isdarts.ui.panel.Lines;
import org.isdarts.ui.panel.TableEntry;
import org.isdarts.ui.panel.Term;
import org.isdarts.ui.panel.TermMark;
import org.isdarts.ui.training.RelatedRuns;

/** A run: what it is, what went last and what goes next, what to look at, and the genotype it found. */
final class RunPage {
    private static final int SHOWN = 6;
    private final WorkbenchModel model;
    private final RunLinks links;
    private final RelatedRuns related;
    private final TableEntry tableEntry = new TableEntry();

    RunPage(WorkbenchModel model, RunLinks links) {
        this.model = model;
        this.links = links;
        related = new RelatedRuns(links.open());
        model.run().addListener(changed -> lookForRelated());
        model.live().addListener(changed -> lookForRelated());
        model.atRest().addListener(changed -> lookForRelated());
    }

    private void lookForRelated() {
        Optional.ofNullable(model.run().get())
                .flatMap(RunSource::folder)
                .ifPresentOrElse(related::show, related::clear);
    }

    List<Node> of(History history) {
        List<Node> page = new ArrayList<>();
        page.add(Lines.name(model.name().get()));
        addTested(page, history);
        addEnd(page, history);
        page.add(related);
        history.aboutUnrecognized().ifPresent(words -> page.add(warning(words)));
        history.warnings().forEach(warning -> page.add(warning("Epoch " + warning.epoch() + ": " + warning.message())));
        addGenotypeNow(page, history);
        addNext(page, history);
        addLast(page, history);
        addSettings(page, history);
        page.add(allSettings());
        return page;
    }

    private static Label warning(String words) {
        Label line = Lines.text(words);
        line.getStyleClass().add("warning");
        return line;
    }

    /** Of an evaluation, which is what its test images are for. */
    private static void addTested(List<Node> page, History history) {
        List<TestedEpoch> tested =
                RunKinds.of(history.start().settings()).narrows() ? List.of() : TestedEpoch.of(history);
        if (!tested.isEmpty()) {
            page.add(Lines.section("Test images"));
            tested.forEach(epoch -> page.add(Lines.text(Words.capitalized(epoch.name()) + " " + epoch.words() + ".")));
        }
    }

    private void addEnd(List<Node> page, History history) {
        RunEvent end = history.end();
        if (end instanceof RunEvent.Finished finished) {
            HBox title = new HBox(Lines.section("Genotype"), new TermMark(Term.GENOTYPE));
            Button copy = new Button("Copy");
            copy.getStyleClass().add("small");
            copy.setId("copy-genotype");
            copy.setOnAction(click -> CopiedText.put(finished.genotype()));
            title.getChildren().add(copy);
            title.getStyleClass().add("section-row");
            page.add(title);
            page.add(Lines.notation(finished.genotype()));
            page.add(train());
            addFound(page, history, finished);
        } else if (end instanceof RunEvent.Failed failed) {
            var line = Lines.text("Failed: " + failed.message());
            line.getStyleClass().add("failure");
            page.add(line);
            Button details = new Button("Copy details");
            details.getStyleClass().add("small");
            details.setOnAction(click -> CopiedText.put(failed.detail()));
            page.add(details);
        }
    }

    private void addFound(List<Node> page, History history, RunEvent.Finished finished) {
        Genotype genotype = GenotypeReader.read(history.space(), finished.genotype());
        CostedNetwork network = network(genotype);
        page.add(explained("Cost", Term.COST));
        Label cost = Lines.text(Labels.cost(network.cost()));
        cost.setId("cost");
        page.add(cost);
        page.add(Lines.muted(network.words()));
        String table = history.get(SearchSettings.BENCHMARK_TABLE);
        if (!table.isEmpty()) {
            page.add(Lines.section("In the benchmark table"));
            page.add(tableEntry.of(Path.of(table), genotype));
        }
    }

    /** That of the run; a run that cannot be opened here does not tell its images. */
    private CostedNetwork network(Genotype genotype) {
        try {
            return model.run()
                    .get()
                    .folder()
                    .map(folder -> CostedNetwork.of(RunFolder.open(folder), genotype))
                    .orElseGet(() -> CostedNetwork.forCifar10(genotype));
        } catch (RunException damaged) {
            return CostedNetwork.forCifar10(genotype);
        }
    }

    private static HBox explained(String title, Term term) {
        HBox row = new HBox(Lines.section(title), new TermMark(term));
        row.getStyleClass().add("section-row");
        return row;
    }

    private static void addGenotypeNow(List<Node> page, History history) {
        if (history.end() instanceof RunEvent.Finished) {
            return;
        }
        history.genotypeNow().ifPresent(now -> history.space()
                .cellTypes()
                .forEach(cellType -> page.add(Lines.muted(words(now.operations(cellType), cellType)))));
    }

    private static String words(List<Operation> operations, CellType cellType) {
        int skips = Collections.frequency(operations, Operation.SKIP_CONNECT);
        long free = operations.stream().filter(Operation::isParameterFree).count();
        return "Of the " + operations.size() + " operations of the " + cellType + " cell in a genotype read now, "
                + skips + " would be skip connections and " + free + " would have no parameters.";
    }

    private void addNext(List<Node> page, History history) {
        CellType cellType = model.cellType().get();
        // A search that was stopped may be resumed, and a strand has its ring until then.
        List<Candidate> next =
                history.end() instanceof RunEvent.Finished ? List.of() : NextDiscards.of(history, cellType);
        if (!next.isEmpty()) {
            page.add(explained("Discarded next, if nothing changes", Term.SHRINK));
            addCandidates(page, history, next);
        }
    }

    private void addLast(List<Node> page, History history) {
        history.discards().stream()
                .filter(discarded -> discarded.cellType() == model.cellType().get())
                .reduce((earlier, later) -> later)
                .ifPresent(last -> {
                    page.add(explained(
                            "Discarded last, after epoch " + last.epoch()
                                    + last.count()
                                            .map(count -> " (" + count + ")")
                                            .orElse(""),
                            Term.SHRINK));
                    addCandidates(page, history, candidates(last));
                });
    }

    private static List<Candidate> candidates(OperationsDiscarded discarded) {
        return discarded.discards().stream().map(discard -> discard.candidate()).toList();
    }

    private void addCandidates(List<Node> page, History history, List<Candidate> candidates) {
        candidates.stream().limit(SHOWN).forEach(candidate -> {
            Hyperlink link = new Hyperlink(Labels.candidate(history, candidate));
            link.setWrapText(true);
            link.setOnAction(click -> model.selection().set(Selection.of(candidate)));
            page.add(link);
        });
        if (candidates.size() > SHOWN) {
            page.add(Lines.muted("and " + (candidates.size() - SHOWN) + " more"));
        }
    }

    private static void addSettings(List<Node> page, History history) {
        Started start = history.start();
        RunKind kind = RunKinds.of(start.settings());
        page.add(Lines.section(Words.capitalized(kind.name())));
        page.add(Lines.text("Space " + history.space().name() + ", on "
                + Datasets.shortName(history.get(DataSettings.DATA)) + ", "
                + kind.origin().key() + " " + start.settings().text(kind.origin()) + ", seed "
                + history.get(RunSettings.SEED) + "."));
        page.add(Lines.text(String.format(
                Locale.ROOT,
                "%,d training and %,d test images; the %s has %,d trainable parameters.",
                start.trainImages(),
                start.testImages(),
                kind.narrows() ? "supernet" : "network trained here",
                start.parameters())));
        page.add(Lines.text(plan(history)));
        page.add(Lines.muted(start.device()));
    }

    private static String plan(History history) {
        String decides = history.decidingScore()
                .map(score -> "; " + score.title() + " decides")
                .orElse("");
        return NextDiscards.plan(history).orElse(history.method().title()) + " in " + history.plannedEpochs()
                + " epochs" + decides + ".";
    }

    private Button train() {
        Button train = new Button(links.train().name() + " …");
        train.setWrapText(true);
        train.setId("train-network");
        train.setTooltip(new Tooltip(links.train().meaning()));
        train.setOnAction(click -> links.train().run());
        return train;
    }

    private Hyperlink allSettings() {
        Hyperlink link = new Hyperlink("All settings …");
        link.setId("all-settings-of-run");
        link.setTooltip(new Tooltip(links.settings().meaning()));
        link.setOnAction(click -> links.settings().run());
        return link;
    }
}
