package org.isdarts.ui.wizard;

import java.util.EnumSet;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.kernel.choice.KernelProbe;
import org.isdarts.settings.Setting;
import org.isdarts.ui.panel.SettingField;

/** What computes: the devices and libraries found on this machine, why others cannot be used, and how many threads. */
final class DevicePage extends PlanPage {
    private static final double FIELD_WIDTH = 110;

    private final VBox choices = new VBox(8);
    private final VBox devices = new VBox(4);

    DevicePage(SearchPlan plan) {
        super(3, plan);
        plan.kernels().addListener(changed -> showFindings());
        plan.searching().addListener(changed -> showFindings());
        showFindings();
        plan.devices().addListener(changed -> showDevices());
        showDevices();
        show(new VBox(
                12,
                heading("Found on this machine"),
                devices,
                heading("Kernels"),
                explanation(
                        ComputeSettings.KERNELS, () -> "The compute library that trains the supernet on one of these."),
                choices,
                heading("Precision"),
                row(
                        ComputeSettings.PRECISION,
                        "How images are stored while training. bf16 halves the memory; auto takes it where it is also"
                                + " faster: where the processor multiplies in it and C is a multiple of 16. Importance"
                                + " is measured in fp32 either way."),
                heading("Threads"),
                row(
                        ComputeSettings.THREADS,
                        "This machine has " + Runtime.getRuntime().availableProcessors()
                                + " processors. Equal settings, kernels and threads give equal results.")));
    }

    private Node row(Setting<?> setting, String meaning) {
        SettingField field = SettingField.of(setting, plan().text(setting));
        field.control().setPrefWidth(FIELD_WIDTH);
        field.control().setMinWidth(Region.USE_PREF_SIZE);
        place(setting, field.control());
        HBox row = new HBox(8, field.node(), explanation(setting, () -> meaning));
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
        List<KernelProbe> findings = plan().kernels().get();
        choices.getChildren().clear();
        choices.getChildren()
                .add(choice(
                        new KernelProbe(
                                KernelLibrary.AUTO,
                                EnumSet.allOf(Precision.class),
                                "the first of these that works correctly on this machine"),
                        group));
        findings.forEach(finding -> choices.getChildren().add(choice(finding, group)));
        if (findings.isEmpty()) {
            choices.getChildren()
                    .add(words(
                            plan().searching().get()
                                    ? "The compute libraries are tested when no search runs in this window."
                                    : "Testing the compute libraries of this machine …"));
        }
    }

    private Node choice(KernelProbe finding, ToggleGroup group) {
        RadioButton button = new RadioButton(finding.name());
        button.setId("kernels-" + finding.name());
        button.setMinWidth(110);
        button.setToggleGroup(group);
        button.setDisable(!finding.usable());
        button.setSelected(plan().text(ComputeSettings.KERNELS).get().equals(finding.name()));
        button.setOnAction(event -> plan().text(ComputeSettings.KERNELS).set(finding.name()));
        if (finding.name().equals(KernelLibrary.AUTO)) {
            place(ComputeSettings.KERNELS, button);
        }
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
