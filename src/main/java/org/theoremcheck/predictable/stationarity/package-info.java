/**
 * Nonconvex stationarity under proxy descent, θₜ₊₁ = θₜ − η mₜ: the {@code Problem}, the reference {@code ProxyDescent}, and the theorems
 * Stationarity…. Gradients are measured in {@code Problem.unit()}, 1 but for gradients such as 10¹⁵⁰ or 10⁻¹⁶⁰, whose squares overflow or
 * vanish.
 */
@NullMarked
package org.theoremcheck.predictable.stationarity;

import org.jspecify.annotations.NullMarked;
