package org.isdarts.run;

/** Which version of the program this is. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** The version as in the program's jar; {@code development} when it runs from class files. */
    public static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
