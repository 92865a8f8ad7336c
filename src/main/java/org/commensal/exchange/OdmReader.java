package org.commensal.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;

/** The metadata of a study in CDISC ODM 1.3.2 (2013): events become visits, forms forms, and items items. */
final class OdmReader {

    private final String file;
    private final StudyDraft study;
    private final Losses losses;
    private final OdmNames names;
    private final Wording wording;
    private final Part version;
    private final Map<String, FormDraft> forms = new LinkedHashMap<>();
    private final OdmItems items;

    private OdmReader(String file, Part source, Part version) {
        this.file = file;
        this.version = version;
        this.study = new StudyDraft(file);
        this.losses = study.losses();
        this.wording = new Wording(losses, Language.EN);
        this.names = new OdmNames(version, wording);
        this.items = new OdmItems(names, study, new OdmUnits(source));
    }

    static boolean recognises(String start) {
        return start.startsWith("<") && (start.contains("<ODM") || start.contains("/ns/odm/"));
    }

    static Import read(String file, byte[] bytes) {
        Part document = XmlSource.read(file, bytes);
        Part odm = document.part("ODM")
                .orElseThrow(() -> new FaultyImport(file, 1, "This is not ODM.", "The first element is ODM."));
        odm.passOver(
                "FileType",
                "FileOID",
                "CreationDateTime",
                "ODMVersion",
                "SourceSystem",
                "SourceSystemVersion",
                "schemaLocation",
                "Originator",
                "AsOfDateTime",
                "Granularity",
                "PriorFileOID",
                "Archival",
                "ID");
        Part source = odm.part("Study")
                .orElseThrow(
                        () -> new FaultyImport(file, odm.line(), "There is no Study.", "Export it with its metadata."));
        Part version = source.part("MetaDataVersion")
                .orElseThrow(() -> new FaultyImport(
                        file, source.line(), "The study has no MetaDataVersion.", "Export it with its metadata."));
        return new OdmReader(file, source, version).study(document, source);
    }

    private Import study(Part document, Part source) {
        version.passOver("OID", "Name");
        source.passOver("OID");
        version.parts("FormDef").forEach(this::form);
        Part protocol = version.part("Protocol").orElse(new Part("Protocol", 1, ""));
        protocol.parts("StudyEventRef").forEach(each -> each.passOver("OrderNumber", "Mandatory"));
        List<Part> events = new ArrayList<>();
        protocol.parts("StudyEventRef").forEach(each -> each.take("StudyEventOID")
                .flatMap(oid -> names.find("StudyEventDef", oid))
                .ifPresent(events::add));
        version.parts("StudyEventDef").stream()
                .filter(each -> !events.contains(each))
                .forEach(events::add);
        events.forEach(this::visit);
        Optional<Part> global = source.part("GlobalVariables");
        String id = global.flatMap(all -> all.part("ProtocolName"))
                .flatMap(all -> all.take(Part.WORDS))
                .orElse(file);
        String title = global.flatMap(all -> all.part("StudyName"))
                .flatMap(all -> all.take(Part.WORDS))
                .orElse(id);
        Text both = wording.text(title, source.path() + "/GlobalVariables/StudyName");
        document.part("ODM").ifPresent(this::leaveOutAnswers);
        document.listRest(losses);
        return study.finish(id, both);
    }

    /** Answers and people are named as a whole and never repeated. */
    private void leaveOutAnswers(Part odm) {
        for (String kind : List.of("ClinicalData", "ReferenceData", "AdminData")) {
            odm.parts(kind).forEach(part -> {
                part.passOverAll();
                losses.leftOut(part.where(), kind);
            });
        }
    }

    private void form(Part part) {
        String oid = part.take("OID").orElse("");
        String name = part.take("Name").orElse(oid);
        notRepeated(part);
        Text title = names.text(part, "Description").orElseGet(() -> wording.text(name, part.where()));
        FormDraft form = study.form(name, title, part.where());
        if (forms.putIfAbsent(oid, form) != null) {
            throw new FaultyImport(file, part.line(), "Two forms have the OID " + oid + ".", "Give each its own.");
        }
        OdmNames.alias(part, Vendor.MINUTES)
                .filter(minutes -> minutes.matches("[1-9][0-9]?|1[0-9]{2}"))
                .ifPresent(minutes -> form.minutes(Integer.parseInt(minutes)));
        names.sentence(part, Vendor.INTRO).ifPresent(form::intro);
        names.sentence(part, Vendor.ATTRIBUTION).ifPresent(form::attribution);
        Vendor.provenance(context -> OdmNames.alias(part, context)).ifPresent(form::provenance);
        for (Part reference : part.parts("ItemGroupRef")) {
            reference.passOver("OrderNumber", "Mandatory");
            String group = reference.take("ItemGroupOID").orElse("");
            names.find("ItemGroupDef", group)
                    .ifPresentOrElse(found -> group(found, form), () -> dangling(reference, "item group", group));
        }
    }

    private void group(Part group, FormDraft form) {
        group.passOver("Name", "SASDatasetName", "Domain", "Purpose");
        notRepeated(group);
        names.text(group, "Description").ifPresent(text -> form.heading(text, group.where()));
        for (Part reference : group.parts("ItemRef")) {
            reference.passOver("OrderNumber", "KeySequence");
            String oid = reference.take("ItemOID").orElse("");
            names.find("ItemDef", oid)
                    .ifPresentOrElse(
                            item -> items.add(item, reference, group.take("OID").orElse(""), form),
                            () -> dangling(reference, "item", oid));
        }
    }

    private void visit(Part event) {
        String oid = event.take("OID").orElse("V");
        String name = event.take("Name").orElse(oid);
        event.passOver("Type", "Category");
        notRepeated(event);
        Text title = names.text(event, "Description").orElseGet(() -> wording.text(name, event.where()));
        List<String> filledIn = new ArrayList<>();
        for (Part reference : event.parts("FormRef")) {
            reference.passOver("OrderNumber", "Mandatory");
            String form = reference.take("FormOID").orElse("");
            Optional.ofNullable(forms.get(form))
                    .ifPresentOrElse(found -> filledIn.add(found.id()), () -> dangling(reference, "form", form));
        }
        study.visit(oid.startsWith("SE.") ? oid.substring("SE.".length()) : oid, title, filledIn, event.where());
    }

    private void notRepeated(Part part) {
        part.take("Repeating")
                .filter("Yes"::equals)
                .ifPresent(yes -> losses.changed(
                        part.where(),
                        "It can be repeated there, and is filled in once here.",
                        "Dit kan daar vaker, en wordt hier één keer ingevuld."));
    }

    private void dangling(Part reference, String kind, String oid) {
        throw new FaultyImport(
                file,
                reference.line(),
                "There is no " + kind + " \"" + oid + "\".",
                "Define it, or remove this reference.");
    }
}
