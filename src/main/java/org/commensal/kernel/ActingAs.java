package org.commensal.kernel;

/**
 * An actor whose right to one act has been checked, in the role and at the place that gave it.
 *
 * <p>Only a permission check makes one, and the audit trail takes nothing less: an act that nobody allowed cannot be
 * recorded, and an act that cannot be recorded does not happen.
 *
 * @param study the study acted in, or {@code *} for the whole server
 * @param site the site acted at, or {@code *} where the act belongs to no site
 */
public record ActingAs(Actor actor, String role, String study, String site) {}
