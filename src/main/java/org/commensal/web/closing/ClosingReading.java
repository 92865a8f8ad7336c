package org.commensal.web.closing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.freezing.FreezeState;
import org.commensal.verification.FormRecord;
import org.commensal.verification.ParticipantClosing;
import org.commensal.verification.Standing;
import org.commensal.web.closing.ClosingSheet.Checked;
import org.commensal.web.closing.ClosingSheet.Share;
import org.commensal.web.closing.ClosingSheet.Total;

/** How far data are closed, counted by site and by form. */
record ClosingReading(List<ParticipantClosing> all, ClosingWords words) {

    /** A line for each site that has participants, by the order of the study, and one for all where there are more. */
    List<Total> totals() {
        List<Total> totals = new ArrayList<>();
        bySite().forEach((site, some) ->
                totals.add(total(words.study().site(site).name(), some)));
        if (totals.size() > 1) {
            totals.add(total(words.texts().get("closing.all-sites"), all));
        }
        return totals;
    }

    private Map<String, List<ParticipantClosing>> bySite() {
        Map<String, List<ParticipantClosing>> bySite = new LinkedHashMap<>();
        words.study().sites().forEach(site -> {
            List<ParticipantClosing> there = all.stream()
                    .filter(each -> each.participant().site().equals(site.code()))
                    .toList();
            if (!there.isEmpty()) {
                bySite.put(site.code(), there);
            }
        });
        return bySite;
    }

    private static Total total(String site, List<ParticipantClosing> some) {
        List<FormRecord> forms = forms(some);
        return new Total(
                site,
                some.size(),
                forms.size(),
                required(forms),
                verified(forms),
                share(forms, FormRecord::isSigned),
                share(forms, FormRecord::isFrozen),
                (int) some.stream()
                        .filter(each -> each.state() == FreezeState.LOCKED)
                        .count());
    }

    /** Each form that was filled in, with how much of it was verified at each site and in all. */
    List<Checked> verification() {
        Map<String, List<FormRecord>> used = byForm(all);
        List<Map<String, List<FormRecord>>> columns = new ArrayList<>();
        bySite().values().forEach(some -> columns.add(byForm(some)));
        if (columns.size() > 1) {
            columns.add(used);
        }
        return Stream.concat(words.study().questionnaires().keySet().stream(), used.keySet().stream())
                .distinct()
                .filter(used::containsKey)
                .map(form -> new Checked(
                        words.form(form),
                        columns.stream()
                                .map(column -> verified(column.getOrDefault(form, List.of())))
                                .toList()))
                .toList();
    }

    private static Map<String, List<FormRecord>> byForm(List<ParticipantClosing> some) {
        return forms(some).stream()
                .collect(Collectors.groupingBy(FormRecord::form, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<FormRecord> forms(List<ParticipantClosing> some) {
        return some.stream().flatMap(each -> each.forms().stream()).toList();
    }

    static Share verified(List<FormRecord> forms) {
        int changed = (int) forms.stream()
                .filter(form -> form.verified() == Standing.CHANGED)
                .count();
        return new Share(share(forms, FormRecord::isVerified).some(), forms.size(), changed);
    }

    /** Of what the study wants to be compared with its source, how much is. */
    static Share required(List<FormRecord> forms) {
        return verified(forms.stream().filter(FormRecord::isToVerify).toList());
    }

    private static Share share(List<FormRecord> forms, Predicate<FormRecord> which) {
        return new Share((int) forms.stream().filter(which).count(), forms.size(), 0);
    }
}
