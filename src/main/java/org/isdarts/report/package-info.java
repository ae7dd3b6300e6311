/** Runs in tables and documents: settings, comparisons, and reports as HTML and PDF. */
package org.isdarts.report;
