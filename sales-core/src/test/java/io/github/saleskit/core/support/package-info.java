/** What the tests of all modules share. */
package io.github.saleskit.core.support;
