/**
 * P-DARTS: Progressive Differentiable Architecture Search (Chen et al., ICCV 2019; chenxin061/pdarts). The net gets deeper in
 * stages, each with fewer candidates: {@link org.isdarts.strategy.pdarts.StageEnd}. Skip connections are restrained by
 * dropout, {@link org.isdarts.strategy.pdarts.SkipDropout}, and by a limit, {@link org.isdarts.strategy.pdarts.SkipLimit}.
 */
package org.isdarts.strategy.pdarts;
