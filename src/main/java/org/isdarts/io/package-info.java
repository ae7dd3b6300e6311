/** Files that are written whole or not at all. Plain JDK. */
package org.isdarts.io;
