package org.isdarts.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The shapes of the drawn images, one a class, in alphabetical order. */
enum Shape {
    BARS {
        @Override
        double distance(double x, double y) {
            return box(x, Math.abs(y) - 0.6, 0.95, 0.32);
        }
    },
    CIRCLE {
        @Override
        double distance(double x, double y) {
            return Math.hypot(x, y) - 0.88;
        }
    },
    CRESCENT {
        @Override
        double distance(double x, double y) {
            return Math.max(Math.hypot(x, y) - 1, 0.82 - Math.hypot(x - 0.48, y));
        }
    },
    CROSS {
        @Override
        double distance(double x, double y) {
            return Math.min(box(x, y, 1, 0.33), box(x, y, 0.33, 1));
        }
    },
    HEXAGON {
        @Override
        double distance(double x, double y) {
            return polygon(x, y, 6, 0.82);
        }
    },
    RING {
        @Override
        double distance(double x, double y) {
            return Math.abs(Math.hypot(x, y) - 0.76) - 0.24;
        }
    },
    SEMICIRCLE {
        @Override
        double distance(double x, double y) {
            return Math.max(Math.hypot(x, y - 0.45) - 1.1, y - 0.45);
        }
    },
    SQUARE {
        @Override
        double distance(double x, double y) {
            return box(x, y, 0.8, 0.8);
        }
    },
    STAR {
        @Override
        double distance(double x, double y) {
            double angle = Math.abs(foldedAngle(x, y, 5));
            double radius = Math.hypot(x, y);
            double along = radius * Math.cos(angle) - 1.1;
            double across = radius * Math.sin(angle);
            return 0.32 * along + 0.95 * across;
        }
    },
    TRIANGLE {
        @Override
        double distance(double x, double y) {
            return polygon(x, y, 3, 0.58);
        }
    };

    /**
     * How far a point lies outside the shape, about; negative inside. The shapes reach at most 1.25 from the center and
     * cover about the same area.
     */
    abstract double distance(double x, double y);

    /** The shapes' names in lower case. */
    static List<String> names() {
        return Arrays.stream(values())
                .map(shape -> shape.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static double box(double x, double y, double halfWidth, double halfHeight) {
        return Math.max(Math.abs(x) - halfWidth, Math.abs(y) - halfHeight);
    }

    /** A regular polygon by the distance from its center to its sides. */
    private static double polygon(double x, double y, int corners, double inner) {
        return Math.hypot(x, y) * Math.cos(foldedAngle(x, y, corners)) - inner;
    }

    /** The angle of a point, folded into the sector around the nearest of so many equal directions. */
    private static double foldedAngle(double x, double y, int sectors) {
        double sector = 2 * Math.PI / sectors;
        double angle = Math.atan2(y, x);
        return angle - sector * Math.rint(angle / sector);
    }
}
