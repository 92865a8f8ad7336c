/**
 * The command line: what a study team does with study folders and questionnaires without a server.
 *
 * <p>Imports {@code kernel}, {@code power}, {@code anonymity}, {@code allocation}, {@code instrument}, {@code protocol} and
 * {@code exchange}, so that what is said here is what the server would say. Reads files and writes to where it is told; knows no database, no network and no
 * clock. Nobody imports it.
 */
@NullMarked
package org.commensal.cli;

import org.jspecify.annotations.NullMarked;
