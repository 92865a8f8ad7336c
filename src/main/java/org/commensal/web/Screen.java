package org.commensal.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;

/**
 * What every page is told beside its own content: the language and light it is read in, who reads it, and where.
 *
 * @param path of this page, to come back to after a change of language or light
 * @param migraineMode whether the page is rendered dark, without white and without blue
 * @param study the study the page belongs to
 * @param menu where this person may go from here
 */
public record Screen(
        Texts texts,
        String path,
        boolean migraineMode,
        Optional<Person> person,
        Optional<InStudy> study,
        List<Entry> menu) {

    /** Somebody signed in: the name shown, and in which role. */
    public record Person(String name, String role) {}

    /** @param notice the sentence that every page of the study carries */
    public record InStudy(String id, String title, String version, Optional<String> notice) {}

    /**
     * A line of the menu.
     *
     * @param begins whether another group of lines begins with it
     */
    public record Entry(String href, String label, boolean begins) {

        public Entry(String href, String label) {
            this(href, label, false);
        }
    }

    /** The same screen, with another address to come back to. */
    public Screen at(String address) {
        return new Screen(texts, address, migraineMode, person, study, menu);
    }

    /** The same screen in another language. */
    public Screen reading(Language language) {
        return new Screen(Texts.in(language), path, migraineMode, person, study, menu);
    }

    /** The interface text of this key. */
    public String t(String key, Object... values) {
        return texts.get(key, values);
    }

    public String in(Text text) {
        return texts.in(text);
    }

    public String code() {
        return texts.language().code();
    }

    public Language otherLanguage() {
        return texts.language() == Language.EN ? Language.NL : Language.EN;
    }

    public String asset(String name) {
        return Assets.url(name);
    }

    /** Whether a line of the menu is this page, or the nearest one above it. */
    public boolean current(Entry entry) {
        String here = path.replaceAll("[?].*", "");
        return menu.stream()
                .filter(line -> here.equals(line.href()) || here.startsWith(line.href() + "/"))
                .max(Comparator.comparingInt(line -> line.href().length()))
                .filter(entry::equals)
                .isPresent();
    }
}
