/**
 * The contract of a subject in Java, as JUnit tests: an implementation of {@link org.theoremcheck.guard.junit.Contract} is a test class.
 * Nothing else in this project needs JUnit.
 */
@NullMarked
package org.theoremcheck.guard.junit;

import org.jspecify.annotations.NullMarked;
