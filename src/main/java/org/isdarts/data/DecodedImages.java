package org.isdarts.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Images in files that are decoded whenever one is shown. A file is a PNG or JPEG by its content, whatever its name. Files
 * without the head of an image are left out when the dataset is opened. Where one turns out to be damaged further on, the
 * next image is shown in its place, and it is logged once.
 */
final class DecodedImages implements ImageSource {
    private static final System.Logger LOG = System.getLogger(DecodedImages.class.getName());
    private static final int NAMED = 5;
    private static final int HEAD = 1 << 16;

    /** How many files a digest reads; of the others it takes the names. */
    private static final int DIGESTED = 100;

    private static final ThreadLocal<ImageDecoder> DECODERS = ThreadLocal.withInitial(ImageDecoder::new);

    private final List<LabeledFile> files;
    private final ImageSizing sizing;
    private final Set<String> damaged = ConcurrentHashMap.newKeySet();

    private DecodedImages(List<LabeledFile> files, ImageSizing sizing) {
        this.files = files;
        this.sizing = sizing;
    }

    /**
     * Makes a dataset of files.
     *
     * @throws DataException if no training image is left
     */
    static Dataset read(
            String name, List<String> classes, List<LabeledFile> train, List<LabeledFile> test, ImageSizing sizing) {
        List<LabeledFile> unreadable = Stream.concat(train.stream(), test.stream())
                .parallel()
                .filter(file -> !isImage(file.file()))
                .toList();
        ImageSizing decided = sizing.decided(null);
        ImageSource trained = new DecodedImages(without(unreadable, train), decided);
        if (trained.count() == 0) {
            throw new DataException("none of the " + train.size() + " training images of " + name
                    + " can be read; give PNG or JPEG files");
        }
        Dataset dataset = new Dataset(name, classes, trained, new DecodedImages(without(unreadable, test), decided));
        return unreadable.isEmpty() ? dataset : dataset.with(List.of(notice(unreadable)));
    }

    /** The size of most images stands near the beginning of their files, those of others behind long descriptions. */
    private static boolean isImage(DataFile file) {
        return hasSize(file.start(HEAD)) || hasSize(file);
    }

    private static boolean hasSize(DataFile file) {
        try {
            DECODERS.get().size(file);
            return true;
        } catch (DataException damage) {
            return false;
        }
    }

    private static List<LabeledFile> without(List<LabeledFile> unreadable, List<LabeledFile> files) {
        Set<LabeledFile> left = Set.copyOf(unreadable);
        return files.stream().filter(file -> !left.contains(file)).toList();
    }

    private static String notice(List<LabeledFile> unreadable) {
        String named = unreadable.stream()
                .limit(NAMED)
                .map(file -> file.file().description())
                .collect(Collectors.joining(", "));
        String more = unreadable.size() > NAMED ? " and " + (unreadable.size() - NAMED) + " more" : "";
        return "left out what cannot be read as an image: " + unreadable.size() + " files (" + named + more + ")";
    }

    @Override
    public int count() {
        return files.size();
    }

    @Override
    public int height() {
        return sizing.size().height();
    }

    @Override
    public int width() {
        return sizing.size().width();
    }

    @Override
    public int label(int image) {
        return files.get(image).label();
    }

    @Override
    public Picture picture(int image) {
        return sizing.prepare(original(image));
    }

    /**
     * {@inheritDoc}
     *
     * @throws DataException if no image can be decoded
     */
    @Override
    public Picture original(int image) {
        for (int ahead = 0; ahead < files.size(); ahead++) {
            DataFile file = files.get((image + ahead) % files.size()).file();
            try {
                return DECODERS.get().decode(file);
            } catch (DataException damage) {
                tell(file, damage);
            }
        }
        throw new DataException("none of " + files.size() + " images can be decoded any more; check the disk");
    }

    private void tell(DataFile file, DataException damage) {
        if (damaged.add(file.description())) {
            LOG.log(System.Logger.Level.WARNING, "another image is shown in place of one: {0}", damage.getMessage());
        }
    }

    /** ImageNet's: measuring would decode all images. */
    @Override
    public Normalization normalization() {
        return Normalization.OF_IMAGENET;
    }

    @Override
    public ImageSource chosen(int[] images) {
        return new DecodedImages(IntStream.of(images).mapToObj(files::get).toList(), sizing);
    }

    @Override
    public ImageSource sized(ImageSizing chosen) {
        return new DecodedImages(files, chosen.decided(size()));
    }

    /** Adds size, names and labels of all images, and the content of some. */
    @Override
    public void digest(MessageDigest digest) {
        digest.update((count() + " " + size() + "\n").getBytes(StandardCharsets.UTF_8));
        for (LabeledFile file : files) {
            digest.update((file.path() + "\t" + file.label() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        int step = Math.max(1, count() / DIGESTED);
        IntStream.iterate(0, image -> image < count(), image -> image + step)
                .forEach(image -> digest.update(files.get(image).file().read()));
    }
}
