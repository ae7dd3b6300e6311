package org.isdarts.strategy;

import java.util.List;
import java.util.Map;
import org.isdarts.event.SearchEvent;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;

/**
 * What a strategy decides at the end of an epoch.
 *
 * @param masks what every cell type keeps from now on, part of what it kept before
 * @param reasons events that say what went and why
 */
public record Decision(Map<CellType, Mask> masks, List<SearchEvent> reasons) {
    public Decision {
        masks = Map.copyOf(masks);
        reasons = List.copyOf(reasons);
    }
}
