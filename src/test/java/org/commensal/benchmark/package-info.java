/**
 * Benchmarks that anyone can run: {@code mvn -Pbenchmark verify}. Each figure is a ratio to a limit that was measured in
 * the same run on the same machine; none of them is a test.
 */
@NullMarked
package org.commensal.benchmark;

import org.jspecify.annotations.NullMarked;
