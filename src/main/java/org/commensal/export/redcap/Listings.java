package org.commensal.export.redcap;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.commensal.exchange.RedcapDictionary;
import org.commensal.export.redcap.Project.Event;
import org.commensal.export.release.Table.Column;

/** What describes a project, by the word a client asks for it with; the columns are REDCap's, in its order. */
final class Listings {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ARM = Integer.toString(Project.ARM);

    private static final Map<String, BiFunction<Project, Wanted, Listing>> TABLE = new TreeMap<>();

    static {
        TABLE.put("metadata", Listings::metadata);
        TABLE.put("exportFieldNames", Listings::exportFieldNames);
        TABLE.put("instrument", Listings::instrument);
        TABLE.put("event", Listings::event);
        TABLE.put("arm", Listings::arm);
        TABLE.put("formEventMapping", Listings::formEventMapping);
        TABLE.put("repeatingFormsEvents", Listings::repeatingFormsEvents);
        TABLE.put("dag", Listings::dag);
        TABLE.put("project", Listings::project);
    }

    /** What is said of a project, in this order; what a release does not have is empty or 0. */
    private static final Map<String, String> PROJECT = new LinkedHashMap<>();

    static {
        PROJECT.put("project_id", "");
        PROJECT.put("project_title", "");
        PROJECT.put("creation_time", "");
        PROJECT.put("production_time", "");
        PROJECT.put("in_production", "1");
        PROJECT.put("project_language", "English");
        PROJECT.put("purpose", "2");
        PROJECT.put("purpose_other", "");
        PROJECT.put("project_notes", "");
        PROJECT.put("custom_record_label", "");
        PROJECT.put("secondary_unique_field", "");
        PROJECT.put("is_longitudinal", "1");
        PROJECT.put("has_repeating_instruments_or_events", "");
        PROJECT.put("surveys_enabled", "0");
        PROJECT.put("scheduling_enabled", "0");
        PROJECT.put("record_autonumbering_enabled", "0");
        PROJECT.put("randomization_enabled", "0");
        PROJECT.put("ddp_enabled", "0");
        PROJECT.put("project_irb_number", "");
        PROJECT.put("project_grant_number", "");
        PROJECT.put("project_pi_firstname", "");
        PROJECT.put("project_pi_lastname", "");
        PROJECT.put("display_today_now_button", "0");
        PROJECT.put("missing_data_codes", "");
        PROJECT.put("external_modules", "");
        PROJECT.put("bypass_branching_erase_field_prompt", "0");
    }

    private Listings() {}

    static Set<String> names() {
        return TABLE.keySet();
    }

    /** @return nothing where a project has no such description */
    static Optional<Listing> of(Project project, Wanted wanted) {
        return Optional.ofNullable(TABLE.get(wanted.content())).map(listing -> listing.apply(project, wanted));
    }

    private static Listing metadata(Project project, Wanted wanted) {
        List<List<String>> rows = new ArrayList<>();
        project.instruments().stream().findFirst().ifPresent(first -> {
            Column record = first.table().columns().get(0);
            rows.add(described(Project.RECORD, first, "text", record.label().en(), "", "", ""));
        });
        project.instruments().forEach(form -> form.fields().forEach(field -> rows.add(described(field, form))));
        rows.removeIf(row -> !isAsked(wanted, row.get(0), row.get(1)));
        return Listing.of(RedcapDictionary.API_COLUMNS, rows);
    }

    private static List<String> described(Field field, Instrument form) {
        return described(
                field.name(), form, field.type(), field.label(), field.choices(), field.note(), field.validation());
    }

    private static List<String> described(
            String name, Instrument form, String type, String label, String choices, String note, String validation) {
        return List.of(
                name, form.name(), "", type, label, choices, note, validation, "", "", "", "", "", "", "", "", "", "");
    }

    private static boolean isAsked(Wanted wanted, String field, String form) {
        boolean anything =
                wanted.list("fields").isEmpty() && wanted.list("forms").isEmpty();
        return anything
                || wanted.list("fields").contains(field)
                || wanted.list("forms").contains(form);
    }

    private static Listing exportFieldNames(Project project, Wanted wanted) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(Project.RECORD, "", Project.RECORD));
        for (Instrument form : project.instruments()) {
            for (Field field : form.fields()) {
                for (int i = 0; i < field.exported().size(); i++) {
                    String option =
                            field.isCheckbox() ? field.column().codes().get(i).value() : "";
                    rows.add(List.of(field.name(), option, field.exported().get(i)));
                }
            }
            rows.add(List.of(form.complete(), "", form.complete()));
        }
        return Listing.of(List.of("original_field_name", "choice_value", "export_field_name"), rows);
    }

    private static Listing instrument(Project project, Wanted wanted) {
        return Listing.of(
                List.of("instrument_name", "instrument_label"),
                project.instruments().stream()
                        .map(form -> List.of(form.name(), form.label()))
                        .toList());
    }

    private static Listing event(Project project, Wanted wanted) {
        List<List<String>> rows = new ArrayList<>();
        for (Event event : asked(project, wanted)) {
            String number = Integer.toString(rows.size() + 1);
            rows.add(List.of(event.label(), ARM, event.name(), event.occasion().code(), number));
        }
        return Listing.of(
                List.of("event_name", "arm_num", "unique_event_name", "custom_event_label", "event_id"), rows);
    }

    private static Listing arm(Project project, Wanted wanted) {
        List<List<String>> all = List.of(List.of(ARM, "All participants"));
        return Listing.of(List.of("arm_num", "name"), wanted.asksFor("arms", ARM) ? all : List.of());
    }

    private static Listing formEventMapping(Project project, Wanted wanted) {
        return Listing.of(
                List.of("arm_num", "unique_event_name", "form"),
                asked(project, wanted).stream()
                        .flatMap(event -> event.placed().stream().map(form -> List.of(ARM, event.name(), form.name())))
                        .toList());
    }

    private static Listing repeatingFormsEvents(Project project, Wanted wanted) {
        return Listing.of(
                List.of("event_name", "form_name", "custom_form_label"),
                project.events().stream()
                        .flatMap(
                                event -> event.repeating().stream().map(form -> List.of(event.name(), form.name(), "")))
                        .toList());
    }

    private static Listing dag(Project project, Wanted wanted) {
        return Listing.of(List.of("data_access_group_name", "unique_group_name", "data_access_group_id"), List.of());
    }

    private static List<Event> asked(Project project, Wanted wanted) {
        return wanted.asksFor("arms", ARM) ? project.events() : List.of();
    }

    private static Listing project(Project project, Wanted wanted) {
        Map<String, String> facts = new LinkedHashMap<>(PROJECT);
        facts.put("project_id", Integer.toString(project.id()));
        facts.put("project_title", project.title());
        facts.put("creation_time", TIME.format(project.release().made()));
        facts.put("production_time", TIME.format(project.release().made()));
        facts.put("has_repeating_instruments_or_events", project.hasRepeats() ? "1" : "0");
        facts.put("missing_data_codes", Missing.all());
        return new Listing(List.copyOf(facts.keySet()), List.of(List.copyOf(facts.values())), true);
    }
}
