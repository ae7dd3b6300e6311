/** Networks as ONNX models. */
package org.isdarts.export.onnx;
