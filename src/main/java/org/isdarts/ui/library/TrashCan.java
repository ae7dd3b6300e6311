package org.isdarts.ui.library;

import java.nio.file.Path;

/** The trash of the user's desktop. */
public interface TrashCan {
    /** One that takes nothing. */
    TrashCan NONE = new TrashCan() {
        @Override
        public boolean take(Path folder) {
            return false;
        }

        @Override
        public boolean giveBack(Path folder) {
            return false;
        }
    };

    /** Moves a folder there; false, with the folder still in its place, where there is no trash that takes it. */
    boolean take(Path folder);

    /** Puts the folder back that was taken last from this place; false where it cannot. */
    boolean giveBack(Path folder);
}
