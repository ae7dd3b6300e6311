package org.isdarts.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/** The subnets of a supernet that were used of late, compiled. */
final class Subnets {
    private static final int KEPT = 32;

    private final Workshop workshop;
    private final Drawing drawing;
    private final SearchSpace space;
    private final NetworkSize size;
    private final Map<Map<CellType, Mask>, Subnet> used = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<CellType, Mask>, Subnet> eldest) {
            return size() > KEPT;
        }
    };

    Subnets(Workshop workshop, Drawing drawing, SearchSpace space, NetworkSize size) {
        this.workshop = workshop;
        this.drawing = drawing;
        this.space = space;
        this.size = size;
    }

    Subnet of(Map<CellType, Mask> masks) {
        return used.computeIfAbsent(Map.copyOf(masks), kept -> new Subnet(workshop, drawing.of(space, size, kept)));
    }
}
