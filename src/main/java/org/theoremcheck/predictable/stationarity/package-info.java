/**
 * Nonconvex stationarity under proxy descent, θₜ₊₁ = θₜ − η mₜ: the {@code Problem}, the reference {@code ProxyDescent}, and the theorems
 * Stationarity…. Sums are measured in {@code Problem.unit()}², a power of two, so that gradients of size 10¹⁵⁰ or 10⁻¹⁶⁰ neither overflow
 * nor vanish.
 */
@NullMarked
package org.theoremcheck.predictable.stationarity;

import org.jspecify.annotations.NullMarked;
