package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingBatchesTest {
    private final ImageSet images = TestImages.set(101, 10);
    private final Normalization normalization = Normalization.of(images);
    private final TrainingBatches batches =
            new TrainingBatches(images, normalization, TrainingViews.OF_PAPER, ImageOrder.SHUFFLED, 8, 5);
    private final TrainingBatches inFileOrder =
            new TrainingBatches(images, normalization, TrainingViews.OF_PAPER, ImageOrder.FILE, 8, 5);

    @Test
    void batchesDoNotDependOnTheNumberOfWorkers() {
        assertThat(epoch(batches, 1, 0, 7)).usingRecursiveComparison().isEqualTo(epoch(batches, 1, 0, 1));
    }

    @Test
    void anEpochTakenUpAtAStepIsTheRestOfTheWholeEpoch() {
        List<Batch> whole = epoch(batches, 3, 0, 2);
        assertThat(epoch(batches, 3, 9, 2)).usingRecursiveComparison().isEqualTo(whole.subList(9, whole.size()));
        assertThat(epoch(batches, 3, batches.stepsPerEpoch(), 2)).isEmpty();
    }

    @Test
    void everyEpochAndEverySeedHasAnOrderOfItsOwn() {
        TrainingBatches otherSeed =
                new TrainingBatches(images, normalization, TrainingViews.OF_PAPER, ImageOrder.SHUFFLED, 8, 6);
        assertThat(List.of(
                        labels(epoch(batches, 1, 0, 1)),
                        labels(epoch(batches, 2, 0, 1)),
                        labels(epoch(otherSeed, 1, 0, 1))))
                .doesNotHaveDuplicates();
    }

    @Test
    void anEpochShowsEveryImageOnce() {
        List<Integer> labels = new ArrayList<>(labels(epoch(batches, 1, 0, 2)));
        labels.sort(null);
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < images.count(); i++) {
            expected.add(images.label(i));
        }
        expected.sort(null);
        assertThat(labels).isEqualTo(expected);
    }

    @Test
    void anEpochInFileOrderShowsTheImagesAsTheyLie() {
        List<Integer> asTheyLie =
                IntStream.range(0, images.count()).map(images::label).boxed().toList();
        assertThat(labels(epoch(inFileOrder, 1, 0, 2))).isEqualTo(asTheyLie);
        assertThat(labels(epoch(inFileOrder, 2, 0, 2))).isEqualTo(asTheyLie);
    }

    @Test
    void aPlainSampleIsDrawnAnewAfterEveryEpoch() {
        assertThat(batches.sample(1, ImageViews.PLAIN, 20).batches())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(PlainBatches.drawn(images, 20, normalization, 8, 5 * 1_000_003 + 1));
        assertThat(labels(batches.sample(2, ImageViews.PLAIN, 20)))
                .isNotEqualTo(labels(batches.sample(1, ImageViews.PLAIN, 20)));
    }

    @Test
    void aSampleInFileOrderIsOfTheFirstImages() {
        assertThat(labels(inFileOrder.sample(1, ImageViews.AUGMENTED, 20)))
                .isEqualTo(labels(inFileOrder.sample(2, ImageViews.PLAIN, 20)))
                .isEqualTo(IntStream.range(0, 20).map(images::label).boxed().toList());
    }

    @Test
    void aSampleOfAllImagesShowsEveryImageOnce() {
        ImageSample all = batches.sample(1, ImageViews.PLAIN, 0);
        assertThat(all.count()).isEqualTo(images.count());
        assertThat(labels(all))
                .hasSize(images.count())
                .containsExactlyInAnyOrderElementsOf(labels(epoch(batches, 1, 0, 1)));
    }

    @Test
    void anAugmentedSampleShowsTheSameImagesInOtherViewsAfterEveryEpoch() {
        float[] first = firstOf(inFileOrder.sample(1, ImageViews.AUGMENTED, 8));
        assertThat(first).isEqualTo(firstOf(inFileOrder.sample(1, ImageViews.AUGMENTED, 8)));
        assertThat(first).isNotEqualTo(firstOf(inFileOrder.sample(2, ImageViews.AUGMENTED, 8)));
        assertThat(first).isNotEqualTo(firstOf(inFileOrder.sample(1, ImageViews.PLAIN, 8)));
    }

    @Test
    void aSampleOfMoreImagesThanThereAreIsRefused() {
        assertThatThrownBy(() -> batches.sample(1, ImageViews.PLAIN, 102))
                .isInstanceOf(DataException.class)
                .hasMessage("cannot take 102 of 101 images; give at most 101");
    }

    private static List<Integer> labels(ImageSample sample) {
        List<Batch> all = new ArrayList<>();
        sample.batches().forEach(all::add);
        return labels(all);
    }

    private static float[] firstOf(ImageSample sample) {
        return sample.batches().iterator().next().images();
    }

    @Test
    void theLastBatchMayBeSmallerUnlessItHoldsOneImage() {
        assertThat(batches.stepsPerEpoch()).isEqualTo(13);
        assertThat(epoch(batches, 1, 0, 2)).hasSize(13).last().returns(5, Batch::count);
        TrainingBatches tens =
                new TrainingBatches(images, normalization, TrainingViews.OF_PAPER, ImageOrder.SHUFFLED, 10, 5);
        assertThat(tens.stepsPerEpoch()).isEqualTo(10);
        assertThat(epoch(tens, 1, 0, 2)).hasSize(10).last().returns(10, Batch::count);
    }

    @Test
    void oneImageAloneIsRefused() {
        assertThatThrownBy(() -> new TrainingBatches(
                        images.balanced(1, 10, 1), normalization, TrainingViews.OF_PAPER, ImageOrder.SHUFFLED, 8, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void batchesHoldNormalizedViewsOfTheImages() {
        Batch batch = epoch(batches, 1, 0, 1).get(0);
        assertThat(batch.images()).hasSize(8 * 3 * 8 * 8);
        assertThat(batch.labels()).hasSize(8);
        Set<Float> possible = ConcurrentHashMap.newKeySet();
        for (int value = 0; value < 256; value++) {
            possible.add((value - normalization.mean()[0]) / normalization.deviation()[0]);
        }
        for (int i = 0; i < 64; i++) {
            assertThat(possible).contains(batch.images()[i]);
        }
    }

    @Test
    void aWorkersFailureSurfacesInNext() {
        IllegalArgumentException failure = new IllegalArgumentException("no such image");
        try (BatchStream stream = new BatchStream(0, 10, 2, step -> {
            if (step == 2) {
                throw failure;
            }
            return new Batch(new float[0], new int[] {step});
        })) {
            assertThat(stream.next().labels()).containsExactly(0);
            assertThat(stream.next().labels()).containsExactly(1);
            assertThatThrownBy(stream::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasCause(failure);
        }
    }

    @Test
    void workersPrepareNoMoreThanTwoBatchesEachAhead() throws InterruptedException {
        Set<Integer> prepared = ConcurrentHashMap.newKeySet();
        CountDownLatch six = new CountDownLatch(6);
        try (BatchStream stream = new BatchStream(0, 100, 3, step -> {
            prepared.add(step);
            six.countDown();
            return new Batch(new float[0], new int[] {step});
        })) {
            six.await();
            assertThat(prepared).hasSize(6);
            assertThat(stream.next().labels()).containsExactly(0);
        }
    }

    @Test
    void workersAreNamedDaemons() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (BatchStream stream = new BatchStream(0, 2, 1, step -> {
            threads.add(Thread.currentThread());
            return new Batch(new float[0], new int[0]);
        })) {
            stream.next();
        }
        assertThat(threads)
                .allMatch(Thread::isDaemon)
                .extracting(Thread::getName)
                .containsExactly("isdarts-data-1");
    }

    @Test
    void closingStopsTheWorkers() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch busy = new CountDownLatch(2);
        BatchStream stream = new BatchStream(0, 100, 2, step -> {
            threads.add(Thread.currentThread());
            busy.countDown();
            return new Batch(new float[0], new int[0]);
        });
        busy.await();
        stream.close();
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(10).toMillis());
            assertThat(thread.isAlive()).isFalse();
        }
        assertThatThrownBy(stream::next).isInstanceOf(IllegalStateException.class);
    }

    private static List<Batch> epoch(TrainingBatches batches, int epoch, int fromStep, int workers) {
        List<Batch> all = new ArrayList<>();
        try (BatchStream stream = batches.epoch(epoch, fromStep, workers)) {
            for (Batch batch = stream.next(); batch != null; batch = stream.next()) {
                all.add(batch);
            }
        }
        return all;
    }

    private static List<Integer> labels(List<Batch> batches) {
        return batches.stream()
                .flatMap(batch -> Arrays.stream(batch.labels()).boxed())
                .toList();
    }
}
