/**
 * Starting and running: configuration, the data source, migrations, clocks and health.
 *
 * <p>May import every room but {@code web}; nobody imports it. Decides nothing about a trial.
 */
@NullMarked
package org.commensal.server;

import org.jspecify.annotations.NullMarked;
