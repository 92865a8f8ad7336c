package org.commensal.safety.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commensal.instrument.Item;
import org.commensal.instrument.Value;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Language;
import org.commensal.protocol.AdverseEvents.Part;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;
import org.commensal.questionnaires.ResponseLedger;
import org.commensal.safety.medication.MedicationRegister;
import org.commensal.safety.medication.Medicine;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;
import org.commensal.unblinding.Unblinding;
import org.commensal.unblinding.Unblinding.Decision;
import org.commensal.unblinding.Unblinding.Kind;
import org.commensal.unblinding.UnblindingRegister;

/**
 * What a report of a serious adverse event says, after the CIOMS I form (CIOMS, 1990): no identity, and never an arm. Of
 * a code that was broken it says when.
 */
@ApplicationScoped
class ReportContent {

    private static final int BAND = 10;

    @Inject
    StudyRegister studies;

    @Inject
    ResponseLedger responses;

    @Inject
    MedicationRegister medication;

    @Inject
    UnblindingRegister unblindings;

    /** @param language of what the study has words for */
    SortedMap<String, String> of(Actor actor, AdverseEvent event, Language language) {
        SortedMap<String, String> content = new TreeMap<>();
        Study study = event.study();
        content.put("study", study.title().in(language));
        content.put("version", study.version());
        content.put("site", study.site(event.participant().site()).name());
        content.put("participant", event.code().value());
        content.put("event", event.response().task());
        content.put("term", event.term());
        content.put("category", event.label(Part.CATEGORY).in(language));
        event.start().ifPresent(day -> content.put("start", day.toString()));
        event.studyDay().ifPresent(day -> content.put("study-day", day.toString()));
        event.end().ifPresent(day -> content.put("end", day.toString()));
        content.put("ongoing", Boolean.toString(event.isOngoing()));
        content.put("grade", Integer.toString(event.grade()));
        content.put("criteria", String.join(" ", event.criteria()));
        content.put(
                "aware",
                event.serious().map(SeriousEvent::aware).map(Instant::toString).orElse(""));
        content.put("narrative", event.narrative());
        content.put("action", event.label(Part.ACTION).in(language));
        content.put("outcome", event.outcome());
        event.judgement().ifPresent(made -> judgement(content, made));
        person(content, event, language);
        content.put("medicines", medicines(event));
        codeBroken(actor, event).ifPresent(at -> content.put("code-broken", at.toString()));
        return content;
    }

    private static void judgement(SortedMap<String, String> content, Judgement made) {
        content.put("causality", made.causality().code());
        content.put("expected", Boolean.toString(made.expected()));
        content.put("judged-by", made.by());
        content.put("judged-at", made.at().toString());
        content.put("judgement-note", made.note());
    }

    /** A band of ten years, and the sex, where the study knows them. */
    private void person(SortedMap<String, String> content, AdverseEvent event, Language language) {
        PublishedStudy published = studies.inForce(event.study().id());
        List<Response> given = responses.current(published, event.code());
        event.asked()
                .age()
                .flatMap(code -> answer(given, code))
                .filter(Value.Num.class::isInstance)
                .map(age -> ((Value.Num) age).value().intValue() / BAND * BAND)
                .ifPresent(from -> content.put("age", from + "–" + (from + BAND - 1)));
        event.asked()
                .sex()
                .flatMap(code -> answer(given, code).map(sex -> label(event.study(), code, sex, language)))
                .ifPresent(sex -> content.put("sex", sex));
    }

    private static Optional<Value> answer(List<Response> given, String code) {
        return given.stream()
                .map(response -> response.answers().get(code))
                .filter(value -> !(value instanceof Value.Missing))
                .reduce((earlier, later) -> later);
    }

    private static String label(Study study, String code, Value value, Language language) {
        String word = value instanceof Value.Word written ? written.value() : "";
        return study.questionnaires().values().stream()
                .flatMap(form -> form.items().stream())
                .filter(item -> item.code().equals(code))
                .flatMap(item -> item.options().stream())
                .filter(option -> option.value().equals(word))
                .map(Item.Option::label)
                .map(label -> label.in(language))
                .findFirst()
                .orElse(word);
    }

    /** What was used on the day on which it began, one a line: {@code sertraline (N06AB06), 50 mg}. */
    private String medicines(AdverseEvent event) {
        Optional<LocalDate> onset = event.start();
        return onset.isEmpty()
                ? ""
                : medication.of(event.study().id(), event.code()).stream()
                        .filter(medicine -> medicine.isUsedOn(onset.get()))
                        .map(medicine -> line(medicine, onset.get()))
                        .collect(Collectors.joining("\n"));
    }

    private static String line(Medicine medicine, LocalDate day) {
        String code = medicine.atc().isEmpty() ? "" : " (" + medicine.atc() + ")";
        String dose = medicine.strengthOn(day);
        return medicine.product() + code + (dose.isEmpty() ? "" : ", " + dose);
    }

    private Optional<Instant> codeBroken(Actor actor, AdverseEvent event) {
        return unblindings.list(actor, event.study().id()).stream()
                .filter(Unblinding::opens)
                .filter(each -> each.participants().stream()
                        .anyMatch(whom -> whom.code().equals(event.code())))
                .map(each -> each.kind() == Kind.EMERGENCY
                        ? each.at()
                        : each.decided().map(Decision::at).orElse(each.at()))
                .min(Instant::compareTo);
    }
}
