package org.commensal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Type;
import org.commensal.instrument.UsualLimits;
import org.commensal.kernel.Text;

/** Writes what one item needs in ODM: its definition, its list of codes, its condition and its method. */
record OdmItemWriter(XmlWriter xml, Item item) {

    private static final Map<String, String> DATA_TYPES = Map.of(
            "boolean",
            "boolean",
            "choices",
            "text",
            "integer",
            "integer",
            "number",
            "float",
            "nrs",
            "integer",
            "vas",
            "integer",
            "date",
            "date",
            "time",
            "partialTime",
            "text",
            "text");

    static String unit(Item item) {
        return item.settings().getOrDefault("unit", "");
    }

    void reference(int order) {
        List<String> attributes = new ArrayList<>(List.of(
                "ItemOID",
                "I." + item.code(),
                "OrderNumber",
                String.valueOf(order),
                "Mandatory",
                item.required() ? "Yes" : "No"));
        if (item.type().equals("computed")) {
            attributes.addAll(List.of("MethodOID", "M." + item.code()));
        }
        if (item.askIf().isPresent()) {
            attributes.addAll(List.of("CollectionExceptionConditionOID", "C." + item.code()));
        }
        xml.empty("ItemRef", attributes.toArray(String[]::new));
    }

    void definition() {
        List<String> attributes =
                new ArrayList<>(List.of("OID", "I." + item.code(), "Name", item.code(), "DataType", dataType()));
        if (item.type().equals("text")) {
            attributes.addAll(List.of("Length", item.settings().getOrDefault("max-length", "500")));
        }
        if (item.type().equals("number")) {
            attributes.addAll(List.of("SignificantDigits", item.settings().getOrDefault("decimals", "1")));
        }
        xml.element("ItemDef", inside -> inside(), attributes.toArray(String[]::new));
    }

    private String dataType() {
        boolean isNumber = ItemTypes.of(item).type(item).kind() == Type.Kind.NUMBER;
        return switch (item.type()) {
            case "choice" -> isNumber ? "integer" : "text";
            case "computed" -> isNumber ? "float" : "boolean";
            default -> DATA_TYPES.getOrDefault(item.type(), "text");
        };
    }

    private void inside() {
        item.help().ifPresent(help -> OdmWriter.texts(xml, "Description", help));
        OdmWriter.texts(xml, "Question", item.question());
        if (item.settings().containsKey("unit")) {
            xml.empty("MeasurementUnitRef", "MeasurementUnitOID", "MU." + unit(item));
        }
        if (item.settings().containsKey("least")) {
            check("GE", item.settings().getOrDefault("least", "0"), "Hard");
            check("LE", item.settings().getOrDefault("most", "10"), "Hard");
        }
        Optional.ofNullable(item.settings().get(UsualLimits.LEAST)).ifPresent(limit -> check("GE", limit, "Soft"));
        Optional.ofNullable(item.settings().get(UsualLimits.MOST)).ifPresent(limit -> check("LE", limit, "Soft"));
        if (isCoded()) {
            xml.empty("CodeListRef", "CodeListOID", "CL." + item.code());
        }
        OdmWriter.alias(xml, Vendor.TYPE, item.type());
        OdmWriter.alias(xml, Vendor.EXPORT, item.exportClass());
        if (item.mayRefuse()) {
            OdmWriter.alias(xml, Vendor.MAY_REFUSE, "true");
        }
        switch (item.type()) {
            case "computed" ->
                OdmWriter.alias(xml, Vendor.RESULT, item.settings().getOrDefault("result", "number"));
            case "medication" ->
                OdmWriter.alias(xml, Vendor.INDICATION, item.settings().getOrDefault("indication", "false"));
            case "vas" ->
                item.options().forEach(end -> OdmWriter.aliases(xml, Vendor.END + ":" + end.value(), end.label()));
            default -> {
                // the other types have nothing of their own
            }
        }
    }

    /** The ends of a line are no codes. */
    private boolean isCoded() {
        return !item.options().isEmpty() && !item.type().equals("vas");
    }

    private void check(String comparator, String value, String softHard) {
        xml.element(
                "RangeCheck", inside -> xml.text("CheckValue", value), "Comparator", comparator, "SoftHard", softHard);
    }

    void codeList() {
        if (!isCoded()) {
            return;
        }
        xml.element(
                "CodeList",
                inside -> item.options().forEach(this::option),
                "OID",
                "CL." + item.code(),
                "Name",
                item.code(),
                "DataType",
                dataType());
    }

    private void option(Item.Option option) {
        xml.element(
                "CodeListItem",
                inside -> {
                    OdmWriter.texts(xml, "Decode", option.label());
                    option.help().ifPresent(help -> OdmWriter.aliases(xml, Vendor.HELP, help));
                },
                "CodedValue",
                option.value());
    }

    /** Of ODM a condition is an exception: where it is true, the item is not collected. */
    void condition() {
        item.askIf()
                .ifPresent(askIf -> xml.element(
                        "ConditionDef",
                        inside -> {
                            OdmWriter.texts(xml, "Description", Text.same(askIf.source()));
                            xml.text("FormalExpression", "not (" + askIf.source() + ")", "Context", Vendor.EXPRESSION);
                        },
                        "OID",
                        "C." + item.code(),
                        "Name",
                        item.code()));
    }

    void method() {
        if (item.type().equals("computed")) {
            method(xml, item.code(), item.settings().getOrDefault("formula", ""));
        }
    }

    static void method(XmlWriter xml, String code, String formula) {
        xml.element(
                "MethodDef",
                inside -> {
                    OdmWriter.texts(xml, "Description", Text.same(formula));
                    xml.text("FormalExpression", formula, "Context", Vendor.EXPRESSION);
                },
                "OID",
                "M." + code,
                "Name",
                code,
                "Type",
                "Computation");
    }

    static void score(XmlWriter xml, Questionnaire.Score score) {
        xml.element(
                "ItemDef",
                inside -> {
                    OdmWriter.texts(xml, "Question", score.label());
                    OdmWriter.alias(xml, Vendor.TYPE, "score");
                    int index = 0;
                    for (Questionnaire.Score.Band band : score.bands()) {
                        String context = Vendor.BAND + ":" + index++;
                        OdmWriter.alias(xml, context, band.from().toPlainString());
                        OdmWriter.aliases(xml, context, band.label());
                    }
                },
                "OID",
                "I." + score.code(),
                "Name",
                score.code(),
                "DataType",
                "float");
    }
}
