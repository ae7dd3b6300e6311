package org.isdarts.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes folders out of the trash of Linux desktops: {@code files/NAME}, with the place it had in {@code info/NAME.trashinfo}
 * (the Trash specification of freedesktop.org). There is one in the user's home and one on each other disk.
 */
final class FreedesktopTrash {
    private static final String ENDING = ".trashinfo";
    private static final String PLACE = "Path=";

    private final Path home;

    /** @param home the trash in the user's home */
    FreedesktopTrash(Path home) {
        this.home = home;
    }

    static FreedesktopTrash ofThisUser() {
        String data = System.getenv("XDG_DATA_HOME");
        Path place = data == null || data.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(data);
        return new FreedesktopTrash(place.resolve("Trash"));
    }

    /** Moves what was taken last from a place back to it; false if it is not here, or the place is taken. */
    boolean giveBack(Path folder) {
        try {
            for (Path trash : places(folder)) {
                Optional<Path> info = latest(trash, folder);
                if (info.isPresent() && Files.notExists(folder)) {
                    String name = info.get().getFileName().toString();
                    Files.move(
                            trash.resolve("files").resolve(name.substring(0, name.length() - ENDING.length())), folder);
                    Files.delete(info.get());
                    return true;
                }
            }
            return false;
        } catch (IOException refused) {
            System.getLogger(FreedesktopTrash.class.getName())
                    .log(System.Logger.Level.WARNING, folder + " cannot be taken out of the desktop's trash", refused);
            return false;
        }
    }

    private List<Path> places(Path folder) throws IOException {
        List<Path> places = new ArrayList<>(List.of(home));
        for (Path disk = folder.getParent(); disk != null; disk = disk.getParent()) {
            if (Files.exists(disk)) {
                Object user = Files.getAttribute(Path.of(System.getProperty("user.home")), "unix:uid");
                places.add(disk.resolve(".Trash-" + user));
                places.add(disk.resolve(".Trash").resolve(user.toString()));
            }
        }
        return places;
    }

    private static Optional<Path> latest(Path trash, Path folder) throws IOException {
        Path infos = trash.resolve("info");
        if (!Files.isDirectory(infos)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(infos)) {
            return all.filter(info -> info.toString().endsWith(ENDING))
                    .filter(info -> place(info, trash).filter(folder::equals).isPresent())
                    .max(Comparator.comparing(info -> info.toFile().lastModified()));
        }
    }

    /** The place that a folder had, whole or from the root of its disk on. */
    private static Optional<Path> place(Path info, Path trash) {
        try (Stream<String> lines = Files.lines(info)) {
            Path disk = trash.getParent().endsWith(".Trash") ? trash.getParent().getParent() : trash.getParent();
            return lines.filter(line -> line.startsWith(PLACE))
                    .map(line -> URI.create(line.substring(PLACE.length())).getPath())
                    .map(disk::resolve)
                    .findFirst();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
