/**
 * Predictor calculus: what the path length P(m) = Σ ‖gₜ − mₜ‖² and κ(m) = P(m) / Σ ‖gₜ‖² of a log of gradients can be, exactly. {@code
 * PathLength} measures a log, {@code LinearPredictor} has the closed forms, and each theorem is a file {@code Kappa...}.
 */
@NullMarked
package org.theoremcheck.predictable.pathlength;

import org.jspecify.annotations.NullMarked;
