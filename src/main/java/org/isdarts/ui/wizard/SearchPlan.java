package org.isdarts.ui.wizard;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.isdarts.data.Datasets;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.choice.KernelFinding;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchData;
import org.isdarts.shrink.Importance;
import org.isdarts.space.SearchSpace;
import org.isdarts.table.BenchmarkTable;

/**
 * The search the user is putting together: every field of the wizard as text, and whether they make a search. Belongs to
 * one thread.
 */
final class SearchPlan {
    private static final Set<Setting> IMAGE_COUNTS = Collections.unmodifiableSet(
            EnumSet.of(Setting.TRAIN_IMAGES, Setting.VALID_IMAGES, Setting.IMPORTANCE_IMAGES, Setting.BATCH_SIZE));

    private static final EnumSet<Setting> OF_NO_PRESET =
            EnumSet.of(Setting.THREADS, Setting.KERNELS, Setting.PRECISION, Setting.SEED, Setting.BENCHMARK_TABLE);

    private final Path runsFolder;
    private final ObjectProperty<DataSource> source = new SimpleObjectProperty<>(DataSource.SYNTHETIC);
    private final StringProperty cifar10 = new SimpleStringProperty("");
    private final StringProperty own = new SimpleStringProperty("");
    private final ObjectProperty<DataCheck> dataCheck = new SimpleObjectProperty<>();
    private final ObjectProperty<SearchSpace> space = new SimpleObjectProperty<>(SearchSpace.NAS_BENCH_201);
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.QUICK);
    private final Map<Setting, StringProperty> texts = new EnumMap<>(Setting.class);
    private final Map<Setting, String> fromPreset = new EnumMap<>(Setting.class);
    private final ObjectProperty<List<KernelFinding>> kernels = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<String>> devices = new SimpleObjectProperty<>(List.of());
    private final StringProperty runName = new SimpleStringProperty();
    private String givenName;
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();

    /** A quick search on the bundled images, whose run would lie in that folder. */
    SearchPlan(Path runsFolder) {
        this.runsFolder = runsFolder;
        for (Setting setting : Setting.values()) {
            texts.put(setting, new SimpleStringProperty());
        }
        applyPreset(EnumSet.allOf(Setting.class));
        nameRun();
        InvalidationListener judging = changed -> judge();
        texts.values().forEach(text -> text.addListener(judging));
        runName.addListener(judging);
        for (var choice : new javafx.beans.Observable[] {source, cifar10, own, kernels}) {
            choice.addListener(judging);
        }
        dataCheck.addListener(changed -> {
            fitToData();
            judge();
        });
        space.addListener(changed -> {
            usePreset(preset.get());
            if (runName.get().equals(givenName)) {
                nameRun();
            }
            judge();
        });
        judge();
    }

    ObjectProperty<DataSource> source() {
        return source;
    }

    /** Path of the CIFAR-10 archive or folder; empty if it is not here yet. */
    StringProperty cifar10() {
        return cifar10;
    }

    /** Path of the user's own images. */
    StringProperty own() {
        return own;
    }

    /** The last check of the data; it may be of other data than is chosen now. */
    ObjectProperty<DataCheck> dataCheck() {
        return dataCheck;
    }

    /** What was found of the compute libraries; empty until they were tried. */
    ObjectProperty<List<KernelFinding>> kernels() {
        return kernels;
    }

    /** The processor and the graphics processors of this machine in words; empty until they were looked for. */
    ObjectProperty<List<String>> devices() {
        return devices;
    }

    ObjectProperty<SearchSpace> space() {
        return space;
    }

    Preset preset() {
        return preset.get();
    }

    ReadOnlyObjectProperty<Preset> presetProperty() {
        return preset;
    }

    StringProperty text(Setting setting) {
        return texts.get(setting);
    }

    StringProperty runName() {
        return runName;
    }

    /** What keeps the search from being started; null if nothing does. */
    ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** The data as a configuration names it; empty while a path is missing. */
    String data() {
        return switch (source.get()) {
            case SYNTHETIC -> Datasets.SYNTHETIC;
            case CIFAR_10 -> cifar10.get().strip();
            case OWN -> own.get().strip();
        };
    }

    /** Sets every setting that a preset is about as the preset has it, lowered to what the data has. */
    void usePreset(Preset chosen) {
        preset.set(chosen);
        applyPreset(EnumSet.complementOf(OF_NO_PRESET));
    }

    private void applyPreset(Set<Setting> settings) {
        Map<String, String> values = fitted().settings();
        for (Setting setting : settings) {
            fromPreset.put(setting, values.get(setting.key()));
            text(setting).set(values.get(setting.key()));
        }
    }

    /** The value of a setting in the paper's search of the chosen space. */
    String paperValue(Setting setting) {
        String value =
                Preset.PAPER.config(space.get(), Datasets.SYNTHETIC).settings().get(setting.key());
        return switch (setting) {
            case TRAIN_IMAGES -> "0 (all 50,000)";
            case IMPORTANCE -> "Fisher";
            case SEED, BENCHMARK_TABLE, THREADS, KERNELS, PRECISION -> "";
            default -> value;
        };
    }

    /** Lowers the preset's numbers of images to what the data has, unless the user changed one. */
    private void fitToData() {
        if (IMAGE_COUNTS.stream().allMatch(setting -> text(setting).get().equals(fromPreset.get(setting)))) {
            applyPreset(IMAGE_COUNTS);
        }
    }

    private SearchConfig fitted() {
        SearchConfig config = preset.get().config(space.get(), Datasets.SYNTHETIC);
        return checked()
                .flatMap(DataCheck::found)
                .map(dataset -> config.fittedTo(
                        dataset.train().count(), dataset.heldOut().count()))
                .orElse(config);
    }

    /** The check of the data chosen now; empty while there is none. */
    Optional<DataCheck> checked() {
        return Optional.ofNullable(dataCheck.get()).filter(check -> check.data().equals(data()));
    }

    /**
     * The settings as they stand.
     *
     * @throws IllegalArgumentException naming the option, what is wrong and what would be right
     */
    SearchConfig config() {
        String table = text(Setting.BENCHMARK_TABLE).get().strip();
        return new SearchConfig(
                space.get().name(),
                data(),
                preset.get().label(),
                number(Setting.EPOCHS),
                number(Setting.CHANNELS),
                number(Setting.CELLS),
                number(Setting.BATCH_SIZE),
                number(Setting.TRAIN_IMAGES),
                number(Setting.VALID_IMAGES),
                Importance.of(text(Setting.IMPORTANCE).get()),
                number(Setting.IMPORTANCE_IMAGES),
                number(Setting.SHRINK_STEPS),
                number(Setting.SHRINK_INTERVAL),
                seed(),
                number(Setting.THREADS),
                text(Setting.KERNELS).get(),
                text(Setting.PRECISION).get(),
                table.isEmpty() ? null : table);
    }

    /** The seed, or 0 while it is no number. */
    long seedOrZero() {
        try {
            return seed();
        } catch (BadNumber noNumber) {
            return 0;
        }
    }

    private long seed() {
        try {
            return Long.parseLong(text(Setting.SEED).get().strip());
        } catch (NumberFormatException noNumber) {
            throw new BadNumber(Setting.SEED, text(Setting.SEED).get());
        }
    }

    private int number(Setting setting) {
        try {
            return Integer.parseInt(text(setting).get().strip());
        } catch (NumberFormatException noNumber) {
            throw new BadNumber(setting, text(setting).get());
        }
    }

    /** A text that is no whole number. */
    private static final class BadNumber extends IllegalArgumentException {
        private static final long serialVersionUID = 1;
        private final Setting setting;

        BadNumber(Setting setting, String text) {
            super("\"" + text + "\" is no whole number; give one such as "
                    + Preset.QUICK
                            .config(SearchSpace.NAS_BENCH_201, Datasets.SYNTHETIC)
                            .settings()
                            .get(setting.key()));
            this.setting = setting;
        }
    }

    /** The search, if nothing keeps it from being started. */
    Optional<SearchRequest> request() {
        judge();
        return problem.get() == null ? Optional.of(new SearchRequest(config(), runFolder())) : Optional.empty();
    }

    /** The folder the run would get. */
    Path runFolder() {
        return runsFolder.resolve(runName.get().strip());
    }

    private void judge() {
        problem.set(findProblem());
    }

    private Problem findProblem() {
        try {
            SearchConfig config = config();
            Optional<Problem> data = dataProblem(config);
            if (data.isPresent()) {
                return data.get();
            }
        } catch (BadNumber noNumber) {
            return new Problem(noNumber.setting, noNumber.getMessage());
        } catch (IllegalArgumentException mistake) {
            return Problem.of(mistake);
        }
        return tableProblem().or(this::kernelProblem).or(this::folderProblem).orElse(null);
    }

    private Optional<Problem> dataProblem(SearchConfig config) {
        if (data().isEmpty()) {
            return Optional.of(new Problem(
                    null,
                    source.get() == DataSource.CIFAR_10
                            ? "CIFAR-10 is not here yet: download it, or choose its archive"
                            : "No images are chosen yet: choose a folder or an archive"));
        }
        Optional<DataCheck> check = checked();
        if (check.isEmpty()) {
            return Optional.of(new Problem(null, "The images are being looked at"));
        }
        if (check.get().dataset() == null) {
            return Optional.of(new Problem(null, check.get().problem()));
        }
        SearchData.requireEnough(config, check.get().dataset());
        return Optional.empty();
    }

    private Optional<Problem> tableProblem() {
        String table = text(Setting.BENCHMARK_TABLE).get().strip();
        if (table.isEmpty()) {
            return Optional.empty();
        }
        try {
            BenchmarkTable.requireRankable(space.get());
            return Files.isRegularFile(Path.of(table))
                    ? Optional.empty()
                    : Optional.of(new Problem(
                            Setting.BENCHMARK_TABLE,
                            "There is no file " + table + "; choose a CSV file or leave the table out"));
        } catch (RuntimeException mistake) {
            return Optional.of(new Problem(Setting.BENCHMARK_TABLE, Setting.inWords(mistake.getMessage())));
        }
    }

    private Optional<Problem> kernelProblem() {
        String name = text(Setting.KERNELS).get();
        List<KernelFinding> meant = kernels.get().stream()
                .filter(finding -> name.equals(KernelLibrary.AUTO) || name.equals(finding.name()))
                .toList();
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        if (meant.stream().noneMatch(KernelFinding::usable)) {
            return Optional.of(new Problem(Setting.KERNELS, meant.get(0).words()));
        }
        return meant.stream().anyMatch(this::trainsAsAsked)
                ? Optional.empty()
                : Optional.of(new Problem(
                        Setting.PRECISION,
                        (name.equals(KernelLibrary.AUTO) ? "No kernels train" : name + " cannot train")
                                + " in " + text(Setting.PRECISION).get() + " here; take "
                                + Precision.FLOAT32.label()));
    }

    private boolean trainsAsAsked(KernelFinding finding) {
        String wanted = text(Setting.PRECISION).get();
        return finding.usable()
                && (wanted.equals(KernelLibrary.AUTO)
                        || finding.precisions().stream()
                                .anyMatch(precision -> precision.label().equals(wanted)));
    }

    private Optional<Problem> folderProblem() {
        String name = runName.get().strip();
        try {
            Path folder = runFolder();
            if (name.isEmpty() || !runsFolder.equals(folder.getParent()) || name.startsWith(".")) {
                return Optional.of(new Problem(
                        null, "The run folder needs a name of its own, without slashes and not beginning with a dot"));
            }
            if (Files.exists(folder)) {
                return Optional.of(
                        new Problem(null, "The folder " + folder + " exists already; give the run another name"));
            }
            return Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.of(new Problem(null, "\"" + name + "\" cannot be a folder's name; give another"));
        }
    }

    private void nameRun() {
        givenName = space.get().name() + "-"
                + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                        .format(LocalDateTime.now(ZoneId.systemDefault()));
        runName.set(givenName);
    }

    /** Everything but the run's name, by key, to be restored another day. */
    Map<String, String> remembered() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("source", source.get().name());
        values.put("cifar10", cifar10.get());
        values.put("own", own.get());
        values.put("space", space.get().name());
        values.put("preset", preset.get().label());
        texts.forEach((setting, text) -> values.put(setting.key(), text.get()));
        return values;
    }

    /** Restores what was remembered. What is missing or makes no sense stays as the preset has it. */
    void restore(Map<String, String> values) {
        ifSensible(() -> source.set(DataSource.valueOf(values.get("source"))));
        cifar10.set(values.getOrDefault("cifar10", cifar10.get()));
        own.set(values.getOrDefault("own", own.get()));
        ifSensible(() -> space.set(SearchSpace.of(values.get("space"))));
        ifSensible(() -> usePreset(Preset.of(values.get("preset"))));
        for (Setting setting : Setting.values()) {
            String before = text(setting).get();
            text(setting).set(values.getOrDefault(setting.key(), before));
            try {
                config();
            } catch (BadNumber noNumber) {
                text(setting).set(before);
            } catch (IllegalArgumentException together) {
                // Values are restored one by one; whether they agree is seen at the end.
            }
        }
        ifSensibleOrElse(this::config, () -> usePreset(preset.get()));
        judge();
    }

    private static void ifSensible(Runnable restoring) {
        ifSensibleOrElse(restoring, () -> {});
    }

    private static void ifSensibleOrElse(Runnable restoring, Runnable otherwise) {
        try {
            restoring.run();
        } catch (IllegalArgumentException | NullPointerException senseless) {
            otherwise.run();
        }
    }
}
