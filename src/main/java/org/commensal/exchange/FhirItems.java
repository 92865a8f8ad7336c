package org.commensal.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.instrument.Expression;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Type;
import org.commensal.instrument.UsualLimits;
import org.commensal.kernel.Text;

/** Reads the items of one Questionnaire, a group before what it holds. */
final class FhirItems {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("boolean", "boolean"),
            Map.entry("decimal", "number"),
            Map.entry("integer", "integer"),
            Map.entry("date", "date"),
            Map.entry("dateTime", "date"),
            Map.entry("time", "time"),
            Map.entry("string", "text"),
            Map.entry("text", "text"),
            Map.entry("choice", "choice"),
            Map.entry("open-choice", "choice"),
            Map.entry("quantity", "number"),
            Map.entry("attachment", "file"),
            Map.entry("url", "text"));

    /** Types whose answers are less here than there. */
    private static final Set<String> NEAR = Set.of("open-choice", "url", "quantity", "dateTime");

    private final StudyDraft study;
    private final Losses losses;
    private final FormDraft form;
    private final FhirTexts texts;
    private final FhirOptions options;

    FhirItems(StudyDraft study, FormDraft form, FhirTexts texts, FhirOptions options) {
        this.study = study;
        this.losses = study.losses();
        this.form = form;
        this.texts = texts;
        this.options = options;
    }

    private static Map<String, String> types(String... both) {
        Map<String, String> types = new HashMap<>();
        for (int i = 0; i < both.length; i += 2) {
            types.put(both[i], both[i + 1]);
        }
        return Map.copyOf(types);
    }

    /** @param outer the condition of the groups around it */
    void add(Part part, Optional<String> outer) {
        String link = part.take("linkId").orElse("");
        String written = part.take("type").orElse("");
        if (written.equals("group") || written.equals("display")) {
            texts.text(part, "text").ifPresent(words -> form.heading(words, part.where()));
        } else if (TYPES.containsKey(written)) {
            question(part, link, written, outer);
        } else {
            losses.leftOut(part.where(), link + " (" + written + ")");
        }
        Optional<String> inner = written.equals("group") ? both(outer, condition(part)) : outer;
        part.parts("item").stream().filter(below -> !below.isTaken("linkId")).forEach(below -> add(below, inner));
    }

    private static Optional<String> both(Optional<String> outer, Optional<String> own) {
        return outer.isPresent() && own.isPresent()
                ? Optional.of("(" + outer.get() + ") and (" + own.get() + ")")
                : outer.or(() -> own);
    }

    private void question(Part part, String link, String written, Optional<String> outer) {
        Text question = texts.text(part, "text").orElseGet(() -> {
            losses.toComplete(part.where(), "The question; we wrote %s.", "De vraag; we schreven %s.", link);
            return Text.same(link.isBlank() ? "?" : link);
        });
        ItemDraft item = new ItemDraft(study.variable(link, part.where()), question, part.where(), losses);
        String own = FhirTexts.string(part, Vendor.TYPE)
                .filter(type -> ItemTypes.find(type).isPresent())
                .orElse("");
        boolean several = part.take("repeats").filter("true"::equals).isPresent();
        item.type = own.isEmpty() ? type(part, written) : own;
        if (several && written.endsWith("choice")) {
            item.type = "choices";
        } else if (several) {
            losses.changed(
                    part.where(),
                    "One answer only, where it takes several.",
                    "Eén antwoord, waar het er meer mogen zijn.");
        }
        boolean isUpload = written.equals("attachment") && own.isEmpty();
        if (NEAR.contains(written) || isUpload) {
            losses.changed(part.where(), "%s is %s here.", "%s is hier %s.", written, item.type);
        }
        if (item.type.equals("vas") || item.type.equals("integer") && isLine(part)) {
            item.type = "vas";
            item.ends(value -> display(part, value.equals("0") ? "lower" : "upper"));
        }
        item.required = part.take("required").filter("true"::equals).isPresent();
        item.exportClass = FhirTexts.string(part, Vendor.EXPORT);
        item.mayRefuse = FhirTexts.string(part, Vendor.MAY_REFUSE).isPresent();
        help(part, item);
        Loinc.item(item.code).ifPresent(code -> FhirTexts.passOverCode(part, Loinc.SYSTEM, code));
        options.add(part, item);
        item.settleOptions();
        item.askIf = both(outer, condition(part)).flatMap(source -> form.expression(source, Type.Kind.TRUTH));
        if (settings(part, item)) {
            item.addTo(form, link);
        } else {
            losses.leftOut(part.where(), question.en());
        }
    }

    /** A slider over the whole numbers from 0 to 10 is a numeric rating scale. */
    private static String type(Part part, String written) {
        boolean isSlider = FhirTexts.extension(part, FhirNames.CONTROL)
                .flatMap(control -> control.part("valueCodeableConcept"))
                .flatMap(concept -> concept.part("coding"))
                .filter(coding -> coding.isSaid("code", "slider"))
                .isPresent();
        boolean isRating = isSlider
                && written.equals("integer")
                && FhirTexts.number(part, FhirNames.LEAST).filter("0"::equals).isPresent()
                && FhirTexts.number(part, FhirNames.MOST).filter("10"::equals).isPresent();
        return isRating ? "nrs" : TYPES.getOrDefault(written, "text");
    }

    /** Words below a question are its help. */
    private void help(Part part, ItemDraft item) {
        part.parts("item").stream()
                .filter(below -> below.isSaid("type", "display") && !below.isTaken("type"))
                .findFirst()
                .ifPresent(below -> item.help = words(below));
    }

    /** The words below a question that have this role, such as what the upper end of its line means. */
    private Optional<Text> display(Part part, String role) {
        return part.parts("item").stream()
                .filter(below -> below.isSaid("type", "display") && hasRole(below, role))
                .findFirst()
                .flatMap(this::words);
    }

    private Optional<Text> words(Part below) {
        below.passOver("linkId", "type");
        FhirTexts.extension(below, FhirNames.CONTROL).ifPresent(Part::passOverAll);
        return texts.text(below, "text");
    }

    private static boolean hasRole(Part of, String role) {
        return of.parts("extension").stream()
                .filter(extension -> extension.isSaid("url", FhirNames.CONTROL))
                .flatMap(extension -> extension.parts("valueCodeableConcept").stream())
                .flatMap(concept -> concept.parts("coding").stream())
                .anyMatch(coding -> coding.isSaid("code", role));
    }

    private static boolean isLine(Part part) {
        return hasRole(part, "slider") && isLimit(part, FhirNames.LEAST, "0") && isLimit(part, FhirNames.MOST, "100");
    }

    private static boolean isLimit(Part part, String url, String value) {
        return part.parts("extension").stream()
                .anyMatch(extension -> extension.isSaid("url", url) && extension.isSaid("valueInteger", value));
    }

    /** The condition that stands with the item itself; listed where it cannot be said. */
    private Optional<String> condition(Part part) {
        Optional<String> ours = FhirTexts.string(part, Vendor.ASK_IF);
        if (ours.isPresent()) {
            part.parts("enableWhen").forEach(Part::passOverAll);
            part.passOver("enableBehavior");
        }
        Optional<String> said = ours.or(() -> new FhirConditions(part, form).say());
        Optional<String> found =
                said.filter(source -> form.expression(source, Type.Kind.TRUTH).isPresent());
        if (found.isEmpty() && (said.isPresent() || !part.parts("enableWhen").isEmpty())) {
            losses.leftOut(part.where(), "enableWhen " + said.orElseGet(() -> new FhirConditions(part, form).words()));
        }
        return found;
    }

    /** Reads what is special to its type; false where the item is computed in a way that cannot be said. */
    private boolean settings(Part part, ItemDraft item) {
        FhirTexts.string(part, Vendor.USUAL_LEAST).ifPresent(limit -> item.usual.put(UsualLimits.LEAST, limit));
        FhirTexts.string(part, Vendor.USUAL_MOST).ifPresent(limit -> item.usual.put(UsualLimits.MOST, limit));
        Optional<String> length = part.take("maxLength").filter(digits -> digits.matches("[1-9][0-9]{0,3}"));
        switch (item.type) {
            case "text" ->
                item.settings.put(
                        "max-length",
                        String.valueOf(
                                Math.min(2000, length.map(Integer::parseInt).orElse(500))));
            case "integer", "number" -> number(part, item);
            case "nrs", "vas" -> {
                FhirTexts.number(part, FhirNames.LEAST);
                FhirTexts.number(part, FhirNames.MOST);
                FhirTexts.number(part, FhirNames.STEP);
                FhirTexts.extension(part, FhirNames.CONTROL).ifPresent(Part::passOverAll);
                item.scale();
            }
            case "medication" ->
                item.settings.put(
                        "indication", FhirTexts.string(part, Vendor.INDICATION).orElse("false"));
            case "computed" -> {
                part.passOver("readOnly");
                String result = FhirTexts.string(part, Vendor.RESULT)
                        .filter("boolean"::equals)
                        .orElse("number");
                Type.Kind kind = result.equals("boolean") ? Type.Kind.TRUTH : Type.Kind.NUMBER;
                Optional<Expression> formula =
                        FhirTexts.string(part, Vendor.FORMULA).flatMap(source -> form.expression(source, kind));
                formula.ifPresent(known -> {
                    item.settings.put("formula", known.source());
                    item.settings.put("result", result);
                });
                return formula.isPresent();
            }
            default -> {
                // the other types have nothing of their own
            }
        }
        return true;
    }

    private void number(Part part, ItemDraft item) {
        boolean whole = item.type.equals("integer");
        item.limits(
                FhirTexts.number(part, FhirNames.LEAST).flatMap(said -> Limit.least(said, true, whole)),
                FhirTexts.number(part, FhirNames.MOST).flatMap(said -> Limit.most(said, true, whole)));
        if (!whole) {
            item.settings.put(
                    "decimals",
                    FhirTexts.number(part, FhirNames.DECIMALS)
                            .filter(some -> some.matches("[1-6]"))
                            .orElse("6"));
        }
        Optional<Part> unit = FhirTexts.extension(part, FhirNames.UNIT).flatMap(found -> found.part("valueCoding"));
        unit.flatMap(coding -> coding.take("display").or(() -> coding.take("code")))
                .ifPresent(said -> item.settings.put("unit", Wording.clean(said)));
        unit.filter(coding -> Ucum.code(coding.say("display"))
                        .filter(coding.say("code")::equals)
                        .isPresent())
                .ifPresent(coding -> coding.passOver("system", "code"));
    }
}
