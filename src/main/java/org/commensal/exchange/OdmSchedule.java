package org.commensal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Schedule.DiaryBlock;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Visit;
import org.commensal.protocol.Schedule.VisitForm;

/**
 * The study events of ODM as a schedule: what is unscheduled becomes an event form, what repeats like a diary a diary, and
 * the rest a visit. ODM says nothing of days; what we wrote into an export of ours we read back.
 *
 * @param onlyCommon whether no event is scheduled, so that being common tells nothing
 */
record OdmSchedule(
        StudyDraft study, OdmNames names, Wording wording, Map<String, FormDraft> forms, boolean onlyCommon) {

    private static final Pattern DAILY = Pattern.compile(
            "\\b(diary|daily|every day|dagboek\\p{L}*|dagelijks\\p{L}*|elke dag|tagebuch|täglich)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DAY = Pattern.compile("-?[0-9]{1,4}");

    static final String COMMON = "Common";
    static final String UNSCHEDULED = "Unscheduled";

    /** One event as it is written. */
    private record Source(Part part, String code, Text title, boolean repeats, String type, List<FormDraft> filledIn) {}

    void add(Part event) {
        String oid = event.take("OID").orElse("V");
        String name = event.take("Name").orElse(oid);
        Text title = names.text(event, "Description").orElseGet(() -> wording.text(name, event.where()));
        if (!Stream.of(title.en(), title.nl(), oid).anyMatch(said -> said.equals(name) || said.endsWith("." + name))) {
            study.losses().leftOut(event.where(), "Name = " + name);
        }
        Source source = new Source(
                event,
                oid.startsWith("SE.") ? oid.substring("SE.".length()) : oid,
                title,
                event.take("Repeating").filter("Yes"::equals).isPresent(),
                event.take("Type").orElse(""),
                filledIn(event));
        if (source.filledIn().isEmpty()) {
            study.losses().leftOut(event.where(), source.code());
        } else if (!ours(source)) {
            theirs(source);
        }
    }

    private List<FormDraft> filledIn(Part event) {
        List<FormDraft> found = new ArrayList<>();
        for (Part reference : OdmNames.inOrder(event.parts("FormRef"))) {
            OdmNames.listOptional(reference, study.losses());
            String oid = reference.take("FormOID").orElse("");
            FormDraft form =
                    Optional.ofNullable(forms.get(oid)).orElseThrow(() -> names.dangling(reference, "form", oid));
            if (found.contains(form)) {
                study.losses().leftOut(reference.where(), form.id());
            } else if (!form.isEmpty()) {
                found.add(form);
            }
        }
        return found;
    }

    /** Reads back what an export of ours says of it; false where it says nothing. */
    private boolean ours(Source source) {
        Part part = source.part();
        Optional<Anchor> anchor =
                constant(Anchor.values(), OdmNames.alias(part, Vendor.ANCHOR).orElse(""));
        Optional<Integer> day = day(part, Vendor.DAY);
        Optional<Integer> first = day(part, Vendor.FIRST_DAY);
        String form = source.filledIn().get(0).id();
        if (anchor.isPresent() && day.isPresent()) {
            study.schedule()
                    .add(
                            new Visit(
                                    source.code(),
                                    source.title(),
                                    anchor.get(),
                                    day.get(),
                                    day(part, Vendor.FROM).orElse(day.get()),
                                    day(part, Vendor.TO).orElse(day.get()),
                                    source.filledIn().stream()
                                            .map(each -> new VisitForm(each.id(), by(part, each.id())))
                                            .toList()),
                            part.where());
        } else if (anchor.isPresent() && first.isPresent()) {
            study.schedule()
                    .add(
                            new DiaryBlock(
                                    source.code(),
                                    source.title(),
                                    form,
                                    anchor.get(),
                                    first.get(),
                                    day(part, Vendor.LAST_DAY).orElse(first.get()),
                                    day(part, Vendor.LOCK).orElse(0)),
                            part.where());
        } else if (OdmNames.alias(part, Vendor.BY + ":" + form).isPresent()) {
            study.schedule()
                    .add(
                            new EventForm(
                                    source.code(),
                                    source.title(),
                                    form,
                                    by(part, form),
                                    names.sentence(part, Vendor.WHEN),
                                    source.repeats()),
                            part.where());
        } else {
            return false;
        }
        return true;
    }

    private void theirs(Source source) {
        String category =
                source.part().has("Category") ? source.part().take("Category").orElse("") : "";
        String where = source.part().where();
        if (!category.isEmpty()) {
            study.losses().leftOut(where, "Category = " + category);
        }
        boolean isCommon = source.type().equals(COMMON);
        if (source.type().equals(UNSCHEDULED) || isCommon && !onlyCommon) {
            oneByOne(source, (code, name, form) -> study.schedule().event(code, name, form, source.repeats(), where));
        } else if (source.repeats() && isDaily(source, category)) {
            oneByOne(source, (code, name, form) -> study.schedule().diary(code, name, form, where));
        } else {
            study.schedule()
                    .visit(
                            source.code(),
                            source.title(),
                            source.filledIn().stream().map(FormDraft::id).toList(),
                            where);
            if (source.repeats()) {
                study.losses()
                        .changed(
                                where,
                                "It can be repeated there, and is filled in once here.",
                                "Dit kan daar vaker, en wordt hier één keer ingevuld.");
            }
        }
        if (isCommon) {
            study.losses()
                    .changed(
                            where,
                            onlyCommon
                                    ? "It is common there, and a visit here."
                                    : "It is common there, and an event here.",
                            onlyCommon
                                    ? "Dit is daar \"common\", en hier een bezoek."
                                    : "Dit is daar \"common\", en hier een gebeurtenis.");
        }
    }

    private static boolean isDaily(Source source, String category) {
        return DAILY.matcher(String.join(
                        " ",
                        source.code().replace('_', ' '),
                        source.title().en(),
                        source.title().nl(),
                        category))
                .find();
    }

    private interface Adding {
        void add(String code, Text name, String form);
    }

    /** A diary or an event here has one form; another form gets a code of its own. */
    private void oneByOne(Source source, Adding adding) {
        boolean isAlone = source.filledIn().size() == 1;
        for (FormDraft form : source.filledIn()) {
            Text both = new Text(
                    source.title().en() + ": " + form.title().en(),
                    source.title().nl() + ": " + form.title().nl());
            adding.add(source.code(), isAlone ? source.title() : both, form.id());
        }
        if (!isAlone) {
            study.losses()
                    .changed(
                            source.part().where(),
                            "Each of its %s forms stands by itself here.",
                            "Elk van de %s formulieren staat hier apart.",
                            source.filledIn().size());
        }
    }

    private static FilledBy by(Part part, String form) {
        return constant(
                        FilledBy.values(),
                        OdmNames.alias(part, Vendor.BY + ":" + form).orElse(""))
                .orElse(FilledBy.STAFF);
    }

    private static Optional<Integer> day(Part part, String context) {
        return OdmNames.alias(part, context)
                .filter(said -> DAY.matcher(said).matches())
                .map(Integer::valueOf);
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] values, String said) {
        return Stream.of(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(said))
                .findFirst();
    }
}
