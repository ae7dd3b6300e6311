package org.isdarts.ui.wizard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.controlsfx.dialog.Wizard;
import org.controlsfx.dialog.WizardPane;
import org.isdarts.settings.Setting;

/** A page of the wizard: where one is, the content, what keeps the search from being started, and the start button. */
abstract class PlanPage extends WizardPane {
    static final ButtonType START = new ButtonType("Start search", ButtonBar.ButtonData.OTHER);

    static final String STYLE =
            PlanPage.class.getResource("/org/isdarts/ui/wizard.css").toExternalForm();

    private static final double WIDTH = 980;
    private static final double HEIGHT = 640;

    /** Room for the window's title and edges. */
    private static final double FRAME = 40;

    private static final List<String> TITLES =
            List.of("Data", "Search space", "Settings", "Device and kernels", "Preflight");

    private final SearchPlan plan;
    private final boolean last;
    private final Map<Setting<?>, Node> places = new HashMap<>();
    private Consumer<Problem> leading = problem -> {};

    /** @param number of the page, from 0 */
    PlanPage(int number, SearchPlan plan) {
        this.plan = plan;
        this.last = number == TITLES.size() - 1;
        getStyleClass().add("plan-page");
        getStylesheets().add(STYLE);
        setHeader(steps(number));
        setPrefSize(width(), height());
        setMinSize(width(), height());
        sceneProperty().flatMap(Scene::windowProperty).addListener((window, before, now) -> {
            if (now instanceof Stage stage) {
                stage.addEventHandler(WindowEvent.WINDOW_SHOWN, shown -> Platform.runLater(() -> center(stage)));
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, PlanPage::stayOnEnter);
        if (!last) {
            getButtonTypes().add(START);
            Button start = (Button) lookupButton(START);
            start.setDefaultButton(false);
            start.getStyleClass().add("success");
            start.disableProperty().bind(plan.problem().isNotNull());
        }
    }

    /** Enter in a field is the end of typing, not of the page: what was typed may be wrong. */
    private static void stayOnEnter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextInputControl) {
            event.consume();
        }
    }

    /** As wide as its contents like it, where the screen is. */
    private static double width() {
        return Math.min(WIDTH, Screen.getPrimary().getVisualBounds().getWidth() - FRAME);
    }

    private static double height() {
        return Math.min(HEIGHT, Screen.getPrimary().getVisualBounds().getHeight() - FRAME);
    }

    /** Some window managers place a dialog of this size with its title beyond the edge of the screen. Its own size is not known yet. */
    private static void center(Stage stage) {
        Window owner = stage.getOwner();
        stage.setX(owner.getX() + Math.max(0, (owner.getWidth() - width()) / 2));
        stage.setY(owner.getY() + Math.max(0, (owner.getHeight() - height()) / 2));
    }

    /** Presses the button that turns the page. */
    final void turn(ButtonBar.ButtonData direction) {
        getButtonTypes().stream()
                .filter(type -> type.getButtonData() == direction)
                .map(this::lookupButton)
                .map(Button.class::cast)
                .forEach(Button::fire);
    }

    final SearchPlan plan() {
        return plan;
    }

    /** Says where on this page a setting is changed; what is wrong with it is then told there. */
    final void place(Setting<?> setting, Node field) {
        places.put(setting, field);
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
        Label label = words("");
        Runnable telling = () -> {
            Problem problem = plan.problem().get();
            boolean wrong = problem != null && problem.setting() == setting;
            label.setText(wrong ? sentence(problem.message()) : usual.get());
            label.getStyleClass().setAll("label", wrong ? "plan-problem" : "plan-words");
        };
        plan.problem().addListener(changed -> telling.run());
        plan.space().addListener(changed -> telling.run());
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
        Runnable telling = () -> {
            Problem problem = plan.problem().get();
            status.setText(problem == null ? "Ready to start: " + plan.runFolder() : "Not yet: " + text(problem));
            status.getStyleClass().setAll("hyperlink", problem == null ? "plan-ready" : "plan-problem");
        };
        plan.problem().addListener(changed -> telling.run());
        plan.runName().addListener(changed -> telling.run());
        telling.run();
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        BorderPane frame = new BorderPane(scroll, null, null, status, null);
        frame.getStyleClass().add("plan-content");
        setContent(frame);
    }

    /** What is wrong is said once: at its place, if that is on this page. */
    private String text(Problem problem) {
        return placeOf(problem).isPresent() ? "see " + problem.place() : problem.place() + ": " + problem.message();
    }

    private static String sentence(String message) {
        return Character.toUpperCase(message.charAt(0)) + message.substring(1);
    }

    private static Node steps(int current) {
        HBox steps = new HBox(8);
        steps.getStyleClass().add("plan-steps");
        for (int page = 0; page < TITLES.size(); page++) {
            Label step = new Label((page + 1) + "  " + TITLES.get(page));
            step.getStyleClass().add(page == current ? "plan-step-now" : "plan-step");
            steps.getChildren().add(step);
            if (page < TITLES.size() - 1) {
                steps.getChildren().add(new Label("›"));
            }
        }
        return steps;
    }

    @Override
    public void onEnteringPage(Wizard wizard) {
        wizard.invalidProperty().unbind();
        if (last) {
            Button finish = (Button) lookupButton(ButtonType.FINISH);
            finish.setText(START.getText());
            finish.setDefaultButton(false);
            finish.getStyleClass().add("success");
            wizard.invalidProperty().bind(plan.problem().isNotNull());
        } else {
            wizard.setInvalid(false);
        }
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
