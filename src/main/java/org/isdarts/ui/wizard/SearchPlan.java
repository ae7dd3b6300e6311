package org.isdarts.ui.wizard;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Datasets;
import org.isdarts.data.ImageSizing;
import org.isdarts.kernel.choice.KernelProbe;
import org.isdarts.queue.SearchQueue;
import org.isdarts.queue.Seeds;
import org.isdarts.run.RunNames;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.ViolationException;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.choice.Strategies;
import org.isdarts.strategy.isdarts.IsDartsSettings;
import org.isdarts.ui.panel.SettingTexts;

/**
 * The search the user is putting together: every field of the wizard as text, and whether they make a search. Belongs to
 * one thread.
 */
final class SearchPlan {
    /** Lowered to the images there are. */
    private static final List<Setting<?>> IMAGE_COUNTS = List.of(
            DataSettings.TRAIN_IMAGES,
            DataSettings.TEST_IMAGES,
            IsDartsSettings.IMPORTANCE_IMAGES,
            OptimizerSettings.BATCH_SIZE);

    /** Typed or chosen by the user; the others have properties of their own here. */
    private static final List<Setting<?>> TYPED = SearchSettings.ALL.stream()
            .filter(setting -> !SearchSettings.SUBJECT.settings().contains(setting))
            .toList();

    private final Path runsFolder;
    private final ChosenImages images = new ChosenImages();
    private final ObjectProperty<SearchSpace> space = new SimpleObjectProperty<>(SpaceSettings.SPACE.initial());
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(SearchSettings.PRESET.initial());
    private final SettingTexts texts = new SettingTexts(TYPED);
    private final ObjectProperty<List<KernelProbe>> kernels = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<String>> devices = new SimpleObjectProperty<>(List.of());
    private final StringProperty runName = new SimpleStringProperty("");
    private final StringProperty seeds = new SimpleStringProperty("");
    private final BooleanProperty searching = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper canQueue = new ReadOnlyBooleanWrapper();
    private final PlanChecks checks = new PlanChecks(this);
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<Setting<?>, Problem>> problems = new ReadOnlyObjectWrapper<>(Map.of());
    private SearchConfig fromPreset;
    private String givenName = "";

    /** A quick search on the drawn images, whose run would lie in that folder. */
    SearchPlan(Path runsFolder) {
        this.runsFolder = runsFolder;
        applyPreset(TYPED);
        space.addListener(changed -> usePreset(preset.get()));
        text(Strategies.STRATEGY).addListener(changed -> usePreset(preset.get()));
        images.check().addListener(changed -> fitToData());
        InvalidationListener judging = changed -> lookAgain();
        texts.onChange(judging);
        images.onChange(judging);
        for (Observable choice : new Observable[] {kernels, space, preset}) {
            choice.addListener(judging);
        }
        runName.addListener(changed -> judge());
        seeds.addListener(changed -> judge());
        lookAgain();
    }

    /** The images it is to search on. */
    ChosenImages images() {
        return images;
    }

    /** What was found of the compute libraries; empty until they were tried. */
    ObjectProperty<List<KernelProbe>> kernels() {
        return kernels;
    }

    /** The processor and the graphics processors of this machine in words; empty until they were looked for. */
    ObjectProperty<List<String>> devices() {
        return devices;
    }

    ObjectProperty<SearchSpace> space() {
        return space;
    }

    ReadOnlyObjectProperty<Preset> preset() {
        return preset;
    }

    /** What is typed for a setting other than space, images and preset. */
    StringProperty text(Setting<?> setting) {
        return texts.of(setting);
    }

    StringProperty runName() {
        return runName;
    }

    /** The seeds for each of which a search is added to the queue, as {@link Seeds} reads them; empty for the one above. */
    StringProperty seeds() {
        return seeds;
    }

    /** Whether the searches can be added to the queue. */
    ReadOnlyBooleanProperty canQueue() {
        return canQueue.getReadOnlyProperty();
    }

    /** Whether a search runs in the window, so that another can be added to the queue but not start. */
    BooleanProperty searching() {
        return searching;
    }

    /** What keeps the search from being started or added to the queue; null if nothing does. */
    ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** What is wrong with each setting that the user has to change; the run's name has the key null. */
    ReadOnlyObjectProperty<Map<Setting<?>, Problem>> problems() {
        return problems.getReadOnlyProperty();
    }

    /** Sets every setting that a preset is about as the preset has it, lowered to what the data has. */
    void usePreset(Preset chosen) {
        preset.set(chosen);
        applyPreset(SearchSettings.OF_PRESET);
    }

    private void applyPreset(List<Setting<?>> settings) {
        fromPreset = fitted();
        texts.show(fromPreset.settings(), settings);
    }

    /** The value of a setting in the published search with the strategy in the chosen space; empty if none is known. */
    String paperValue(Setting<?> setting) {
        return strategy().published().published(space.get()).getOrDefault(setting.key(), "");
    }

    /** The method of search; the usual one while what is typed is none. */
    StrategyKind strategy() {
        return Strategies.named(text(Strategies.STRATEGY).get()).orElse(Strategies.STRATEGY.initial());
    }

    /** Lowers the preset's numbers of images to what the data has, unless the user changed one. */
    private void fitToData() {
        if (IMAGE_COUNTS.stream()
                .allMatch(setting ->
                        text(setting).get().equals(fromPreset.settings().text(setting)))) {
            applyPreset(IMAGE_COUNTS);
        }
    }

    private SearchConfig fitted() {
        SearchConfig config = preset.get().config(space.get(), strategy(), Datasets.SYNTHETIC);
        return images.found(imageSizing())
                .map(dataset ->
                        config.fittedTo(dataset.train().count(), dataset.test().count()))
                .orElse(config);
    }

    /**
     * The settings as they stand.
     *
     * @throws ViolationException if they cannot be used
     */
    SearchConfig config() {
        return new SearchConfig(texts.over(
                preset.get().config(space.get(), strategy(), images.data()).settings()));
    }

    /** How the images become images of one size; the usual way while what is typed is no size. */
    ImageSizing imageSizing() {
        try {
            return ImageSizing.of(
                    DataSettings.IMAGE_SIZE.parse(text(DataSettings.IMAGE_SIZE).get()),
                    DataSettings.IMAGE_FIT.parse(text(DataSettings.IMAGE_FIT).get()));
        } catch (ViolationException noSize) {
            return ImageSizing.AUTOMATIC;
        }
    }

    /** The seed, or 0 while it is no number. */
    long seedOrZero() {
        try {
            return RunSettings.SEED.parse(text(RunSettings.SEED).get());
        } catch (ViolationException noNumber) {
            return 0;
        }
    }

    /** The search, if nothing keeps it from being started. */
    Optional<SearchRequest> request() {
        judge();
        return problem.get() == null ? Optional.of(new SearchRequest(config(), runFolder())) : Optional.empty();
    }

    /**
     * The searches to add to the queue: one for every seed. Named by their seeds too where there are several.
     *
     * @throws ViolationException if the settings or the seeds cannot be used
     */
    List<SearchQueue.Planned> queued() {
        SearchConfig config = config();
        String name = runName.get().strip();
        if (seeds.get().isBlank()) {
            return List.of(new SearchQueue.Planned(name, config));
        }
        return Seeds.parse(seeds.get()).stream()
                .map(seed -> config.with(RunSettings.SEED, seed))
                .map(search -> new SearchQueue.Planned(
                        name.equals(givenName) ? RunNames.of(search) : name + "-seed" + search.seed(), search))
                .toList();
    }

    /** The folder in which runs lie. */
    Path runsFolder() {
        return runsFolder;
    }

    /** The folder the run would get. */
    Path runFolder() {
        return runsFolder.resolve(runName.get().strip());
    }

    private boolean areSeeds() {
        try {
            return !queued().isEmpty();
        } catch (ViolationException wrong) {
            return false;
        }
    }

    /** Judges the plan again by the folders that are there now. */
    void lookAgain() {
        nameRun();
        judge();
    }

    private void judge() {
        Map<Setting<?>, Problem> all = new HashMap<>();
        texts.violations().forEach(wrong -> all.put(wrong.setting(), Problem.of(wrong)));
        Optional<Problem> first = checks.first();
        first.ifPresent(wrong -> all.put(wrong.setting(), wrong));
        problems.set(all);
        problem.set(first.orElse(null));
        canQueue.set(problem.get() == null && areSeeds());
    }

    /** Names the run by its settings, unless the user named it. */
    private void nameRun() {
        if (runName.get().equals(givenName)) {
            try {
                givenName = RunNames.free(runsFolder, RunNames.of(config()))
                        .getFileName()
                        .toString();
                runName.set(givenName);
            } catch (ViolationException unfinished) {
                // The name follows as soon as the settings can be used.
            }
        }
    }

    /** Shows the settings of a search, to begin one like it. */
    void show(SearchConfig config) {
        images.choose(config.data());
        space.set(config.searchSpace());
        text(Strategies.STRATEGY).set(config.strategy().name());
        usePreset(config.get(SearchSettings.PRESET));
        texts.show(config.settings(), TYPED);
    }

    /** Everything but the run's name, by key, to be restored another day. */
    Map<String, String> remembered() {
        Map<String, String> values = new LinkedHashMap<>(texts.byKey());
        values.putAll(images.remembered());
        values.put(SpaceSettings.SPACE.key(), space.get().name());
        values.put(SearchSettings.PRESET.key(), preset.get().label());
        return values;
    }

    /** Restores what was remembered. What is missing or makes no sense stays as it is. */
    void restore(Map<String, String> values) {
        images.restore(values);
        known(SpaceSettings.SPACE, values).ifPresent(space::set);
        known(Strategies.STRATEGY, values).map(StrategyKind::name).ifPresent(text(Strategies.STRATEGY)::set);
        known(SearchSettings.PRESET, values).ifPresent(this::usePreset);
        texts.take(values);
    }

    private static <T> Optional<T> known(Setting<T> setting, Map<String, String> values) {
        return setting.choices().stream()
                .filter(choice -> setting.format(choice).equals(values.get(setting.key())))
                .findFirst();
    }
}
