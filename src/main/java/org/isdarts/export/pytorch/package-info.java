/** Networks as PyTorch modules. */
package org.isdarts.export.pytorch;
