package org.isdarts.ui.panel;

import java.util.function.Predicate;
import javafx.scene.control.TableRow;

/** A row that is marked where what it compares differs. */
public final class DifferenceRow<T> extends TableRow<T> {
    private static final String DIFFERS = "differs";

    private final Predicate<T> differs;

    /** A row marked by what {@code differs} says of its item. */
    public DifferenceRow(Predicate<T> differs) {
        this.differs = differs;
    }

    @Override
    protected void updateItem(T row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().remove(DIFFERS);
        if (row != null && !empty && differs.test(row)) {
            getStyleClass().add(DIFFERS);
        }
    }
}
