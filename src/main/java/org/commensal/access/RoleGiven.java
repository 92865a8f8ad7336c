package org.commensal.access;

import java.util.UUID;
import org.commensal.kernel.Actor.Grant;

/**
 * That somebody who was here before is given one more role; told in the transaction of the act, so that a room that
 * knows more of the person can refuse it.
 */
public record RoleGiven(UUID person, Role role, Grant grant) {}
