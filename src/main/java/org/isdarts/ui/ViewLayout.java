package org.isdarts.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.isdarts.event.History;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunKinds;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.cell.CellView;
import org.isdarts.ui.compare.ComparePane;
import org.isdarts.ui.curves.CurvesView;
import org.isdarts.ui.importance.ImportanceView;
import org.isdarts.ui.inspector.Inspector;
import org.isdarts.ui.inspector.RunLinks;
import org.isdarts.ui.mask.MaskView;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.training.TestImagesView;
import org.kordamp.ikonli.feather.Feather;

/**
 * Between toolbar and timeline: the library and the views. Every view can fill the room of all, and a comparison of runs
 * takes their place beside the library.
 */
final class ViewLayout extends StackPane {
    private final SplitPane all = new SplitPane();
    private final SplitPane views = new SplitPane();
    private final List<Panel> panels = new ArrayList<>();
    private final SplitPane left;
    private final SplitPane right;
    private final ComparePane comparison;
    private final StackPane center;
    private final BooleanBinding welcoming;
    private final BooleanProperty comparing = new SimpleBooleanProperty();
    /** The views are then shown even without a run. */
    private final BooleanProperty touring = new SimpleBooleanProperty();

    private Panel library;
    private Panel filling;
    private SplitPane home;
    private int place;
    private double[] dividers;

    /**
     * The views.
     *
     * @param links where the inspector leads from a run
     * @param showFolder shows a folder in the desktop's file manager
     */
    ViewLayout(WorkbenchModel model, RunLinks links, Consumer<Path> showFolder) {
        Panel cell = new CellView(model);
        Panel curves = new CurvesView(model);
        Panel importance = new ImportanceView(model);
        Panel mask = new MaskView(model);
        Panel testImages = new TestImagesView(model);
        Panel inspector = new Inspector(model, links);
        left = column(0.52, cell, curves);
        right = column(0.55, importance, mask);
        views.getItems().addAll(left, dependingOnKind(model, right, new SplitPane(testImages)), inspector);
        views.setDividerPositions(0.37, 0.8);
        SplitPane.setResizableWithParent(inspector, false);
        inspector.setMinWidth(230);
        comparison = new ComparePane(model, showFolder);
        List.of(cell, curves, importance, mask, testImages, inspector, comparison.curves())
                .forEach(this::add);
        comparison.onFill(this::showOrHideLibrary);
        comparison.setOnBack(this::leaveComparison);
        model.run().addListener(observable -> leaveComparison());
        comparison.visibleProperty().bind(comparing);
        views.visibleProperty().bind(model.run().isNotNull().or(touring).and(comparing.not()));
        welcoming = model.run().isNull().and(touring.not()).and(comparing.not());
        center = new StackPane(views, comparison);
        all.getItems().add(center);
        getChildren().add(all);
    }

    /** Sets what is shown in place of the views until a run is open. */
    void setWelcome(Node welcome) {
        welcome.visibleProperty().bind(welcoming);
        center.getChildren().add(welcome);
    }

    /** Either what a search narrows down, or what a training is judged by. */
    private static StackPane dependingOnKind(WorkbenchModel model, Node ofSearch, Node ofTraining) {
        ofTraining
                .visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> isTraining(model.history().get()), model.history()));
        ofSearch.visibleProperty().bind(ofTraining.visibleProperty().not());
        return new StackPane(ofSearch, ofTraining);
    }

    private static boolean isTraining(History history) {
        return history.start() != null
                && !RunKinds.of(history.start().settings()).narrows();
    }

    private static SplitPane column(double divider, Panel above, Panel below) {
        SplitPane column = new SplitPane(above, below);
        column.setOrientation(Orientation.VERTICAL);
        column.setDividerPositions(divider);
        return column;
    }

    private void add(Panel panel) {
        panels.add(panel);
        panel.onFill(() -> fillOrRestore(panel));
    }

    /** A comparison fills the window where the library is not beside it. */
    private void showOrHideLibrary() {
        if (library != null && !all.getItems().remove(library)) {
            setLibrary(library);
        }
    }

    /** Every view, to fill the window with. */
    List<Action> actions() {
        return panels.stream().map(this::filling).toList();
    }

    private Action filling(Panel panel) {
        return Action.named(panel.name())
                .meaning("Maximize this view (Esc restores it)")
                .icon(Feather.MAXIMIZE)
                .onlyIf(() -> isThere(panel), "it is not shown now")
                .does(() -> {
                    restoreView();
                    fill(panel);
                });
    }

    private static boolean isThere(Node node) {
        return node.getScene() != null
                && Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    void setLibrary(Panel panel) {
        if (library == null) {
            add(panel);
        }
        library = panel;
        all.getItems().add(0, library);
        SplitPane.setResizableWithParent(library, false);
        all.setDividerPositions(0.19);
    }

    /** Whether runs are set side by side in place of the one that is open. */
    ReadOnlyBooleanProperty comparing() {
        return comparing;
    }

    /** What is compared, in words; empty if nothing is. */
    ReadOnlyStringProperty compared() {
        return comparison.subject();
    }

    /** Whether a tour leads through the views. */
    BooleanProperty touring() {
        return touring;
    }

    /** What a tour leads through. */
    List<Tour.Stop> stops() {
        restore();
        List<Tour.Stop> stops = new ArrayList<>();
        if (library != null) {
            stops.add(new Tour.Stop(
                    library.name(),
                    "Every search is listed here with its state and accuracy. Double-click a run to open it; select"
                            + " several to compare them.",
                    List.of(library)));
        }
        stops.add(new Tour.Stop(
                "Cell and curves",
                "The cell is the small graph that the search narrows down; each strand is an operation still in play."
                        + " The curves below show whether the network is learning.",
                List.copyOf(left.getItems())));
        stops.add(new Tour.Stop(
                "Importance and mask evolution",
                "The colors show the importance of each operation, which decides what is discarded next. Each strip"
                        + " below lasts as long as its operation is kept.",
                List.copyOf(right.getItems())));
        stops.add(new Tour.Stop(
                "Inspector",
                "Click an operation or an edge in any view to read its measurements here, and why it was kept or"
                        + " discarded. With nothing selected, the inspector describes the run.",
                List.of(views.getItems().get(2))));
        return stops;
    }

    /** What the user can divide otherwise, by name. */
    Map<String, SplitPane> splits() {
        return Map.of("library", all, "views", views, "left", left, "right", right);
    }

    /** Moves the keyboard's focus to the library. */
    void goToLibrary() {
        restore();
        Optional.ofNullable(lookup("#run-filter")).ifPresent(Node::requestFocus);
    }

    /** Whether a view fills the window or has the keyboard's focus, so that it could. */
    boolean canFill() {
        return filling != null || focused().isPresent();
    }

    /** Has the view with the keyboard's focus fill the window, or puts back the one that does. */
    void fillOrRestore() {
        Optional<Node> focus = Optional.ofNullable(getScene().getFocusOwner());
        if (!restoreView()) {
            focused().ifPresent(this::fill);
        }
        focus.ifPresent(Node::requestFocus);
    }

    private Optional<Panel> focused() {
        Node node = getScene() == null ? null : getScene().getFocusOwner();
        while (node != null && !panels.contains(node)) {
            node = node.getParent();
        }
        return Optional.ofNullable((Panel) node);
    }

    private void fillOrRestore(Panel panel) {
        if (!restoreView()) {
            fill(panel);
        }
    }

    private void fill(Panel panel) {
        home = (SplitPane) panel.getParent().getParent();
        place = home.getItems().indexOf(panel);
        dividers = home.getDividerPositions();
        home.getItems().remove(panel);
        all.setVisible(false);
        getChildren().add(panel);
        filling = panel;
    }

    /** Sets runs side by side. */
    void compare(List<RunFolder> runs) {
        restore();
        comparing.set(true);
        comparison.compare(runs);
    }

    private boolean leaveComparison() {
        boolean wasComparing = comparing.get();
        if (library != null && !all.getItems().contains(library)) {
            setLibrary(library);
        }
        comparing.set(false);
        return wasComparing;
    }

    /** Puts all views back where one fills the window or a comparison is shown; false if all are there. */
    boolean restore() {
        return restoreView() || leaveComparison();
    }

    private boolean restoreView() {
        if (filling == null) {
            return false;
        }
        getChildren().remove(filling);
        home.getItems().add(place, filling);
        home.setDividerPositions(dividers);
        all.setVisible(true);
        filling = null;
        return true;
    }
}
