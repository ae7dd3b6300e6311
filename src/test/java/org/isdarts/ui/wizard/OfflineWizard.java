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

/** The wizard without anything of this user or this machine: one library was found. */
public final class OfflineWizard {
    private OfflineWizard() {}

    /**
     * One in which nothing can be downloaded.
     *
     * @param runs the folder of new runs
     * @param remembered what was chosen last
     */
    public static NewSearchWizard of(Path runs, FigureTheme theme, Remembered remembered) {
        return of(runs, theme, remembered, URI.create("http://localhost:1/cifar.tar.gz"));
    }

    /** The same, which downloads CIFAR-10 from elsewhere. */
    public static NewSearchWizard of(Path runs, FigureTheme theme, Remembered remembered, URI archive) {
        SearchPlan plan = new SearchPlan(runs);
        plan.kernels().set(List.of(new KernelProbe("nd4j", Set.of(Precision.FLOAT32), "CPU, ND4J")));
        return new NewSearchWizard(
                plan,
                new RememberedPlan(remembered),
                new Cifar10Download(archive, "00"),
                runs.resolve("downloads"),
                theme);
    }
}
