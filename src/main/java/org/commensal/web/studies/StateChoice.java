package org.commensal.web.studies;

import java.util.List;
import java.util.Optional;

/**
 * The states that may follow in the life of a study, each with what it means.
 *
 * @param unfinished what is not final yet, where the data may be locked now
 */
public record StateChoice(String address, String now, List<Next> next, Optional<String> unfinished) {

    public record Next(String code, String label, String meaning) {}
}
