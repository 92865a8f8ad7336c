/**
 * The studies of this server: published versions, which never change, and the life of each study as facts.
 *
 * <p>May import {@code access} and what is left of it. Knows no participant.
 */
@NullMarked
package org.commensal.studies;

import org.jspecify.annotations.NullMarked;
