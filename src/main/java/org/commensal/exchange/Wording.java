package org.commensal.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;

/** Makes sentences in both languages of what a source says in one, in both, or in others. */
final class Wording {

    /** The language of a text whose source does not name it. */
    static final String UNNAMED = "";

    private static final Pattern LETTER = Pattern.compile("\\p{L}{2}");
    private static final Pattern SPACES = Pattern.compile("[ \\t]{2,}");
    private static final Set<String> DUTCH =
            Set.of("de", "het", "een", "ik", "u", "van", "niet", "met", "uw", "voor", "dat", "wat", "hoe", "bij");
    private static final Set<String> ENGLISH =
            Set.of("the", "a", "i", "you", "of", "not", "with", "your", "for", "that", "what", "how", "is", "to");

    private final Losses losses;
    private final Language usual;

    /** @param usual the language of what has none */
    Wording(Losses losses, Language usual) {
        this.losses = losses;
        this.usual = usual;
    }

    /** The language that these texts look like, by their small words. */
    static Language guess(List<String> texts) {
        int dutch = 0;
        for (String text : texts) {
            for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", 2_000)) {
                dutch += DUTCH.contains(word) ? 1 : ENGLISH.contains(word) ? -1 : 0;
            }
        }
        return dutch > 0 ? Language.NL : Language.EN;
    }

    Text text(String only, String where) {
        return text(Map.of(UNNAMED, only), where);
    }

    /** @param said by language tag, at least one that is not blank */
    Text text(Map<String, String> said, String where) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        said.forEach((tag, words) -> {
            String language =
                    tag.isEmpty() ? usual.code() : tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
            if (!clean(words).isEmpty() && byLanguage.putIfAbsent(language, clean(words)) != null) {
                losses.leftOut(where, tag + ": " + words);
            }
        });
        String first = byLanguage.values().stream().findFirst().orElse("?");
        String en = byLanguage.getOrDefault("en", "");
        String nl = byLanguage.getOrDefault("nl", "");
        byLanguage.keySet().removeAll(Set.of("en", "nl"));
        boolean foreign = en.isEmpty() && nl.isEmpty();
        byLanguage.forEach((language, words) -> {
            if (!foreign || !words.equals(first)) {
                losses.leftOut(where, language + ": " + words);
            }
        });
        Text text = complete(en, nl, en.isEmpty() && nl.isEmpty() ? first : en + nl, where);
        losses.weigh(text);
        return text;
    }

    private Text complete(String en, String nl, String known, String where) {
        if (!en.isEmpty() && !nl.isEmpty()) {
            return new Text(en, nl);
        }
        if (!LETTER.matcher(known).find()) {
            return Text.same(known);
        }
        losses.untranslated(where, known);
        return new Text(en.isEmpty() ? "[translate] " + known : en, nl.isEmpty() ? "[vertalen] " + known : nl);
    }

    /** The words without what a study file cannot hold; new lines stay. */
    static String clean(String words) {
        String even = words.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cc}&&[^\\n]]", " ");
        return even.strip();
    }

    /** The words without the marks of a web page. */
    static String withoutTags(String words) {
        String plain = words.replaceAll("<(?:/?[a-zA-Z][^<>]{0,300})>", " ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        return plain.equals(words) ? words : SPACES.matcher(plain).replaceAll(" ");
    }
}
