package org.commensal.exchange;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commensal.kernel.Text;

/** The losses of one import, in the order in which they were first found; each stands there once. */
final class Losses {

    private static final Text LEFT_OUT = new Text("Not carried over: %s", "Niet overgenomen: %s");
    private static final Text RENAMED = new Text("\"%s\" is now called %s.", "\"%s\" heet nu %s.");
    private static final Text TRANSLATE = new Text("Still to be translated: %s", "Moet nog worden vertaald: %s");

    /** How many characters of texts and losses one import may make, whatever its source refers to again and again. */
    private static final long HEAVIEST = 16_000_000;

    private static final int EACH = 100;

    private final String file;
    private final Set<Loss> all = new LinkedHashSet<>();
    private long weight = 0;

    Losses(String file) {
        this.file = file;
    }

    /** Counts what becomes part of the import, so that a small source cannot make a huge study. */
    void weigh(Text text) {
        weight += EACH + text.en().length() + text.nl().length();
        if (weight > HEAVIEST) {
            throw new FaultyImport(
                    file, 1, "The study made of this file would be too large.", "Import a part of it at a time.");
        }
    }

    private void add(Loss loss) {
        weigh(loss.what());
        all.add(loss);
    }

    List<Loss> all() {
        return List.copyOf(all);
    }

    void leftOut(String where, String what) {
        add(new Loss(Loss.Kind.LEFT_OUT, where, LEFT_OUT.with(what, what)));
    }

    void renamed(String where, String from, String to) {
        add(new Loss(Loss.Kind.RENAMED, where, RENAMED.with(from, to)));
    }

    void untranslated(String where, String text) {
        add(new Loss(Loss.Kind.TRANSLATION, where, TRANSLATE.with(text)));
    }

    void changed(String where, String en, String nl, Object... values) {
        add(new Loss(Loss.Kind.CHANGED, where, new Text(en, nl).with(values)));
    }

    void toComplete(String where, String en, String nl, Object... values) {
        add(new Loss(Loss.Kind.TO_COMPLETE, where, new Text(en, nl).with(values)));
    }
}
