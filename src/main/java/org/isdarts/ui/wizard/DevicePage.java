package org.isdarts.ui.wizard;

import java.util.EnumSet;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.choice.KernelFinding;
import org.isdarts.kernel.choice.KernelLibrary;

/** What computes: the devices and libraries found on this machine, why others cannot be used, and how many threads. */
final class DevicePage extends PlanPage {
    private static final double PRECISION_WIDTH = 110;

    private final VBox choices = new VBox(8);
    private final VBox devices = new VBox(4);

    DevicePage(SearchPlan plan) {
        super(3, plan);
        TextField threads = new TextField();
        threads.setId("setting-threads");
        threads.setPrefColumnCount(4);
        threads.textProperty().bindBidirectional(plan.text(Setting.THREADS));
        Label label = new Label(Setting.THREADS.label());
        label.setLabelFor(threads);
        Label told = words("");
        Runnable telling = () -> {
            Problem problem = plan.problem().get();
            boolean wrong = problem != null && problem.setting() == Setting.THREADS;
            told.setText(
                    wrong
                            ? problem.message()
                            : "This machine has " + Runtime.getRuntime().availableProcessors()
                                    + " processors. Equal settings, kernels and threads give equal results.");
            told.getStyleClass().setAll("label", wrong ? "plan-problem" : "plan-words");
        };
        plan.problem().addListener(changed -> telling.run());
        telling.run();
        HBox row = new HBox(8, label, threads, told);
        row.setAlignment(Pos.CENTER_LEFT);
        plan.kernels().addListener(changed -> showFindings());
        showFindings();
        plan.devices().addListener(changed -> showDevices());
        showDevices();
        show(new VBox(
                12,
                heading("Found on this machine"),
                devices,
                heading("Kernels"),
                words("The compute library that trains the supernet on one of these."),
                choices,
                heading("Precision"),
                precision(),
                heading("Threads"),
                row));
    }

    private Node precision() {
        ChoiceBox<String> choice = new ChoiceBox<>();
        choice.setId("setting-precision");
        choice.getItems().setAll(Precision.names());
        choice.valueProperty().bindBidirectional(plan().text(Setting.PRECISION));
        choice.setPrefWidth(PRECISION_WIDTH);
        choice.setMinWidth(Region.USE_PREF_SIZE);
        Label words =
                words("How images are stored while training. bf16 halves the memory; auto takes it where it is also"
                        + " faster: where the processor multiplies in it and C is a multiple of 16. Importance is measured in fp32"
                        + " either way.");
        HBox row = new HBox(8, choice, words);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void showDevices() {
        List<String> found = plan().devices().get();
        devices.getChildren().setAll(found.stream().map(PlanPage::words).toList());
        if (found.isEmpty()) {
            devices.getChildren().add(words("Looking …"));
        }
    }

    private void showFindings() {
        ToggleGroup group = new ToggleGroup();
        List<KernelFinding> findings = plan().kernels().get();
        choices.getChildren().clear();
        choices.getChildren()
                .add(choice(
                        new KernelFinding(
                                KernelLibrary.AUTO,
                                EnumSet.allOf(Precision.class),
                                "the first of these that can be used and computes rightly here"),
                        group));
        findings.forEach(finding -> choices.getChildren().add(choice(finding, group)));
        if (findings.isEmpty()) {
            choices.getChildren().add(words("Trying what is on this machine …"));
        }
    }

    private Node choice(KernelFinding finding, ToggleGroup group) {
        RadioButton button = new RadioButton(finding.name());
        button.setId("kernels-" + finding.name());
        button.setMinWidth(110);
        button.setToggleGroup(group);
        button.setDisable(!finding.usable());
        button.setSelected(plan().text(Setting.KERNELS).get().equals(finding.name()));
        button.setOnAction(event -> plan().text(Setting.KERNELS).set(finding.name()));
        Label found = new Label(finding.usable() ? finding.words() : "cannot be used: " + finding.words());
        found.setWrapText(true);
        if (!finding.usable()) {
            found.getStyleClass().add("plan-problem");
        }
        HBox row = new HBox(8, button, found);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
