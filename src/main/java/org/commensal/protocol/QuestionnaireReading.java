package org.commensal.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Licence;
import org.commensal.instrument.Provenance;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Type;
import org.commensal.instrument.UsualLimits;
import org.commensal.instrument.Variables;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;

/** Reads one form or instrument, and learns the names and types that it gives to expressions. */
final class QuestionnaireReading {

    private static final int FARTHEST = 1_000_000;
    private static final int MOST_ITEMS = 500;

    private static final List<String> TRANSLATIONS = List.of("unverified", "verified");
    private static final String VERSION = "version";
    private static final String SOURCE = "source";
    private static final String LICENCE = "licence";

    private final Settings form;
    private final Codes codes;
    private final List<String> unverified = new ArrayList<>();
    private final Set<String> doubtful = new HashSet<>();
    private final Set<String> misnamed = new HashSet<>();
    private Variables known = new Variables(Map.of());

    /** @param codes of the whole study, in which every variable has a name of its own */
    QuestionnaireReading(Settings form, Codes codes) {
        this.form = form;
        this.codes = codes;
    }

    /** What its items and scores are called, as far as they have been read. */
    Formulas formulas() {
        return new Formulas(known, this::isDoubtful);
    }

    /** Reads a form that a study team wrote for its study. */
    Questionnaire form(String id) {
        Optional<Licence> licence = form.has(LICENCE) ? Optional.of(licence()) : Optional.empty();
        return read(id, licence, Optional.empty());
    }

    /**
     * Reads an instrument, which says where it comes from and on what terms.
     *
     * @param texts the wording that the study team adds
     */
    Questionnaire instrument(String id, Optional<Settings> texts) {
        return read(id, Optional.of(licence()), texts);
    }

    private Questionnaire read(String id, Optional<Licence> licence, Optional<Settings> texts) {
        Text title = form.text("title");
        boolean mayLack = licence.filter(of -> of.status().mayLackWording()).isPresent();
        Wording wording = new Wording(mayLack, texts);
        Optional<Text> intro = wording.about(form, "intro");
        Optional<Text> attribution = wording.about(form, "attribution");
        boolean isInstrument = licence.isPresent() && !form.isPlain(LICENCE);
        String version = isInstrument
                ? form.string(VERSION)
                : form.optionalString(VERSION).orElse("");
        String source =
                isInstrument ? form.string(SOURCE) : form.optionalString(SOURCE).orElse("");
        int minutes = form.integer("minutes", 1, 240);
        boolean allUnverified = isUnverified(form);
        List<Item> items = items(new ItemReading(form, wording), allUnverified);
        List<Questionnaire.Score> scores =
                form.children("scores").stream().map(this::score).toList();
        form.done();
        wording.done();
        Optional<Provenance> provenance =
                licence.map(terms -> new Provenance(version, source, terms, wording.missing(), unverified));
        return new Questionnaire(id, title, intro, attribution, minutes, items, scores, provenance);
    }

    /** A licence in one sentence, as the first versions had it, says no status. */
    private Licence licence() {
        if (form.isPlain(LICENCE)) {
            return new Licence(Licence.Status.UNCLEAR, form.string(LICENCE));
        }
        Optional<Settings> terms = form.child(LICENCE);
        String status =
                terms.map(at -> at.oneOf("status", Licence.Status.codes())).orElse(Licence.Status.UNCLEAR.code());
        String statement = terms.map(at -> at.string("statement")).orElse("");
        terms.ifPresent(Settings::done);
        return new Licence(Licence.Status.of(status), statement);
    }

    private List<Item> items(ItemReading reading, boolean allUnverified) {
        List<Settings> written = form.children("items", 1);
        if (written.isEmpty() || written.size() > MOST_ITEMS) {
            form.fault("items", "This form has " + written.size() + " items.", "List 1 to " + MOST_ITEMS + ".");
        }
        List<Item> items = new ArrayList<>();
        for (Settings at : written.subList(0, Math.min(MOST_ITEMS, written.size()))) {
            boolean isUnverified = isUnverified(at);
            Item item = item(at, reading);
            items.add(item);
            if (isUnverified || allUnverified) {
                unverified.add(item.code());
            }
        }
        return items;
    }

    private static boolean isUnverified(Settings at) {
        return at.optionalString("translation")
                .map(written -> at.oneOf("translation", TRANSLATIONS))
                .filter(TRANSLATIONS.get(0)::equals)
                .isPresent();
    }

    private Item item(Settings at, ItemReading reading) {
        String code = name(at);
        Item item = reading.read(at, code, formulas());
        ItemTypes.find(item.type())
                .ifPresent(type -> type.parts(item).forEach(part -> columnBeside(at, code + "_" + part.code())));
        if (UsualLimits.isIn(item)) {
            columnBeside(at, code + "_confirmed");
        }
        learn(code, ItemTypes.find(item.type()).map(type -> type.type(item)));
        return item;
    }

    private Questionnaire.Score score(Settings at) {
        String code = name(at);
        Text label = at.text("label");
        Expression formula = formulas().read(at, "formula", Type.Kind.NUMBER);
        List<Questionnaire.Score.Band> bands = new ArrayList<>();
        for (Settings band : at.children("bands")) {
            BigDecimal from = BigDecimal.valueOf(band.integer("from", -FARTHEST, FARTHEST));
            if (!bands.isEmpty() && from.compareTo(bands.get(bands.size() - 1).from()) <= 0) {
                band.fault("from", "This band begins below the one before it.", "List the bands in rising order.");
            }
            bands.add(new Questionnaire.Score.Band(from, band.text("label")));
            band.done();
        }
        at.done();
        learn(code, Optional.of(Type.NUMBER));
        return new Questionnaire.Score(code, label, formula, bands);
    }

    private void learn(String code, Optional<Type> type) {
        type.ifPresentOrElse(sure -> known = known.and(code, sure), () -> doubtful.add(code));
    }

    /** A wrong code is one fault; whoever uses the code that was meant is not at fault as well. */
    private boolean isDoubtful(String name) {
        return doubtful.contains(name)
                || misnamed.stream().anyMatch(code -> !known.has(name) && Variables.resemble(code, name));
    }

    /** A column that a release has besides that of the item, so that no other variable may be called like it. */
    private void columnBeside(Settings at, String column) {
        if (!codes.isNew(column)) {
            at.fault("code", "\"" + column + "\" is used already.", "Give this item or the other one another code.");
        }
    }

    private String name(Settings at) {
        String code = at.string("code");
        boolean isName = Expression.canName(code) && !code.equals(Names.SITE);
        if (!code.isEmpty() && !isName) {
            at.fault("code", "\"" + code + "\" cannot be the name of a variable.", "Write it like pain_today.");
        }
        boolean isNew = codes.isNew(code);
        if (isName && !isNew) {
            at.fault("code", "\"" + code + "\" is used twice.", "Give each variable of the study its own code.");
        }
        if (!isName || !isNew) {
            misnamed.add(code);
        }
        return code;
    }
}
