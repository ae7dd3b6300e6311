package org.isdarts.ui.wizard;

import atlantafx.base.theme.Styles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import org.isdarts.settings.Setting;
import org.isdarts.strategy.choice.Strategies;
import org.isdarts.text.Words;

/** A page of the wizard: its content, and what keeps the search from being started. */
abstract class PlanPage extends BorderPane {
    static final String STYLE =
            PlanPage.class.getResource("/org/isdarts/ui/wizard.css").toExternalForm();

    private static final List<String> TITLES =
            List.of("Data", "Search space", "Settings", "Device and kernels", "Preflight");

    private final SearchPlan plan;
    private final String title;
    private final Map<Setting<?>, Node> places = new HashMap<>();
    private final Set<Setting<?>> told = new HashSet<>();
    private Consumer<Problem> leading = problem -> {};

    /** @param number of the page, from 0 */
    PlanPage(int number, SearchPlan plan) {
        this.plan = plan;
        this.title = TITLES.get(number);
        plan.problems().addListener(changed -> places.keySet().forEach(this::mark));
    }

    /** What the page is about. */
    final String title() {
        return title;
    }

    /** Done whenever the page comes. */
    void entered() {}

    /** Done whenever another page takes its place. */
    void left() {}

    final SearchPlan plan() {
        return plan;
    }

    /** Says where on this page a setting is changed; what is typed wrong there is marked. */
    final void place(Setting<?> setting, Node field) {
        Optional.ofNullable(places.put(setting, field))
                .ifPresent(other -> other.pseudoClassStateChanged(Styles.STATE_DANGER, false));
        mark(setting);
    }

    private void mark(Setting<?> setting) {
        Problem problem = plan.problems().get().get(setting);
        places.get(setting).pseudoClassStateChanged(Styles.STATE_DANGER, problem != null && !problem.passing());
    }

    /** Says that this page tells what is wrong with a setting. */
    final void tells(Setting<?> setting) {
        told.add(setting);
    }

    /** Where on this page a problem is solved; empty if it is on another. */
    final Optional<Node> placeOf(Problem problem) {
        return Optional.ofNullable(places.get(problem.setting()));
    }

    /** Sets what leads the user to the place where a problem is solved. */
    final void onLeadTo(Consumer<Problem> lead) {
        leading = lead;
    }

    /** Words beside a setting's field, in whose place the problem is told while there is one. */
    final Label explanation(Setting<?> setting, Supplier<String> usual) {
        tells(setting);
        Label label = words("");
        Runnable telling = () -> {
            Problem problem = plan.problems().get().get(setting);
            label.setText(problem == null ? usual.get() : Words.capitalized(problem.message()));
            label.getStyleClass().setAll("label", problem == null ? "plan-words" : "plan-problem");
        };
        plan.problems().addListener(changed -> telling.run());
        plan.space().addListener(changed -> telling.run());
        plan.text(Strategies.STRATEGY).addListener(changed -> telling.run());
        telling.run();
        return label;
    }

    /** Puts a page's content above the line that says what is missing and leads there. */
    final void show(Node content) {
        Hyperlink status = new Hyperlink();
        status.setId("plan-status");
        status.setWrapText(true);
        status.setMinHeight(USE_PREF_SIZE);
        status.setOnAction(event -> {
            status.setVisited(false);
            Optional.ofNullable(plan.problem().get()).ifPresent(leading);
        });
        // It leads somewhere only while something is missing.
        status.disableProperty().bind(plan.problem().isNull());
        Runnable telling = () -> {
            Problem problem = plan.problem().get();
            status.setText(problem == null ? ready() : text(problem));
            status.getStyleClass().setAll("hyperlink", style(problem));
        };
        plan.problem().addListener(changed -> telling.run());
        plan.runName().addListener(changed -> telling.run());
        plan.searching().addListener(changed -> telling.run());
        telling.run();
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        setCenter(scroll);
        setBottom(status);
    }

    private String ready() {
        return plan.searching().get()
                ? "A search of this window has not ended; this one can start after it, from the queue: see the page "
                        + TITLES.get(TITLES.size() - 1) + "."
                : "Ready to start: " + plan.runFolder();
    }

    private static String style(Problem problem) {
        if (problem == null) {
            return "plan-ready";
        }
        return problem.passing() ? "plan-words" : "plan-problem";
    }

    /** What is wrong is said once: at its place, if that is told on this page. */
    private String text(Problem problem) {
        if (problem.passing()) {
            return problem.message();
        }
        return "Not yet: "
                + (told.contains(problem.setting())
                        ? "see " + problem.place()
                        : problem.place() + ": " + problem.message());
    }

    static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("plan-heading");
        return heading;
    }

    static Label words(String text) {
        Label words = new Label(text);
        words.setWrapText(true);
        words.getStyleClass().add("plan-words");
        return words;
    }
}
