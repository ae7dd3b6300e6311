package org.isdarts.ui.wizard;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.isdarts.data.Cifar10Download;
import org.isdarts.figure.FigureTheme;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.choice.KernelProbe;
import org.isdarts.ui.remembered.Remembered;

/** The wizard without anything of this user or this machine: nothing can be downloaded, one library was found. */
public final class OfflineWizard {
    private OfflineWizard() {}

    /**
     * A new one.
     *
     * @param runs the folder of new runs
     * @param remembered what was chosen last
     */
    public static NewSearchWizard of(Path runs, FigureTheme theme, Remembered remembered) {
        SearchPlan plan = new SearchPlan(runs);
        plan.kernels().set(List.of(new KernelProbe("nd4j", Set.of(Precision.FLOAT32), "CPU, ND4J")));
        return new NewSearchWizard(
                plan,
                new RememberedPlan(remembered),
                new Cifar10Download(URI.create("http://localhost:1/cifar.tar.gz"), "00"),
                runs.resolve("downloads"),
                theme);
    }
}
