package org.commensal.web.unblinding;

import java.util.List;
import org.commensal.web.Done;
import org.commensal.web.Pair;

/**
 * One unblinding: what it is, what was decided, and what may be decided by who reads it.
 *
 * @param facts what, of whom, why, by whom, shown to whom
 * @param done the steps so far, the first first
 * @param outcomes what may be decided; none where it was, or where somebody else decides
 * @param password whether the decision needs the password again
 */
public record UnblindingSheet(
        UnblindingLine line,
        String base,
        List<Pair> facts,
        List<Done> done,
        List<UnblindingForm.Option> outcomes,
        boolean password) {}
