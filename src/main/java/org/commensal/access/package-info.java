/**
 * Who may do what, where: people, roles, rights, and the ways to prove who one is.
 *
 * <p>Denies by default: a right that no role holds at a place is nobody's. Keeps no password, PIN, link, session,
 * token or invitation in a form that would let its reader use it. Imports {@code kernel} and {@code audit}; knows no study, no
 * participant but by code, and no HTTP.
 */
@NullMarked
package org.commensal.access;

import org.jspecify.annotations.NullMarked;
