package org.isdarts.data;

import java.util.List;
import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;

/** Settings of the images: which, how many, and how they are varied in training. */
public final class DataSettings {
    private static final int MOST_IMAGES = Integer.MAX_VALUE;
    private static final int MOST_PADDING = 1_024;

    /** Where the images are. */
    public static final Setting<String> DATA = Setting.of("data", Kind.text("synthetic|PATH"), Datasets.SYNTHETIC)
            .label("Images")
            .help("Drawn images, CIFAR-10/100 binaries (folder or .tar.gz), or a folder, .tar.gz or"
                    + " .zip of class folders with PNG or JPEG files.")
            .changeable()
            .build();

    /** The size of all images. */
    public static final Setting<String> IMAGE_SIZE = Setting.of("imageSize", Kind.text("auto|N|WxH"), ImageSizing.AUTO)
            .label("Image size")
            .help(
                    "Width and height of all images in pixels, such as 32 or 48x32; auto is the images' own size where all"
                            + " agree on one up to 256 that the supernet takes, else 32.")
            .rule(
                    ImageSizing::isSize,
                    "is not a size that the supernet takes",
                    "give auto, or 8 to 1024 pixels divisible by 4, such as 32 or 48x32")
            .build();

    /** How images of other proportions come to that size. */
    public static final Setting<Fit> IMAGE_FIT = Setting.of(
                    "imageFit", Kind.choice(List.of(Fit.values()), Fit::label), Fit.CROP)
            .label("Image fit")
            .help(
                    "How images of other proportions are fitted: crop cuts off what overhangs, center cuts off an eighth more,"
                            + " pad adds black bars.")
            .build();

    /** When image files are decoded. */
    public static final Setting<Decoding> DECODING = Setting.of(
                    "decoding", Kind.choice(List.of(Decoding.values()), Decoding::label), Decoding.ONCE)
            .label("Decoding")
            .help(
                    "When image files are decoded: once, into memory, or anew whenever one is shown, for folders too large"
                            + " for memory; unreadable files are then left out, and values normalized as ImageNet's.")
            .build();

    /** Images the supernet is trained on. */
    public static final Setting<Integer> TRAIN_IMAGES = Setting.of("trainImages", Kind.countOrAll(), 0)
            .label("Training images")
            .help("Training images, a number or all, balanced over classes.")
            .build();

    /** Images the supernet is judged on. */
    public static final Setting<Integer> TEST_IMAGES = Setting.of(
                    "testImages", Kind.wholeNumber(0, MOST_IMAGES), 10_000)
            .formerly("validImages")
            .label("Test images")
            .help("Images that the net is judged by after every epoch and never trained on; 0 is none.")
            .build();

    /** How far a training image is moved at most. */
    public static final Setting<Integer> CROP_PADDING = Setting.of("cropPadding", Kind.wholeNumber(0, MOST_PADDING), 4)
            .label("Crop padding")
            .help("Width in pixels of the black border added before a random crop of the original size; 0 is no crop.")
            .build();

    /** Whether training images are mirrored. */
    public static final Setting<Boolean> FLIP = Setting.of("flip", Kind.onOff(), true)
            .label("Flip")
            .help("Whether each training image is mirrored left to right with probability 1/2.")
            .build();

    /** In which order training images are shown. */
    public static final Setting<ImageOrder> IMAGE_ORDER = Setting.of(
                    "imageOrder", Kind.choice(List.of(ImageOrder.values()), ImageOrder::label), ImageOrder.SHUFFLED)
            .label("Image order")
            .help("The order of the training images in an epoch, and which of them importance is measured on: shuffled"
                    + " (anew in every epoch) or file (as they lie in the dataset, as in the authors' implementation).")
            .build();

    private DataSettings() {}
}
