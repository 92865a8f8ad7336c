package org.commensal.exchange;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Set<String> groupsListed = new HashSet<>();
    private final OdmItems items;

    private OdmReader(String file, Part source, Part version) {
        this.file = file;
        this.version = version;
        this.study = new StudyDraft(file);
        this.losses = study.losses();
        this.wording = new Wording(losses, Language.EN);
        this.names = new OdmNames(file, version, wording);
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
        version.parts("FormDef").forEach(this::form);
        Part protocol = version.part("Protocol").orElse(new Part("Protocol", 1, ""));
        schedule(protocol);
        StudyDraft.Head head = head(source, protocol);
        document.part("ODM").ifPresent(this::leaveOutAnswers);
        document.listRest(losses);
        return study.finish(head);
    }

    private void schedule(Part protocol) {
        List<Part> events = new ArrayList<>();
        for (Part reference : OdmNames.inOrder(protocol.parts("StudyEventRef"))) {
            OdmNames.listOptional(reference, losses);
            reference
                    .take("StudyEventOID")
                    .flatMap(oid -> names.find("StudyEventDef", oid))
                    .filter(each -> !events.contains(each))
                    .ifPresent(events::add);
        }
        List<Part> all = version.parts("StudyEventDef");
        all.stream().filter(each -> !events.contains(each)).forEach(events::add);
        boolean onlyCommon =
                all.stream().noneMatch(each -> each.has("Type") && !each.isSaid("Type", OdmSchedule.COMMON));
        events.forEach(new OdmSchedule(study, names, wording, forms, onlyCommon)::add);
    }

    /** What our own exports say of the study beside the protocol; of others the name and the description. */
    private StudyDraft.Head head(Part source, Part protocol) {
        Optional<Part> global = source.part("GlobalVariables");
        String id = said(global, "ProtocolName").orElse(file);
        String title = said(global, "StudyName").orElse(id);
        Optional<Text> ours = names.sentence(protocol, Vendor.TITLE);
        Optional<String> description = said(global, "StudyDescription");
        Text named = ours.orElseGet(() -> wording.text(title, source.path() + "/GlobalVariables/StudyName"));
        Optional<Text> summary = names.sentence(protocol, Vendor.SUMMARY)
                .or(() -> description.map(
                        words -> wording.text(words, source.path() + "/GlobalVariables/StudyDescription")));
        if (ours.isPresent()) {
            source.passOver("OID");
            version.passOver("OID", "Name");
        }
        return new StudyDraft.Head(
                id,
                named,
                summary,
                OdmNames.alias(protocol, Vendor.VERSION),
                OdmNames.alias(protocol, Vendor.ZONE).filter(ZoneId.getAvailableZoneIds()::contains),
                OdmNames.alias(protocol, Vendor.TARGET).filter(some -> some.matches("[1-9][0-9]{0,4}")));
    }

    private static Optional<String> said(Optional<Part> global, String element) {
        return global.flatMap(all -> all.part(element))
                .flatMap(all -> all.take(Part.WORDS))
                .map(Wording::clean)
                .filter(words -> !words.isEmpty());
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
        nameOf(part, oid, name, form);
        OdmNames.alias(part, Vendor.MINUTES)
                .filter(minutes -> minutes.matches("[1-9][0-9]?|1[0-9]{2}"))
                .ifPresent(minutes -> form.minutes(Integer.parseInt(minutes)));
        names.sentence(part, Vendor.INTRO).ifPresent(form::intro);
        names.sentence(part, Vendor.ATTRIBUTION).ifPresent(form::attribution);
        Vendor.provenance(context -> OdmNames.alias(part, context)).ifPresent(form::provenance);
        List<Part> groups = OdmNames.inOrder(part.parts("ItemGroupRef"));
        for (Part reference : groups) {
            OdmNames.listOptional(reference, losses);
            String group = reference.take("ItemGroupOID").orElse("");
            Part found =
                    names.find("ItemGroupDef", group).orElseThrow(() -> names.dangling(reference, "item group", group));
            heading(found, group, form, groups.size() > 1);
            group(found, group, reference, form);
        }
    }

    /** What else a form is called in the source. */
    private void nameOf(Part part, String oid, String name, FormDraft form) {
        if (!oid.equals(name) && !oid.equals("F." + form.id())) {
            losses.renamed(part.where(), oid, form.id());
        }
        boolean isTitle =
                name.equals(form.title().en()) || name.equals(form.title().nl());
        if (!name.equals(form.id()) && !isTitle) {
            losses.leftOut(part.where(), "Name = " + name);
        }
    }

    /** A group is words above its items: its description, or its name where there are more groups. */
    private void heading(Part group, String oid, FormDraft form, boolean oneOfMany) {
        String name = group.take("Name").orElse(oid);
        Optional<Text> said = names.text(group, "Description");
        boolean isNamed = said.isEmpty() && oneOfMany && !name.equals(oid);
        said.ifPresent(text -> form.heading(text, group.where()));
        if (isNamed) {
            form.heading(wording.text(name, group.where()), group.where());
        }
        if (!oid.equals("IG." + form.id()) && groupsListed.add(oid)) {
            losses.leftOut(group.where(), "the group " + oid + (isNamed || name.equals(oid) ? "" : " (" + name + ")"));
        }
        notRepeated(group);
    }

    private void group(Part group, String oid, Part groupReference, FormDraft form) {
        Optional<Part> condition = groupReference
                .take("CollectionExceptionConditionOID")
                .flatMap(wanted -> names.find("ConditionDef", wanted));
        for (Part reference : OdmNames.inOrder(group.parts("ItemRef"))) {
            String item = reference.take("ItemOID").orElse("");
            Part found = names.find("ItemDef", item).orElseThrow(() -> names.dangling(reference, "item", item));
            items.add(found, new OdmItems.Place(reference, oid, condition), form);
        }
    }

    private void notRepeated(Part part) {
        part.take("Repeating")
                .filter("Yes"::equals)
                .ifPresent(yes -> losses.changed(
                        part.where(),
                        "It can be repeated there, and is filled in once here.",
                        "Dit kan daar vaker, en wordt hier één keer ingevuld."));
    }
}
