package org.commensal.access;

import java.util.List;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Language;

/**
 * Somebody who shall be able to sign in.
 *
 * @param signIn the name to sign in with, in any case
 * @param name as others see it
 */
public record Invitee(String signIn, String name, Language language, List<Grant> grants) {}
