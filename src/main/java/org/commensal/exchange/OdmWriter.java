package org.commensal.exchange;

import java.util.List;
import java.util.function.Consumer;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/** Writes the visits and forms of a study in CDISC ODM 1.3.2 (2013), valid against its schema. */
final class OdmWriter {

    /** A snapshot of metadata has no time of its own; so the same study gives the same bytes. */
    private static final String NO_TIME = "1970-01-01T00:00:00Z";

    private final Study study;
    private final XmlWriter xml;

    private OdmWriter(Study study, XmlWriter xml) {
        this.study = study;
        this.xml = xml;
    }

    static byte[] bytes(Study study) {
        XmlWriter xml = new XmlWriter();
        new OdmWriter(study, xml).document();
        return xml.bytes();
    }

    private void document() {
        xml.element(
                "ODM",
                odm -> odm.element("Study", inside -> study(), "OID", "S." + study.id()),
                "xmlns",
                "http://www.cdisc.org/ns/odm/v1.3",
                "FileType",
                "Snapshot",
                "FileOID",
                study.id() + "." + study.version(),
                "CreationDateTime",
                NO_TIME,
                "ODMVersion",
                "1.3.2");
    }

    private void study() {
        xml.element("GlobalVariables", inside -> {
            xml.text("StudyName", study.title().en());
            xml.text("StudyDescription", study.summary().en());
            xml.text("ProtocolName", study.id());
        });
        List<String> units = units();
        if (!units.isEmpty()) {
            xml.element("BasicDefinitions", inside -> units.forEach(this::unit));
        }
        xml.element("MetaDataVersion", inside -> version(), "OID", "MDV." + study.version(), "Name", study.version());
    }

    private List<String> units() {
        return study.questionnaires().values().stream()
                .flatMap(form -> form.items().stream())
                .filter(item -> item.settings().containsKey("unit"))
                .map(OdmItemWriter::unit)
                .distinct()
                .sorted()
                .toList();
    }

    private void unit(String unit) {
        xml.element(
                "MeasurementUnit",
                inside -> xml.element("Symbol", symbol -> xml.text("TranslatedText", unit, "xml:lang", "en")),
                "OID",
                "MU." + unit,
                "Name",
                unit);
    }

    private void version() {
        List<OdmEvent> events = OdmEvent.all(study.schedule());
        xml.element("Protocol", inside -> {
            events.forEach(
                    event -> xml.empty("StudyEventRef", "StudyEventOID", "SE." + event.code(), "Mandatory", "Yes"));
            aliases(xml, Vendor.TITLE, study.title());
            aliases(xml, Vendor.SUMMARY, study.summary());
            alias(xml, Vendor.VERSION, study.version());
            alias(xml, Vendor.ZONE, study.zone().getId());
            alias(xml, Vendor.TARGET, String.valueOf(study.target()));
        });
        events.forEach(event -> event.write(xml));
        study.questionnaires().values().forEach(this::form);
        each(form -> group(form));
        each(form -> {
            form.items().forEach(item -> new OdmItemWriter(xml, item).definition());
            form.scores().forEach(score -> OdmItemWriter.score(xml, score));
        });
        each(form -> form.items().forEach(item -> new OdmItemWriter(xml, item).codeList()));
        each(form -> form.items().forEach(item -> new OdmItemWriter(xml, item).condition()));
        each(form -> {
            form.items().forEach(item -> new OdmItemWriter(xml, item).method());
            form.scores()
                    .forEach(score -> OdmItemWriter.method(
                            xml, score.code(), score.formula().source()));
        });
    }

    private void each(Consumer<Questionnaire> write) {
        study.questionnaires().values().forEach(write);
    }

    private void form(Questionnaire form) {
        xml.element(
                "FormDef",
                inside -> {
                    texts(xml, "Description", form.title());
                    xml.empty("ItemGroupRef", "ItemGroupOID", "IG." + form.id(), "Mandatory", "Yes");
                    alias(xml, Vendor.MINUTES, String.valueOf(form.minutes()));
                    form.intro().ifPresent(intro -> aliases(xml, Vendor.INTRO, intro));
                    form.attribution().ifPresent(line -> aliases(xml, Vendor.ATTRIBUTION, line));
                    Vendor.extras(form).forEach((context, value) -> alias(xml, context, value));
                },
                "OID",
                "F." + form.id(),
                "Name",
                form.id(),
                "Repeating",
                "No");
    }

    private void group(Questionnaire form) {
        xml.element(
                "ItemGroupDef",
                inside -> {
                    int order = 1;
                    for (Item item : form.items()) {
                        new OdmItemWriter(xml, item).reference(order++);
                    }
                    for (Questionnaire.Score score : form.scores()) {
                        xml.empty(
                                "ItemRef",
                                "ItemOID",
                                "I." + score.code(),
                                "OrderNumber",
                                String.valueOf(order++),
                                "Mandatory",
                                "No",
                                "MethodOID",
                                "M." + score.code());
                    }
                },
                "OID",
                "IG." + form.id(),
                "Name",
                form.id(),
                "Repeating",
                "No");
    }

    static void texts(XmlWriter xml, String element, Text text) {
        xml.element(element, inside -> {
            xml.text("TranslatedText", text.en(), "xml:lang", "en");
            xml.text("TranslatedText", text.nl(), "xml:lang", "nl");
        });
    }

    static void alias(XmlWriter xml, String context, String name) {
        xml.empty("Alias", "Context", context, "Name", name);
    }

    static void aliases(XmlWriter xml, String context, Text text) {
        alias(xml, context + ":en", text.en());
        alias(xml, context + ":nl", text.nl());
    }
}
