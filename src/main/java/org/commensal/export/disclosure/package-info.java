/**
 * How likely somebody is recognised in a release, and how it is made less likely: columns by which people can be
 * recognised are generalised until every subject is like at least k - 1 others.
 *
 * <p>May import {@code export.release} and {@code anonymity}. Reads tables and no database.
 */
@NullMarked
package org.commensal.export.disclosure;

import org.jspecify.annotations.NullMarked;
