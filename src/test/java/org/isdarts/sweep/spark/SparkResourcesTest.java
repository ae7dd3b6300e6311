package org.isdarts.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.isdarts.sweep.SweepPlan;
import org.junit.jupiter.api.Test;

/** What a sweep asks of a Spark cluster for its runs. */
class SparkResourcesTest {
    private static Map<String, String> resources(String kernels) {
        return SparkSweep.resources(
                new SweepPlan(Map.of(), Map.of("preset", "tiny", "kernels", kernels), List.of(), Map.of()).runs());
    }

    @Test
    void aRunOnAGpuHasOneToItself() {
        assertThat(resources("cuda"))
                .containsEntry("spark.executor.resource.gpu.amount", "1")
                .containsEntry("spark.task.resource.gpu.amount", "1");
    }

    @Test
    void aRunOnProcessorsAsksForNone() {
        assertThat(resources("onednn")).isEmpty();
    }
}
