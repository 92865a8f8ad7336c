package org.commensal.web.closing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commensal.freezing.FreezeState;
import org.commensal.verification.ParticipantClosing;
import org.commensal.verification.Tally;
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
        Tally tally = Tally.sum(some.stream().map(ParticipantClosing::tally));
        return new Total(
                site,
                some.size(),
                tally.forms(),
                share(tally.required()),
                share(tally.verified()),
                new Share(tally.signed(), tally.forms(), 0),
                new Share(tally.frozen(), tally.forms(), 0),
                (int) some.stream()
                        .filter(each -> each.state() == FreezeState.LOCKED)
                        .count());
    }

    /** Each form that was filled in, with how much of it was verified at each site and in all. */
    List<Checked> verification() {
        Map<String, Tally> used = byForm(all);
        List<Map<String, Tally>> columns = new ArrayList<>();
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
                                .map(column -> share(
                                        column.getOrDefault(form, Tally.NONE).verified()))
                                .toList()))
                .toList();
    }

    private static Map<String, Tally> byForm(List<ParticipantClosing> some) {
        Map<String, Tally> byForm = new LinkedHashMap<>();
        some.forEach(each -> each.byForm().forEach((form, tally) -> byForm.merge(form, tally, Tally::plus)));
        return byForm;
    }

    static Share share(Tally.Source source) {
        return new Share(source.verified(), source.of(), source.changed());
    }
}
