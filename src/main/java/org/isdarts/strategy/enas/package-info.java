/**
 * ENAS: Efficient Neural Architecture Search via Parameter Sharing (Pham et al., ICML 2018; melodyguan/enas, and for
 * NAS-Bench-201 D-X-Y/AutoDL-Projects). A recurrent controller writes an architecture choice by choice
 * ({@link org.isdarts.strategy.enas.EdgeController} where every edge has an operation,
 * {@link org.isdarts.strategy.enas.NodeController} where a node chooses its inputs), and learns from the accuracy of what it
 * wrote ({@link org.isdarts.strategy.enas.Reinforce}).
 */
package org.isdarts.strategy.enas;
