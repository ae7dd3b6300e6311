package org.isdarts.ui.wizard;

import java.nio.file.Path;
import org.isdarts.search.SearchConfig;

/**
 * What the user wants searched.
 *
 * @param config every setting
 * @param runFolder the folder to make for the run
 */
public record SearchRequest(SearchConfig config, Path runFolder) {}
