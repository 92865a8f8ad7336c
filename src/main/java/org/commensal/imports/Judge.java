package org.commensal.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.imports.JudgedRow.Kind;
import org.commensal.imports.ResultFile.Row;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemType;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.UsualLimits;
import org.commensal.instrument.Value;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.protocol.ResultImport;
import org.commensal.protocol.ResultImport.Column;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.AnswersJson;
import org.commensal.questionnaires.Response;
import org.jspecify.annotations.Nullable;

/**
 * Judges a file of results row by row: what each would add or correct, or what is wrong with it. Judging changes nothing,
 * and the same file and facts are always judged alike.
 *
 * <p>An empty cell says nothing: it never takes away an answer that stands.
 */
final class Judge {

    private static final Text NOBODY = new Text(
            "\"%s\" is no participant for whom you may import. Check the code, or ask the site.",
            "\"%s\" is geen deelnemer voor wie u mag inlezen. Controleer de code of vraag het centrum.");
    private static final Text NO_CONSENT = new Text(
            "This participant has not consented, so nothing may be filled in. Take the row out.",
            "Deze deelnemer heeft geen toestemming gegeven, dus er mag niets ingevuld worden. Haal de rij weg.");
    private static final Text STOPPED = new Text(
            "This participant stopped the use of their data. Take the row out.",
            "Deze deelnemer wil niet dat de gegevens nog gebruikt worden. Haal de rij weg.");
    private static final Text NOT_ASKED = new Text(
            "The version of the study of this site does not ask for these results at %s. Take the row out.",
            "De versie van de studie van dit centrum vraagt deze uitslagen niet bij %s. Haal de rij weg.");
    private static final Text NO_DAY = new Text(
            "Visit %s is not planned yet for this participant. Take the row out, or import it later.",
            "Bezoek %s is nog niet gepland voor deze deelnemer. Haal de rij weg, of lees die later in.");
    private static final Text TOO_EARLY = new Text(
            "Visit %s opens on %s. Take the row out, or import it later.",
            "Bezoek %s begint op %s. Haal de rij weg, of lees die later in.");
    private static final Text FUTURE = new Text(
            "The sample was taken on a day that is still to come. Correct the day.",
            "Het monster is afgenomen op een dag die nog komt. Verbeter de dag.");
    private static final Text BEFORE_CONSENT = new Text(
            "The sample was taken before this participant consented. Correct the day, or take the row out.",
            "Het monster is afgenomen vóór de toestemming van deze deelnemer. Verbeter de dag of haal de rij weg.");
    private static final Text OUTSIDE = new Text(
            "The sample was taken outside the window of visit %s, which is from %s to %s.",
            "Het monster is afgenomen buiten de periode van bezoek %s: van %s tot en met %s.");
    private static final Text DOUBLE = new Text(
            "Row %s has a result of this participant and sample too. Keep one of them.",
            "Rij %s heeft ook een uitslag van deze deelnemer en dit monster. Houd er één van.");
    private static final Text SEVERAL = new Text(
            "This sample is on file more than once. Correct that on the page of the participant first.",
            "Dit monster is al meer dan één keer ingevuld. Verbeter dat eerst op de pagina van de deelnemer.");
    private static final Text NOT_TOLD = new Text(
            "This cell tells which result it is and cannot be empty.",
            "Deze cel zegt welke uitslag het is en mag niet leeg zijn.");

    private final ResultImport definition;
    private final Facts facts;
    private final List<Finding> faults = new ArrayList<>();
    private final List<Finding> doubts = new ArrayList<>();
    private final Map<List<Object>, Integer> seen = new HashMap<>();

    Judge(ResultImport definition, Facts facts) {
        this.definition = definition;
        this.facts = facts;
    }

    List<JudgedRow> judge(ResultFile file) {
        return file.rows().stream().map(this::judge).toList();
    }

    /** What is wrong with the rows that were judged, in the order of the file. */
    List<Finding> faults() {
        return faults;
    }

    /** What is unusual about them, and is taken where somebody confirms it. */
    List<Finding> doubts() {
        return doubts;
    }

    private JudgedRow judge(Row row) {
        int before = faults.size();
        String code = row.cell(definition.participant()).toUpperCase(Locale.ROOT);
        Participant participant = facts.participants().get(code);
        if (participant == null) {
            fault(row, definition.participant(), NOBODY.with(Cells.shown(row.cell(definition.participant()))));
            return JudgedRow.faulty(row.number(), "");
        }
        Study study = Objects.requireNonNull(facts.atSites().get(participant.site()));
        boolean asked = mayTakePart(row, participant) & isAsked(row, study, participant);
        sampled(row, participant);
        Optional<List<Object>> sample = asked ? sample(row, study, code) : Optional.empty();
        Optional<JudgedRow> judged = sample.flatMap(key -> judge(row, study, code, key));
        return judged.filter(one -> faults.size() == before).orElseGet(() -> JudgedRow.faulty(row.number(), code));
    }

    private boolean mayTakePart(Row row, Participant participant) {
        boolean consented = participant.reached(Stage.CONSENTED);
        boolean stopped = participant.withdrawn().containsKey(Part.USE_OF_DATA);
        if (!consented || stopped) {
            fault(row, definition.participant(), stopped ? STOPPED : NO_CONSENT);
        }
        return consented && !stopped;
    }

    private boolean isAsked(Row row, Study study, Participant participant) {
        boolean atEvent = study.schedule()
                .event(definition.event())
                .filter(event -> event.form().equals(definition.form()) && event.by() == FilledBy.STAFF)
                .isPresent();
        boolean atVisit = study.schedule().visits().stream()
                .filter(visit -> visit.code().equals(definition.event()))
                .flatMap(visit -> visit.forms().stream())
                .anyMatch(form -> form.form().equals(definition.form()) && form.by() == FilledBy.STAFF);
        if (atEvent || !atVisit) {
            if (!atEvent) {
                fault(row, "", NOT_ASKED.with(definition.event()));
            }
            return atEvent;
        }
        Optional<Task> task = task(study, participant);
        if (task.isEmpty()) {
            fault(row, "", NO_DAY.with(definition.event()));
        } else if (facts.today().isBefore(task.get().opens())) {
            fault(row, "", TOO_EARLY.with(definition.event(), task.get().opens()));
        }
        return task.isPresent();
    }

    private Optional<Task> task(Study study, Participant participant) {
        String key = definition.event() + "/" + definition.form();
        return study.schedule().tasks(participant.anchors()).stream()
                .filter(task -> task.key().equals(key))
                .findFirst();
    }

    private void sampled(Row row, Participant participant) {
        Optional<LocalDate> day = new Cells(definition, row, faults).sampled();
        LocalDate consent = participant.milestones().getOrDefault(Stage.CONSENTED, LocalDate.MIN);
        if (day.filter(facts.today()::isBefore).isPresent()) {
            fault(row, definition.sampled(), FUTURE);
        } else if (day.filter(consent::isAfter).isPresent()) {
            fault(row, definition.sampled(), BEFORE_CONSENT);
        }
    }

    /** Which sample of which participant a row is about; empty, and a fault noted, where that cannot be told. */
    private Optional<List<Object>> sample(Row row, Study study, String code) {
        Map<String, Object> answers =
                new Cells(definition, row, new ArrayList<>()).answers(study.questionnaire(definition.form()));
        List<Object> key = new ArrayList<>(List.of(code));
        for (String item : definition.toldApartBy()) {
            Column column = column(item).orElseThrow();
            if (row.cell(column.column()).isEmpty()) {
                fault(row, column.column(), NOT_TOLD);
            }
            Optional.ofNullable(answers.get(item))
                    .flatMap(given -> read(study.questionnaire(definition.form()), item, given))
                    .ifPresent(key::add);
        }
        if (key.size() <= definition.toldApartBy().size()) {
            new Cells(definition, row, faults).answers(study.questionnaire(definition.form()));
            return Optional.empty();
        }
        Integer first = seen.putIfAbsent(key, row.number());
        if (first != null) {
            fault(row, "", DOUBLE.with(first));
        }
        return Optional.of(key);
    }

    private Optional<JudgedRow> judge(Row row, Study study, String code, List<Object> sample) {
        List<Object> told = sample.subList(1, sample.size());
        List<Response> standing = facts.answered().getOrDefault(code, List.of()).stream()
                .filter(response -> definition.toldApartBy().stream()
                        .map(item -> (Object) response.answers().get(item))
                        .toList()
                        .equals(told))
                .toList();
        if (standing.size() > 1) {
            fault(row, "", SEVERAL);
            return Optional.empty();
        }
        Optional<Response> stands = standing.stream().findFirst();
        Study version =
                stands.map(response -> facts.versions().get(response.version())).orElse(study);
        return outcome(row, code, version, stands);
    }

    private Optional<JudgedRow> outcome(Row row, String code, Study version, Optional<Response> stands) {
        Questionnaire form = version.questionnaire(definition.form());
        Map<String, Object> told = new Cells(definition, row, faults).answers(form);
        Map<String, @Nullable Object> given =
                stands.map(response -> given(form, response)).orElseGet(HashMap::new);
        given.putAll(told);
        Optional<Answers> answers = accepted(row, form, given);
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        List<String> changed = stands.map(response -> changed(form, response.answers(), answers.get()))
                .orElse(List.of());
        Kind kind = stands.isEmpty() ? Kind.ADD : changed.isEmpty() ? Kind.SAME : Kind.CORRECT;
        Set<String> unusual = new LinkedHashSet<>();
        form.items()
                .forEach(item -> UsualLimits.doubt(item, given.get(item.code())).ifPresent(doubt -> {
                    unusual.add(item.code());
                    column(item.code())
                            .filter(column -> kind == Kind.ADD || changed.contains(column.column()))
                            .ifPresent(column -> doubts.add(new Finding(row.number(), column.column(), doubt)));
                }));
        outside(row, version, code, kind);
        return Optional.of(new JudgedRow(
                row.number(),
                kind,
                code,
                stands.map(Response::task).orElseGet(() -> key(version)),
                version.version(),
                given,
                unusual,
                stands.map(Response::id).orElse(null),
                changed));
    }

    private String key(Study version) {
        return version.schedule().event(definition.event()).isPresent()
                ? definition.event()
                : definition.event() + "/" + definition.form();
    }

    private void outside(Row row, Study version, String code, Kind kind) {
        Participant participant = Objects.requireNonNull(facts.participants().get(code));
        Optional<LocalDate> day = new Cells(definition, row, new ArrayList<>()).sampled();
        task(version, participant)
                .filter(task -> kind != Kind.SAME
                        && day.filter(on -> on.isBefore(task.opens()) || on.isAfter(task.due()))
                                .isPresent())
                .ifPresent(task -> doubts.add(new Finding(
                        row.number(),
                        definition.sampled(),
                        OUTSIDE.with(definition.event(), task.opens(), task.due()))));
    }

    /** The answers that stand, as they would be given again. */
    private static Map<String, @Nullable Object> given(Questionnaire form, Response response) {
        Map<String, @Nullable Object> given = new HashMap<>();
        Map<String, Object> stored =
                AnswersJson.given(AnswersJson.document(response.answers().values()));
        asked(form).forEach(item -> {
            if (stored.containsKey(item.code())) {
                given.put(item.code(), stored.get(item.code()));
            } else if (response.answers().get(item.code()) == Value.Missing.SKIPPED) {
                given.put(item.code(), null);
            }
        });
        return given;
    }

    private Optional<Answers> accepted(Row row, Questionnaire form, Map<String, @Nullable Object> given) {
        try {
            return Optional.of(form.accept(given));
        } catch (Refusal refusal) {
            for (Refusal.Violation violation : refusal.violations()) {
                String item = violation.pointer().substring(violation.pointer().lastIndexOf('/') + 1);
                String column = column(item).map(Column::column).orElse("");
                if (faults.stream()
                        .noneMatch(fault ->
                                fault.row() == row.number() && fault.column().equals(column))) {
                    fault(row, column, violation.message());
                }
            }
            return Optional.empty();
        }
    }

    /** The columns whose item would have another answer than the one that stands. */
    private List<String> changed(Questionnaire form, Answers before, Answers after) {
        return asked(form)
                .filter(item -> !before.get(item.code()).equals(after.get(item.code())))
                .map(item -> column(item.code()).map(Column::column).orElse(item.code()))
                .toList();
    }

    private static Stream<Item> asked(Questionnaire form) {
        return form.items().stream().filter(item -> ItemTypes.of(item).isAsked());
    }

    private static Optional<Value> read(Questionnaire form, String code, Object given) {
        return form.items().stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .map(item -> ItemTypes.of(item).read(item, given))
                .filter(ItemType.Reading.Accepted.class::isInstance)
                .map(reading -> ((ItemType.Reading.Accepted) reading).value());
    }

    private Optional<Column> column(String item) {
        return definition.columns().stream()
                .filter(column -> column.item().equals(item))
                .findFirst();
    }

    private void fault(Row row, String column, Text what) {
        faults.add(new Finding(row.number(), column, what));
    }
}
