package org.isdarts.serve;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where runs are offered.
 *
 * @param server scheme, host and port
 * @param run name of the run meant; empty for all of them
 */
public record RunAddress(URI server, Optional<String> run) {
    private static final String WANTED = "give an address like http://server:8731/ or http://server:8731/NAME";

    /**
     * Reads {@code http://host:port/} or {@code http://host:port/NAME}; {@code http://} may be left out.
     *
     * @throws IllegalArgumentException if it is no such address; the message says so in one line
     */
    public static RunAddress parse(String text) {
        String stripped = text.strip();
        try {
            URI uri = new URI(stripped.contains("://") ? stripped : "http://" + stripped);
            String path = uri.getPath() == null ? "" : uri.getPath().replaceAll("^/|/$", "");
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!web || uri.getHost() == null || path.contains("/")) {
                throw new IllegalArgumentException("'" + stripped + "' is not the address of runs; " + WANTED);
            }
            URI server = new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null);
            return new RunAddress(server, path.isEmpty() ? Optional.empty() : Optional.of(path));
        } catch (URISyntaxException noAddress) {
            throw new IllegalArgumentException("'" + stripped + "' is not the address of runs; " + WANTED, noAddress);
        }
    }

    @Override
    public String toString() {
        return server + "/" + run.orElse("");
    }
}
