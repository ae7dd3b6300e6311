package org.isdarts.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.isdarts.sweep.LocalSweep;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;
import org.isdarts.sweep.SweepRunner;
import org.isdarts.sweep.spark.SparkLibrary;
import org.isdarts.sweep.spark.SparkSweep;
import picocli.CommandLine.Option;

/** Where the runs of a sweep are done, and how many at the same time. */
final class SweepPlace {
    /** Set by {@code spark-submit}. */
    private static final String SUBMITTED_TO = "spark.master";

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Do the runs on a Spark cluster, such as spark://HOST:7077 (default: on this machine).")
    private String master;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "Runs at the same time on this machine (default: processors divided by threads of a run).")
    private Integer given;

    /** How many runs are done at the same time on this machine. */
    int atOnce(List<SweepRun> runs) {
        if (given != null && given < 1) {
            throw new UserMistake("--at-once: " + given + " is too small; give at least 1");
        }
        return given == null ? LocalSweep.atOnce(runs) : given;
    }

    /**
     * What does the runs of a sweep there, and tells a listener of them.
     *
     * @throws UserMistake if that place cannot be used
     */
    BiFunction<SweepFolder, SweepRunner.Listener, SweepRunner> runners() {
        Optional<String> cluster =
                Optional.ofNullable(master).or(() -> Optional.ofNullable(System.getProperty(SUBMITTED_TO)));
        if (cluster.isPresent() && given != null) {
            throw new UserMistake(
                    "--at-once: says how many runs this machine does at the same time, and a cluster does as"
                            + " many as it has processes for; leave it out beside --master");
        }
        if (cluster.isPresent() && !SparkLibrary.isHere()) {
            throw new UserMistake("--master needs Spark, which is not part of this installation; start with"
                    + " packaging/isdarts --spark, or submit isdarts-spark.jar with spark-submit");
        }
        return (sweep, listener) -> cluster.<SweepRunner>map(url -> new SparkSweep(sweep, listener, url))
                .orElseGet(() -> new LocalSweep(sweep, listener, atOnce(sweep.runs())));
    }
}
