/** What the window knows of its user from one start to the next. */
package org.isdarts.ui.remembered;
