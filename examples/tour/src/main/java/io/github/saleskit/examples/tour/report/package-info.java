/** The HTML report of the tour: sections with findings, charts and tables in one self-contained page. */
@NullMarked
package io.github.saleskit.examples.tour.report;

import org.jspecify.annotations.NullMarked;
