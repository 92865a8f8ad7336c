package org.commensal.web.unblinding;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Figure;

/**
 * The register of unblindings, in figures, line by line, and by person.
 *
 * @param request where an unblinding is asked for, for those who may
 */
public record UnblindingList(
        List<Figure> facts, List<UnblindingLine> lines, List<Knower> knowers, Optional<String> request) {

    /**
     * Somebody who was blinded and knows arms.
     *
     * @param since the first time
     */
    public record Knower(String name, List<String> participants, String since) {}
}
