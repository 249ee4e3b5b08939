/** What the tests of this module share. */
package io.github.saleskit.forecast.support;
