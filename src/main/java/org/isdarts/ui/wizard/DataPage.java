package org.isdarts.ui.wizard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import org.isdarts.data.Cifar10Download;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.data.Sample;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Setting;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.panel.FileDialogs;
import org.isdarts.ui.panel.SettingField;
import org.isdarts.ui.panel.Thumbnails;

/** Which images to search on, and what is there. */
final class DataPage extends PlanPage {
    private static final ExtensionFilter ARCHIVES =
            new ExtensionFilter("Archives", "*.tar.gz", "*.tgz", "*.tar", "*.zip");

    private static final double THUMBNAIL = 48;
    private static final double WIDEST_CLASS = 160;
    private static final int EXAMPLES = 3;
    private static final int MOST_CLASSES = 20;
    private static final Path DATA = Path.of("data");

    /** The archive as it is downloaded, and the folder in it. */
    private static final List<String> CIFAR_10 = List.of("cifar-10-binary.tar.gz", "cifar-10-batches-bin");

    private static final double MEGABYTE = 1e6;

    private final Cifar10Download download;
    private final Path downloads;
    private final Label summary = new Label();
    private final FlowPane thumbnails = new FlowPane(8, 8);
    private final ProgressBar progress = new ProgressBar(0);
    private final Label received = new Label();
    private final Button start = new Button("Download (170 MB)");
    private final Button cancel = new Button("Cancel");
    private TextField cifar10Path;
    private TextField ownPath;
    private Background downloading;

    /**
     * @param download of CIFAR-10
     * @param downloads where the archive goes
     */
    DataPage(SearchPlan plan, Cifar10Download download, Path downloads) {
        super(0, plan);
        this.download = download;
        this.downloads = downloads;
        summary.setId("data-summary");
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        ScrollPane images = new ScrollPane(thumbnails);
        images.setFitToWidth(true);
        VBox.setVgrow(images, Priority.ALWAYS);
        ToggleGroup group = new ToggleGroup();
        VBox content = new VBox(
                10,
                choice(DataSource.SYNTHETIC, group),
                choice(DataSource.CIFAR_10, group),
                downloadRow(),
                choice(DataSource.OWN, group),
                ownRow(),
                sizingRow(),
                heading(DataSettings.DATA.label()),
                summary,
                images);
        plan.images().onChange(changed -> showCheck());
        SearchSettings.IMAGES.settings().forEach(setting -> plan.text(setting).addListener(changed -> showCheck()));
        placeImages();
        tells(DataSettings.DATA);
        plan.images().source().addListener(changed -> placeImages());
        showDownload(false);
        offerWhatIsHere();
        showCheck();
        show(content);
    }

    /** CIFAR-10 that is here already, downloaded by this window or lying in the folder of data, need not be looked for. */
    private void offerWhatIsHere() {
        if (plan().images().cifar10().get().isEmpty()) {
            Stream.of(downloads, DATA)
                    .flatMap(folder -> CIFAR_10.stream().map(folder::resolve))
                    .filter(Files::exists)
                    .findFirst()
                    .ifPresent(found -> plan().images().cifar10().set(found.toString()));
        }
    }

    /** To which size all images are brought, and how. */
    private Node sizingRow() {
        HBox row = new HBox(8);
        for (Setting<?> setting : SearchSettings.IMAGES.settings()) {
            SettingField field = SettingField.of(setting, plan().text(setting));
            Label label = new Label(setting.label());
            label.setLabelFor(field.control());
            field.control().setTooltip(new Tooltip(setting.help()));
            place(setting, field.control());
            row.getChildren().addAll(label, field.node());
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node choice(DataSource source, ToggleGroup group) {
        RadioButton button = new RadioButton(source.label());
        button.setId("source-" + source.name().toLowerCase(Locale.ROOT));
        button.setToggleGroup(group);
        button.setUserData(source);
        button.setSelected(plan().images().source().get() == source);
        button.setMinWidth(170);
        button.setOnAction(event -> plan().images().source().set(source));
        plan().images()
                .source()
                .addListener(
                        changed -> button.setSelected(plan().images().source().get() == source));
        HBox row = new HBox(8, button, words(source.meaning()));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node downloadRow() {
        start.setId("download");
        start.setMinWidth(USE_PREF_SIZE);
        start.setOnAction(event -> download());
        cancel.setId("cancel-download");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> stop());
        progress.setPrefWidth(140);
        received.setId("download-state");
        cifar10Path = pathField(plan().images().cifar10(), "cifar-10-binary.tar.gz, once downloaded", "cifar10-path");
        HBox row = new HBox(8, cifar10Path, file(plan().images().cifar10(), "Archive …"), start, progress, cancel);
        row.getStyleClass().add("plan-indented");
        row.disableProperty().bind(plan().images().source().isNotEqualTo(DataSource.CIFAR_10));
        VBox both = new VBox(4, row, received);
        received.getStyleClass().add("plan-indented");
        received.setWrapText(true);
        return both;
    }

    private Node ownRow() {
        ownPath = pathField(plan().images().own(), "folder or archive", "own-path");
        HBox row = new HBox(
                8, ownPath, folder(plan().images().own()), file(plan().images().own(), "Archive …"));
        row.getStyleClass().add("plan-indented");
        row.disableProperty().bind(plan().images().source().isNotEqualTo(DataSource.OWN));
        return row;
    }

    /** Leads back to where the images were chosen if they cannot be used. */
    private void placeImages() {
        place(DataSettings.DATA, plan().images().source().get() == DataSource.OWN ? ownPath : cifar10Path);
    }

    private static TextField pathField(javafx.beans.property.StringProperty path, String prompt, String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(path);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private Button folder(javafx.beans.property.StringProperty path) {
        Button button = new Button("Folder …");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> FileDialogs.folder(getScene().getWindow(), "Choose the folder of images")
                .ifPresent(chosen -> path.set(chosen.toString())));
        return button;
    }

    private Button file(javafx.beans.property.StringProperty path, String text) {
        Button button = new Button(text);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> FileDialogs.toOpen(getScene().getWindow(), "Choose the archive of images", ARCHIVES)
                .ifPresent(chosen -> path.set(chosen.toString())));
        return button;
    }

    private void download() {
        showDownload(true);
        downloading = Background.start(
                "download",
                cancelled -> download.into(downloads, (there, total) -> {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    Platform.runLater(() -> showReceived(there, total));
                }),
                archive -> {
                    showDownload(false);
                    received.setText("");
                    plan().images().cifar10().set(archive.toString());
                },
                failure -> {
                    showDownload(false);
                    received.setText(failure.getMessage());
                });
    }

    private void showReceived(long there, long total) {
        if (downloading == null || !downloading.isRunning()) {
            return;
        }
        progress.setProgress(total > 0 ? there / (double) total : ProgressBar.INDETERMINATE_PROGRESS);
        String megabytes = String.format(Locale.ROOT, "%.0f MB", there / MEGABYTE);
        received.setText(
                total > 0 ? megabytes + String.format(Locale.ROOT, " of %.0f MB", total / MEGABYTE) : megabytes);
    }

    private void showDownload(boolean running) {
        start.setVisible(!running);
        start.setManaged(!running);
        for (Node node : new Node[] {progress, cancel}) {
            node.setVisible(running);
            node.setManaged(running);
        }
    }

    /** Gives a download up; what has arrived stays for the next time. */
    void stop() {
        if (downloading != null && downloading.cancel()) {
            showDownload(false);
            received.setText("Canceled; what has arrived is kept, and the next download resumes from there.");
        }
    }

    private void showCheck() {
        thumbnails.getChildren().clear();
        summary.getStyleClass().setAll("label");
        if (plan().images().data().isEmpty()) {
            summary.setText("Nothing is chosen yet.");
            return;
        }
        if (plan().images().checked(plan().imageSizing()).isEmpty()) {
            summary.setText("Looking …");
            return;
        }
        DataCheck check = plan().images().checked(plan().imageSizing()).orElseThrow();
        summary.setText(check.summary());
        if (check.dataset() == null) {
            summary.getStyleClass().add("plan-problem");
            return;
        }
        Dataset dataset = check.dataset();
        dataset.samples().forEach(sample -> thumbnails.getChildren().add(prepared(dataset, sample)));
        for (int label = 0; label < Math.min(MOST_CLASSES, dataset.classes().size()); label++) {
            String name = dataset.classes().get(label);
            thumbnails.getChildren().add(thumbnails(dataset, check.examples(label, EXAMPLES), name));
        }
        if (dataset.classes().size() > MOST_CLASSES) {
            thumbnails.getChildren().add(words("and " + (dataset.classes().size() - MOST_CLASSES) + " classes more"));
        }
    }

    /** An image as it was found beside what the supernet gets of it. */
    private static Node prepared(Dataset dataset, Sample sample) {
        HBox both = new HBox(
                4, view(Thumbnails.of(sample.original())), new Label("→"), view(Thumbnails.of(sample.prepared())));
        both.setAlignment(Pos.CENTER);
        Label sizes = words(sample.size() + " → " + sample.prepared().size());
        Label label = words(dataset.classes().get(sample.label()));
        VBox box = new VBox(3, both, sizes, label);
        box.getStyleClass().add("image-sample");
        box.setAlignment(Pos.TOP_CENTER);
        Tooltip.install(box, new Tooltip(sample.name()));
        return box;
    }

    private static ImageView view(Image image) {
        ImageView view = new ImageView(image);
        view.setFitWidth(THUMBNAIL);
        view.setFitHeight(THUMBNAIL);
        view.setPreserveRatio(true);
        view.setSmooth(false);
        return view;
    }

    private static Node thumbnails(Dataset dataset, List<Integer> images, String name) {
        VBox box = new VBox(3);
        for (int image : images) {
            box.getChildren().add(view(Thumbnails.of(dataset.train().picture(image))));
        }
        Label label = new Label(name);
        label.setAlignment(Pos.CENTER);
        label.setMaxWidth(WIDEST_CLASS);
        label.getStyleClass().add("plan-words");
        box.getChildren().add(label);
        box.setAlignment(Pos.TOP_CENTER);
        box.setMinWidth(THUMBNAIL + 24);
        return box;
    }
}
