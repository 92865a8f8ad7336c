package org.commensal.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.kernel.Text;

/** Reads the items of ODM, each where a group refers to it. */
final class OdmItems {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("boolean", "boolean"),
            Map.entry("integer", "integer"),
            Map.entry("float", "number"),
            Map.entry("double", "number"),
            Map.entry("date", "date"),
            Map.entry("time", "time"),
            Map.entry("partialTime", "time"),
            Map.entry("text", "text"),
            Map.entry("string", "text"));

    private final OdmNames names;
    private final StudyDraft study;
    private final Losses losses;
    private final OdmUnits units;
    private final OdmLogic logic;
    private final Map<String, String> unitsSaid = new HashMap<>();

    OdmItems(OdmNames names, StudyDraft study, OdmUnits units) {
        this.names = names;
        this.study = study;
        this.losses = study.losses();
        this.units = units;
        this.logic = new OdmLogic(losses);
    }

    /**
     * Where a group refers to an item.
     *
     * @param condition of the group itself
     */
    record Place(Part reference, String group, Optional<Part> condition) {}

    void add(Part part, Place place, FormDraft form) {
        Part reference = place.reference();
        String oid = part.take("OID").orElse("");
        String name = part.take("Name").orElse(oid);
        Optional<Part> method = reference.take("MethodOID").flatMap(wanted -> names.find("MethodDef", wanted));
        if (OdmNames.alias(part, Vendor.TYPE).filter("score"::equals).isPresent()) {
            new OdmScore(names, study).add(part, method, name, form);
            reference.passOverAll();
            return;
        }
        Text question = names.text(part, "Question").orElseGet(() -> unsaid(part, name));
        ItemDraft item = new ItemDraft(study.variable(name, part.where()), question, part.where(), losses);
        names.text(part, "Description")
                .filter(text -> !text.equals(question))
                .ifPresent(text -> item.help = Optional.of(text));
        item.required = reference.take("Mandatory").filter("Yes"::equals).isPresent();
        item.exportClass = OdmNames.alias(part, Vendor.EXPORT);
        item.mayRefuse = OdmNames.alias(part, Vendor.MAY_REFUSE).isPresent();
        if (!oid.equals(name) && !oid.equals("I." + item.code)) {
            losses.renamed(part.where(), oid, item.code);
        }
        Optional<Part> own =
                reference.take("CollectionExceptionConditionOID").flatMap(wanted -> names.find("ConditionDef", wanted));
        item.askIf = logic.askIf(
                Stream.concat(place.condition().stream(), own.stream()).toList(), reference, form);
        readType(part, item);
        if (method.isPresent() && !logic.compute(method.get(), part, item, form)) {
            losses.leftOut(part.where(), item.question.en());
            part.passOverAll();
            return;
        }
        item.addTo(form, oid, name, place.group() + "-" + oid);
    }

    private Text unsaid(Part part, String name) {
        losses.toComplete(part.where(), "The question; we wrote %s.", "De vraag; we schreven %s.", name);
        return Text.same(name);
    }

    private void readType(Part part, ItemDraft item) {
        String written = part.take("DataType").orElse("text");
        String own = OdmNames.alias(part, Vendor.TYPE).orElse("");
        item.type = own.isEmpty() ? TYPES.getOrDefault(written, "text") : own;
        if (!TYPES.containsKey(written)) {
            losses.changed(
                    part.where(), "Any text is taken, where it was %s.", "Elke tekst mag, waar het %s was.", written);
        }
        part.part("CodeListRef").flatMap(list -> list.take("CodeListOID")).ifPresent(oid -> {
            item.type = own.isEmpty() ? "choice" : own;
            options(oid, part, item);
        });
        item.settleOptions();
        Optional<String> length = part.take("Length").filter(digits -> digits.matches("[1-9][0-9]{0,3}"));
        Optional<String> digits = part.take("SignificantDigits").filter(some -> some.matches("[1-6]"));
        if (item.type.equals("text")) {
            item.settings.put(
                    "max-length",
                    String.valueOf(length.map(Integer::parseInt)
                            .filter(some -> some <= 2000)
                            .orElse(500)));
        }
        if (item.type.equals("number")) {
            item.settings.put("decimals", digits.orElse("6"));
        }
        part.part("MeasurementUnitRef")
                .flatMap(unit -> unit.take("MeasurementUnitOID"))
                .ifPresent(oid -> unit(oid, item));
        readOwn(part, item);
    }

    /** Reads what is special to its type. */
    private void readOwn(Part part, ItemDraft item) {
        OdmRange range = new OdmRange(part, losses);
        range.applySoft(item);
        switch (item.type) {
            case "integer", "number" -> range.apply(item);
            case "nrs", "vas" -> {
                part.parts("RangeCheck").forEach(Part::passOverAll);
                item.scale();
            }
            case "medication" ->
                item.settings.put(
                        "indication", OdmNames.alias(part, Vendor.INDICATION).orElse("false"));
            default -> {
                // the other types have nothing of their own
            }
        }
        if (item.type.equals("vas")) {
            item.ends(value -> names.sentence(part, Vendor.END + ":" + value));
        }
    }

    private void unit(String oid, ItemDraft item) {
        String said = unitsSaid.computeIfAbsent(
                oid, wanted -> units.find(wanted, losses).orElse(wanted));
        if (item.type.equals("integer") || item.type.equals("number")) {
            item.settings.put("unit", said);
        } else {
            losses.leftOut(item.where, "unit " + said);
        }
    }

    private void options(String oid, Part part, ItemDraft item) {
        Optional<Part> found = names.find("CodeList", oid);
        if (found.isEmpty()) {
            losses.leftOut(part.where(), "CodeListRef " + oid);
            return;
        }
        Part list = found.get();
        list.passOver("DataType");
        String name = list.take("Name").orElse(oid);
        if (!oid.equals("CL." + item.code)) {
            losses.changed(
                    list.where(),
                    "The list %s stands with %s now.",
                    "De lijst %s staat nu bij %s.",
                    oid.equals(name) ? oid : oid + " (" + name + ")",
                    item.code);
        }
        for (Part option : OdmNames.inOrder(list.parts("CodeListItem"))) {
            String value = option.take("CodedValue").orElse("");
            Text label = names.text(option, "Decode").orElse(Text.same(value.isBlank() ? "?" : value));
            item.option(value, label, names.sentence(option, Vendor.HELP), option.where());
        }
        for (Part option : OdmNames.inOrder(list.parts("EnumeratedItem"))) {
            String value = option.take("CodedValue").orElse("?");
            item.option(value, Text.same(value), Optional.empty(), option.where());
        }
    }
}
