package org.commensal.export.redcap;

import java.util.List;
import org.commensal.kernel.Text;

/**
 * When forms are filled in: a visit, a block of diary days, or something that happens.
 *
 * @param code as the tables have it
 * @param repeats whether a form can be filled in more than once on it
 * @param forms by the names of their tables
 */
public record Occasion(String code, Text label, boolean repeats, List<String> forms) {

    public Occasion {
        forms = List.copyOf(forms);
    }
}
