package org.isdarts.ui.wizard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.data.ImageSizing;

/** The images of a search that is put together: drawn ones, CIFAR-10 or the user's own; and what a check found of them. */
final class ChosenImages {
    private final ObjectProperty<DataSource> source = new SimpleObjectProperty<>(DataSource.SYNTHETIC);
    private final StringProperty cifar10 = new SimpleStringProperty("");
    private final StringProperty own = new SimpleStringProperty("");
    private final ObjectProperty<DataCheck> check = new SimpleObjectProperty<>();

    ObjectProperty<DataSource> source() {
        return source;
    }

    /** Path of the CIFAR-10 archive or folder; empty if it is not here yet. */
    StringProperty cifar10() {
        return cifar10;
    }

    /** Path of the user's own images. */
    StringProperty own() {
        return own;
    }

    /** The last check; it may be of other images than are chosen now. */
    ObjectProperty<DataCheck> check() {
        return check;
    }

    /** Calls the listener when other images are chosen, and when they were checked. */
    void onChange(InvalidationListener listener) {
        source.addListener(listener);
        cifar10.addListener(listener);
        own.addListener(listener);
        check.addListener(listener);
    }

    /** The images as a configuration names them; empty while a path is missing. */
    String data() {
        return switch (source.get()) {
            case SYNTHETIC -> Datasets.SYNTHETIC;
            case CIFAR_10 -> cifar10.get().strip();
            case OWN -> own.get().strip();
        };
    }

    /** Chooses images: {@code synthetic} or their path. */
    void choose(String data) {
        if (data.equals(Datasets.SYNTHETIC)) {
            source.set(DataSource.SYNTHETIC);
        } else if (data.equals(cifar10.get())) {
            source.set(DataSource.CIFAR_10);
        } else {
            own.set(data);
            source.set(DataSource.OWN);
        }
    }

    /** The check of the images chosen now, of that size; empty while there is none. */
    Optional<DataCheck> checked(ImageSizing sizing) {
        return Optional.ofNullable(check.get())
                .filter(done -> done.data().equals(data()) && done.sizing().equals(sizing));
    }

    /** The images chosen now, if they were checked and can be used. */
    Optional<Dataset> found(ImageSizing sizing) {
        return checked(sizing).flatMap(DataCheck::found);
    }

    /** The choice by key, to be restored another day. */
    Map<String, String> remembered() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("source", source.get().name());
        values.put("cifar10", cifar10.get());
        values.put("own", own.get());
        return values;
    }

    /** Restores what was remembered. What is missing or makes no sense stays as it is. */
    void restore(Map<String, String> values) {
        DataSource.of(values.get("source")).ifPresent(source::set);
        cifar10.set(values.getOrDefault("cifar10", cifar10.get()));
        own.set(values.getOrDefault("own", own.get()));
    }
}
