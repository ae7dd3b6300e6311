package org.isdarts.sweep.spark;

/** Spark's libraries, which most installations do without. */
public final class SparkLibrary {
    /** Of a library that Spark needs to run and this program does not need to be compiled. */
    private static final String CLASS = "org/apache/spark/network/TransportContext.class";

    private SparkLibrary() {}

    /** Whether they are there; loads none of them. */
    public static boolean isHere() {
        return SparkLibrary.class.getClassLoader().getResource(CLASS) != null;
    }
}
