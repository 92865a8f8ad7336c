package org.commensal.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.instrument.Item;
import org.commensal.instrument.Licence;
import org.commensal.instrument.Provenance;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Text;

/**
 * The wording of instruments whose owner does not let everybody reproduce it: questions, labels and what is said around
 * them. Whoever fills a form in sees it; a copy to take away holds placeholders in its place.
 */
public final class LicensedWording {

    private LicensedWording() {}

    /** Whether any form of the study holds wording that not everybody may reproduce. */
    public static boolean isIn(Study study) {
        return study.questionnaires().values().stream()
                .anyMatch(form -> isLicensed(form) && !form.equals(withheld(form)));
    }

    /** The study with placeholders for that wording; codes, scores, bands and the terms themselves stay. */
    public static Study withheld(Study study) {
        Map<String, Questionnaire> forms = new LinkedHashMap<>();
        study.questionnaires().forEach((id, form) -> forms.put(id, isLicensed(form) ? withheld(form) : form));
        return study.with(forms);
    }

    private static boolean isLicensed(Questionnaire form) {
        return form.provenance()
                .map(Provenance::licence)
                .map(Licence::status)
                .filter(Licence.Status::mayLackWording)
                .isPresent();
    }

    private static Questionnaire withheld(Questionnaire form) {
        List<Item> items = form.items().stream().map(LicensedWording::withheld).toList();
        List<String> lacking = items.stream().map(Item::code).toList();
        return new Questionnaire(
                form.id(),
                form.title(),
                Optional.empty(),
                form.attribution(),
                form.minutes(),
                items,
                form.scores(),
                form.provenance()
                        .map(from -> new Provenance(
                                from.version(), from.source(), from.licence(), lacking, from.unverified())));
    }

    private static Item withheld(Item item) {
        List<Item.Option> options = item.options().stream()
                .map(option -> new Item.Option(option.value(), Text.same(option.value()), Optional.empty()))
                .toList();
        return item.worded(Wording.PLACEHOLDER, Optional.empty(), options);
    }
}
