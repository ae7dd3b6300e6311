package org.isdarts.sweep;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that have a cluster do a sweep: every job does the run whose index it is given, from its checkpoint if it has one. */
public enum ClusterScript {
    /** A line for every run, for a shell or GNU parallel. */
    COMMANDS {
        @Override
        public String of(SweepFolder sweep, Job job) {
            return IntStream.range(0, sweep.runs().size())
                    .mapToObj(index -> job.command() + " " + index + "\n")
                    .collect(Collectors.joining());
        }
    },
    /**
     * A job array of Slurm. Slurm asks it to end two minutes before its time is over; the run saves itself then, and its
     * task is queued again.
     */
    SLURM {
        @Override
        public String of(SweepFolder sweep, Job job) {
            int last = Math.min(sweep.runs().size(), LARGEST_ARRAY) - 1;
            return String.format(
                    Locale.ROOT,
                    """
                    #!/bin/bash
                    #SBATCH --job-name=%s
                    #SBATCH --array=0-%d
                    #SBATCH --cpus-per-task=%d
                    #SBATCH --time=04:00:00
                    #SBATCH --requeue
                    #SBATCH --signal=B:TERM@120
                    # The first index of this array, where a sweep needs several of them.
                    offset=${1:-0}
                    trap 'kill -TERM "$search"' TERM
                    %s $((SLURM_ARRAY_TASK_ID + offset)) &
                    search=$!
                    wait "$search"
                    code=$?
                    # Ended by the signal: wait until the run is saved, then have it continued.
                    while kill -0 "$search" 2>/dev/null; do
                        wait "$search"
                        code=$?
                    done
                    if [ "$code" -eq 143 ]; then
                        scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}"
                    fi
                    exit "$code"
                    """,
                    job.name(),
                    last,
                    job.threads(),
                    job.command());
        }
    },
    /** An indexed Job of Kubernetes. The image and the volume's claim are the reader's to name. */
    KUBERNETES {
        @Override
        public String of(SweepFolder sweep, Job job) {
            return String.format(
                    Locale.ROOT,
                    """
                    apiVersion: batch/v1
                    kind: Job
                    metadata:
                      name: %s
                    spec:
                      completionMode: Indexed
                      completions: %d
                      parallelism: 4
                      backoffLimitPerIndex: 3
                      template:
                        spec:
                          restartPolicy: Never
                          terminationGracePeriodSeconds: 120
                          containers:
                            - name: search
                              image: isdarts
                              command: ["/bin/sh", "-c"]
                              args: ["exec %s $JOB_COMPLETION_INDEX"]
                              resources:
                                requests: {cpu: "%d", memory: 4Gi}
                              volumeMounts:
                                - {name: sweep, mountPath: %s}
                          volumes:
                            - name: sweep
                              persistentVolumeClaim: {claimName: sweep}
                    """,
                    job.name(),
                    sweep.runs().size(),
                    job.command().replace("\\", "\\\\").replace("\"", "\\\""),
                    job.threads(),
                    sweep.path().toAbsolutePath());
        }
    };

    /** Larger arrays are refused by many sites. */
    public static final int LARGEST_ARRAY = 1_000;

    /**
     * What a job does.
     *
     * @param name a name of letters, digits and dashes
     * @param command what does a run when its index follows
     * @param threads threads that compute
     */
    public record Job(String name, String command, int threads) {}

    /** The text for a sweep. */
    public abstract String of(SweepFolder sweep, Job job);
}
