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
    private record Source(Part part, String code, Text title, boolean repeats, String type, List<FormDraft> filledIn) {

        /** Its first form, which is the only one of a diary or an event. */
        String form() {
            return filledIn.get(0).id();
        }
    }

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
        String where = source.part().where();
        Optional<Anchor> anchor = constant(Anchor.values(), said(source, Vendor.ANCHOR));
        Optional<Integer> day = day(source, Vendor.DAY);
        Optional<Integer> first = day(source, Vendor.FIRST_DAY);
        boolean saysWho = !said(source, Vendor.BY + ":" + source.form()).isEmpty();
        if (anchor.isPresent() && day.isPresent()) {
            study.schedule().add(visit(source, anchor.get(), day.get()), where);
        } else if (anchor.isPresent() && first.isPresent()) {
            study.schedule().add(block(source, anchor.get(), first.get()), where);
        } else if (saysWho) {
            study.schedule().add(event(source), where);
        }
        return saysWho || anchor.isPresent() && (day.isPresent() || first.isPresent());
    }

    private Visit visit(Source source, Anchor anchor, int day) {
        List<VisitForm> filledIn = source.filledIn().stream()
                .map(form -> new VisitForm(form.id(), by(source, form.id())))
                .toList();
        int from = day(source, Vendor.FROM).orElse(day);
        int to = day(source, Vendor.TO).orElse(day);
        return new Visit(source.code(), source.title(), anchor, day, from, to, filledIn);
    }

    private DiaryBlock block(Source source, Anchor anchor, int first) {
        int last = day(source, Vendor.LAST_DAY).orElse(first);
        int lock = day(source, Vendor.LOCK).orElse(0);
        return new DiaryBlock(source.code(), source.title(), source.form(), anchor, first, last, lock);
    }

    private EventForm event(Source source) {
        Optional<Text> when = names.sentence(source.part(), Vendor.WHEN);
        String form = source.form();
        return new EventForm(source.code(), source.title(), form, by(source, form), when, source.repeats());
    }

    private void theirs(Source source) {
        String where = source.part().where();
        String category = source.part().take("Category").orElse("");
        if (!category.isEmpty()) {
            study.losses().leftOut(where, "Category = " + category);
        }
        boolean isCommon = source.type().equals(COMMON);
        if (source.type().equals(UNSCHEDULED) || isCommon && !onlyCommon) {
            oneByOne(source, (code, name, form) -> study.schedule().event(code, name, form, source.repeats(), where));
        } else if (source.repeats() && isDaily(source, category)) {
            oneByOne(source, (code, name, form) -> study.schedule().diary(code, name, form, where));
        } else {
            List<String> filledIn =
                    source.filledIn().stream().map(FormDraft::id).toList();
            study.schedule().visit(source.code(), source.title(), filledIn, where);
            listRepeats(source);
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

    private void listRepeats(Source source) {
        if (source.repeats()) {
            study.losses()
                    .changed(
                            source.part().where(),
                            "It can be repeated there, and is filled in once here.",
                            "Dit kan daar vaker, en wordt hier één keer ingevuld.");
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

    private static FilledBy by(Source source, String form) {
        return constant(FilledBy.values(), said(source, Vendor.BY + ":" + form)).orElse(FilledBy.STAFF);
    }

    private static Optional<Integer> day(Source source, String context) {
        return Optional.of(said(source, context))
                .filter(words -> DAY.matcher(words).matches())
                .map(Integer::valueOf);
    }

    private static String said(Source source, String context) {
        return OdmNames.alias(source.part(), context).orElse("");
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] values, String said) {
        return Stream.of(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(said))
                .findFirst();
    }
}
