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
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Type;
import org.commensal.instrument.Variables;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;

/** Reads one form or instrument, and learns the names and types that it gives to expressions. */
final class QuestionnaireReading {

    private static final int FARTHEST = 1_000_000;
    private static final int MOST_ITEMS = 500;

    private final Settings form;
    private final Codes codes;
    private final Set<Text> questions = new HashSet<>();
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

    Questionnaire read(String id) {
        Text title = form.text("title");
        Optional<Text> intro = ItemReading.optionalText(form, "intro");
        Optional<Text> attribution = ItemReading.optionalText(form, "attribution");
        form.optionalString("source");
        form.optionalString("licence");
        int minutes = form.integer("minutes", 1, 240);
        ItemReading reading = new ItemReading(form);
        List<Settings> written = form.children("items", 1);
        if (written.isEmpty() || written.size() > MOST_ITEMS) {
            form.fault("items", "This form has " + written.size() + " items.", "List 1 to " + MOST_ITEMS + ".");
        }
        List<Item> items =
                written.stream().limit(MOST_ITEMS).map(at -> item(at, reading)).toList();
        List<Questionnaire.Score> scores =
                form.children("scores").stream().map(this::score).toList();
        form.done();
        return new Questionnaire(id, title, intro, attribution, minutes, items, scores);
    }

    private Item item(Settings at, ItemReading reading) {
        String code = name(at);
        Item item = reading.read(at, code, formulas());
        if (at.has("question") && !questions.add(item.question())) {
            at.fault("question", "Another item asks the same.", "Write the question of this item.");
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
