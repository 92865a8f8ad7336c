package org.commensal.exchange;

import java.util.List;
import java.util.function.Function;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;

/** The languages of a preview: one, or both side by side. */
record Columns(List<Language> languages) {

    /** What is said in each language, side by side. */
    Html each(Function<Language, Html> said) {
        return Html.element(
                "div class=columns",
                Html.all(languages.stream()
                        .map(language -> Html.element("div class=column lang=" + language.code(), said.apply(language)))
                        .toList()));
    }

    Html each(String tag, Text text) {
        return each(language -> Html.element(tag, text.in(language)));
    }

    /** A few words in every language on one line; said once where the languages agree. */
    Html brief(Text text) {
        List<String> words = languages.stream().map(text::in).distinct().toList();
        if (words.size() == 1) {
            return Html.text(words.get(0));
        }
        return Html.all(
                Html.inline("span lang=en", words.get(0)),
                Html.inline("span class=slash", " / "),
                Html.inline("span class=second lang=nl", words.get(1)));
    }
}
