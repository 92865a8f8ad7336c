package org.commensal.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule;
import org.commensal.protocol.Schedule.DiaryBlock;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Schedule.Visit;

/**
 * A visit, a diary block or an event form as a study event of ODM, with what ODM has no place for as aliases.
 *
 * @param aliases by their context
 */
record OdmEvent(String code, Text name, boolean repeats, String type, List<String> forms, Map<String, String> aliases) {

    private static final String SCHEDULED = "Scheduled";

    static List<OdmEvent> all(Schedule schedule) {
        return Stream.of(
                        schedule.visits().stream().map(OdmEvent::of),
                        schedule.blocks().stream().map(OdmEvent::of),
                        schedule.events().stream().map(OdmEvent::of))
                .flatMap(each -> each)
                .toList();
    }

    private static OdmEvent of(Visit visit) {
        Map<String, String> aliases = new LinkedHashMap<>();
        aliases.put(Vendor.ANCHOR, word(visit.anchor()));
        aliases.put(Vendor.DAY, String.valueOf(visit.day()));
        aliases.put(Vendor.FROM, String.valueOf(visit.from()));
        aliases.put(Vendor.TO, String.valueOf(visit.to()));
        visit.forms().forEach(form -> aliases.put(Vendor.BY + ":" + form.form(), word(form.by())));
        List<String> forms =
                visit.forms().stream().map(Schedule.VisitForm::form).toList();
        return new OdmEvent(visit.code(), visit.name(), false, SCHEDULED, forms, aliases);
    }

    private static OdmEvent of(DiaryBlock block) {
        Map<String, String> aliases = new LinkedHashMap<>();
        aliases.put(Vendor.ANCHOR, word(block.anchor()));
        aliases.put(Vendor.FIRST_DAY, String.valueOf(block.firstDay()));
        aliases.put(Vendor.LAST_DAY, String.valueOf(block.lastDay()));
        aliases.put(Vendor.LOCK, String.valueOf(block.lockAfterHours()));
        return new OdmEvent(block.code(), block.name(), true, SCHEDULED, List.of(block.form()), aliases);
    }

    private static OdmEvent of(EventForm event) {
        Map<String, String> aliases = new LinkedHashMap<>();
        aliases.put(Vendor.BY + ":" + event.form(), word(event.by()));
        event.when().ifPresent(when -> {
            aliases.put(Vendor.WHEN + ":en", when.en());
            aliases.put(Vendor.WHEN + ":nl", when.nl());
        });
        return new OdmEvent(
                event.code(), event.name(), event.repeating(), OdmSchedule.UNSCHEDULED, List.of(event.form()), aliases);
    }

    void write(XmlWriter xml) {
        xml.element(
                "StudyEventDef",
                inside -> {
                    OdmWriter.texts(xml, "Description", name);
                    forms.forEach(form -> xml.empty("FormRef", "FormOID", "F." + form, "Mandatory", "Yes"));
                    aliases.forEach((context, said) -> OdmWriter.alias(xml, context, said));
                },
                "OID",
                "SE." + code,
                "Name",
                code,
                "Repeating",
                repeats ? "Yes" : "No",
                "Type",
                type);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
