package org.isdarts.sweep.spark;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.ShutdownHookManager;
import org.isdarts.device.GpuKernels;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.sweep.SweepException;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;
import org.isdarts.sweep.SweepRunner;
import scala.reflect.ClassTag;
import scala.runtime.BoxedUnit;

/**
 * Does the runs of a sweep on a Spark cluster, each as one task. The task of a machine or process that is lost is given
 * to another, which continues the run from its checkpoint. All machines must see the sweep's folder under one path.
 */
public final class SparkSweep implements SweepRunner {
    private static final int LONGEST_REASON = 160;

    /** Spark's own hooks have lower numbers, 50 at most. */
    private static final int BEFORE_SPARK_ENDS = 100;

    private static final int LONGEST_SAVING_SECONDS = 25;

    private final SweepFolder sweep;
    private final Listener listener;
    private final String master;

    /** Prepares to run a sweep on the cluster with this URL, such as {@code spark://HOST:7077}. */
    public SparkSweep(SweepFolder sweep, Listener listener, String master) {
        this.sweep = sweep;
        this.listener = listener;
        this.master = master;
    }

    @Override
    public void run(List<SweepRun> runs, Predicate<SweepRun> isDue) {
        List<SweepRun> due = runs.stream().filter(isDue).toList();
        if (due.isEmpty()) {
            return;
        }
        CountDownLatch ended = new CountDownLatch(1);
        try (JavaSparkContext context = new JavaSparkContext(settings(due))) {
            // Where this process is asked to end, Spark would end the executors before they have saved their runs.
            Object hook = ShutdownHookManager.addShutdownHook(BEFORE_SPARK_ENDS, () -> {
                stop();
                await(ended);
                return BoxedUnit.UNIT;
            });
            try {
                runTasks(context, due);
            } finally {
                ended.countDown();
                ShutdownHookManager.removeShutdownHook(hook);
            }
        } catch (Exception failure) {
            // Spark is written in a language without checked exceptions, and throws them all the same.
            throw new SweepException(
                    "Spark at " + master + " gave the sweep up (" + reason(failure)
                            + "); start it or look at its web page, then resume the sweep",
                    failure);
        }
    }

    private static void await(CountDownLatch ended) {
        try {
            ended.await(LONGEST_SAVING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void runTasks(JavaSparkContext context, List<SweepRun> runs) {
        context.sc().addSparkListener(new TaskNews(sweep, runs, listener));
        List<Integer> indices = runs.stream().map(SweepRun::index).toList();
        context.sc()
                .runJob(
                        context.parallelize(indices, indices.size()).rdd(),
                        new RunTask(sweep.path().toAbsolutePath()),
                        (place, ending) -> {
                            ending.tell(listener, runs.get((Integer) place));
                            return BoxedUnit.UNIT;
                        },
                        ClassTag.apply(Ending.class));
    }

    private static String reason(Exception failure) {
        String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
    }

    /** Every Spark setting can be given as a property of this process, or to {@code spark-submit}. */
    private SparkConf settings(List<SweepRun> runs) {
        int threads = runs.stream()
                .mapToInt(run -> run.config().get(ComputeSettings.THREADS))
                .max()
                .orElse(1);
        SparkConf settings = new SparkConf()
                .setMaster(master)
                .setAppName("isdarts " + sweep.path().toAbsolutePath().getFileName())
                // A run is done once, and its images are read by whoever does it.
                .set("spark.speculation", "false")
                .set("spark.locality.wait", "0")
                // The last does not search: it says that the others were lost.
                .set("spark.task.maxFailures", Integer.toString(RunTask.PROCESSES + 1))
                // One run for each process, so that a crash in a native library ends no other.
                .setIfMissing("spark.task.cpus", Integer.toString(threads))
                .setIfMissing("spark.executor.cores", Integer.toString(threads))
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing(
                        "spark.executor.extraJavaOptions",
                        "-Dorg.bytedeco.javacpp.maxbytes=0 -Dorg.bytedeco.javacpp.maxphysicalbytes=0")
                .setIfMissing("spark.executorEnv.OMP_WAIT_POLICY", "passive");
        resources(runs).forEach(settings::setIfMissing);
        // Of a jar that was submitted Spark takes care.
        return settings.contains("spark.jars")
                ? settings
                : settings.setIfMissing("spark.executor.extraClassPath", ownLibraries());
    }

    /** What a process is given beside threads: a GPU of its own where one of these runs computes on one. */
    static Map<String, String> resources(List<SweepRun> runs) {
        return runs.stream().map(run -> run.config().kernels()).anyMatch(GpuKernels::isOne)
                ? Map.of("spark.executor.resource.gpu.amount", "1", "spark.task.resource.gpu.amount", "1")
                : Map.of();
    }

    /** What this process loads, which the executors find under the same paths. */
    private static String ownLibraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void stop() {
        sweep.askStop();
    }

    @Override
    public boolean isStopped() {
        return sweep.isStopAsked();
    }
}
