/**
 * What an audit found, for people: {@link org.theoremcheck.report.Page} is one self-contained web page,
 * {@link org.theoremcheck.report.Tables} the tables that a forge renders, and {@link org.theoremcheck.report.Folder} where they are kept.
 *
 * <p>The page is a template over records that say what is to be seen ({@code ClaimView} and its neighbours); everything that
 * comes out of a ledger is escaped by the template, except what {@code Formula} typesets, which escapes it itself. Charts are drawn
 * from the tables beside them, so that the page says the same with and without scripts.
 */
@NullMarked
package org.theoremcheck.report;

import org.jspecify.annotations.NullMarked;
