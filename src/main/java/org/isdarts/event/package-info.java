/**
 * What happens during a search, as immutable records of primitives. Everything a view shows is a fold over these
 * events; no tensor and no JavaFX type ever appears in them.
 */
package org.isdarts.event;
