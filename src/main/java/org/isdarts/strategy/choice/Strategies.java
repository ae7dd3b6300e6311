package org.isdarts.strategy.choice;

import java.util.List;
import java.util.Optional;
import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;
import org.isdarts.settings.SettingGroup;
import org.isdarts.strategy.ArchitectureSettings;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.WeightSharing;
import org.isdarts.strategy.betadarts.BetaDarts;
import org.isdarts.strategy.darts.Darts;
import org.isdarts.strategy.darts.SecondOrder;
import org.isdarts.strategy.dartsminus.DartsMinus;
import org.isdarts.strategy.drnas.DrNas;
import org.isdarts.strategy.dsnas.Dsnas;
import org.isdarts.strategy.enas.Enas;
import org.isdarts.strategy.enas.EnasSettings;
import org.isdarts.strategy.fairdarts.FairDarts;
import org.isdarts.strategy.isdarts.IsDarts;
import org.isdarts.strategy.isdarts.IsDartsSettings;
import org.isdarts.strategy.pcdarts.PcDarts;
import org.isdarts.strategy.pdarts.PDarts;
import org.isdarts.strategy.pdarts.PDartsSettings;
import org.isdarts.strategy.pt.Perturbation;
import org.isdarts.strategy.random.RandomSearch;
import org.isdarts.strategy.sgas.Sgas;
import org.isdarts.strategy.snas.Snas;

/** The methods of search there are: what is listed here can be chosen everywhere. */
public final class Strategies {
    /** All of them, in the order in which to offer them. */
    public static final List<StrategyKind> ALL = List.of(
            IsDarts.KIND,
            Darts.FIRST_ORDER,
            SecondOrder.KIND,
            DartsMinus.KIND,
            PcDarts.KIND,
            FairDarts.KIND,
            BetaDarts.KIND,
            DrNas.KIND,
            Sgas.KIND,
            PDarts.KIND,
            Perturbation.KIND,
            Snas.KIND,
            Dsnas.KIND,
            Enas.KIND,
            RandomSearch.KIND);

    /** Which one searches. */
    public static final Setting<StrategyKind> STRATEGY = Setting.of(
                    "strategy", Kind.choice(ALL, StrategyKind::name), IsDarts.KIND)
            .label("Strategy")
            .help("Method of the search.")
            .build();

    /** Their settings by what they are about, each of them once. */
    public static final List<SettingGroup> SETTINGS = List.of(
            new SettingGroup("Importance and shrinking", IsDartsSettings.ALL),
            new SettingGroup("Architecture weights", ArchitectureSettings.ALL),
            new SettingGroup("Second order", List.of(SecondOrder.HESSIAN_RADIUS)),
            new SettingGroup("Auxiliary skip", List.of(DartsMinus.SKIP_FADING)),
            new SettingGroup("Sigmoids", FairDarts.OWN),
            new SettingGroup("Regularizer", List.of(BetaDarts.BETA_DECAY)),
            new SettingGroup("Partial channels", List.of(PcDarts.CHANNEL_DIVISOR)),
            new SettingGroup("Stages", PDartsSettings.OF_STAGES),
            new SettingGroup("Perturbation", List.of(Perturbation.PERTURBATION_BATCHES)),
            new SettingGroup("Controller", EnasSettings.OF_CONTROLLER),
            new SettingGroup("Shared weights", List.of(WeightSharing.SAMPLES)));

    private Strategies() {}

    /** The method of that name; empty if this version has none. */
    public static Optional<StrategyKind> named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** The methods whose own setting it is; none if it is no method's. */
    public static List<StrategyKind> using(Setting<?> setting) {
        return ALL.stream().filter(kind -> kind.has(setting)).toList();
    }

    /** Whether a setting matters to a method: its own, or no method's. */
    public static boolean matters(Setting<?> setting, StrategyKind kind) {
        return kind.has(setting) || using(setting).isEmpty();
    }
}
