package org.isdarts.ui.export;

import javafx.scene.Node;

/** One kind of what can be exported: a tab of the {@link ExportDialog}. */
public interface ExportPage {
    /** What is exported, for the tab. */
    String title();

    /** All that is needed to choose and write it. */
    Node content();
}
