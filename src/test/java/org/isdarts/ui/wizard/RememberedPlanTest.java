package org.isdarts.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.isdarts.search.Preset;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.Darts;
import org.isdarts.space.NasBench201;
import org.isdarts.strategy.isdarts.IsDartsSettings;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RememberedPlanTest {
    @TempDir
    private Path folder;

    private final MemoryPreferences store = new MemoryPreferences();

    @Test
    void everythingButTheRunsNameComesBack() {
        SearchPlan plan = new SearchPlan(folder);
        plan.space().set(Darts.SPACE);
        plan.usePreset(Preset.TINY);
        plan.text(RunSettings.EPOCHS).set("11");
        plan.text(IsDartsSettings.IMPORTANCE).set("iim");
        plan.images().source().set(DataSource.OWN);
        plan.images().own().set("/images");
        new RememberedPlan(new Remembered(store)).remember(plan);
        assertThat(restored().config()).isEqualTo(plan.config());
    }

    @ParameterizedTest
    @CsvSource({
        "epochs, many",
        "epochs, ''",
        "channels, -3",
        "importance, beauty",
        "space, hyperspace",
        "preset, grand",
        "source, MOON",
        "shrinkSteps, 99999999999",
        "version, old",
        "version, 0"
    })
    void aDamagedValueLeavesSettingsThatWork(String key, String value) {
        SearchPlan plan = new SearchPlan(folder);
        plan.text(RunSettings.SEED).set("5");
        new RememberedPlan(new Remembered(store)).remember(plan);
        store.put(key, value);
        assertThat(restored().config().searchSpace()).isEqualTo(NasBench201.SPACE);
    }

    @Test
    void oneDamagedNumberDoesNotCostTheOthers() {
        SearchPlan plan = new SearchPlan(folder);
        plan.text(RunSettings.SEED).set("5");
        new RememberedPlan(new Remembered(store)).remember(plan);
        store.put("epochs", "many");
        assertThat(restored().config().seed()).isEqualTo(5);
    }

    @Test
    void anotherVersionIsForgotten() {
        SearchPlan plan = new SearchPlan(folder);
        plan.text(RunSettings.SEED).set("5");
        new RememberedPlan(new Remembered(store)).remember(plan);
        store.putInt("version", 2);
        assertThat(restored().config().seed()).isZero();
    }

    @Test
    void aBrokenStoreRemembersNothing() {
        store.breakStore();
        new RememberedPlan(new Remembered(store)).remember(new SearchPlan(folder));
        assertThat(restored().config()).isEqualTo(new SearchPlan(folder).config());
    }

    private SearchPlan restored() {
        SearchPlan plan = new SearchPlan(folder);
        new RememberedPlan(new Remembered(store)).restore(plan);
        return plan;
    }
}
