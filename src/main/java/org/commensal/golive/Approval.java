package org.commensal.golive;

import java.time.Instant;
import java.util.UUID;

/**
 * That one person approved a version to go live.
 *
 * @param name of the person, as the audit trail has it
 * @param reference what the approval rests on
 */
public record Approval(UUID person, String name, String role, String reference, Instant at) {}
