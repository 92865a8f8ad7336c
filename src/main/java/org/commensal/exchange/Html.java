package org.commensal.exchange;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of a page. Words become markup through {@link #text} alone, which escapes them, so that what somebody wrote into
 * a study is always shown and never run.
 */
record Html(String markup) {

    static final Html NOTHING = new Html("");

    static Html text(String words) {
        return new Html(words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;"));
    }

    /** @param tag a name with attributes of ours, such as {@code p class=help} */
    static Html element(String tag, Html... content) {
        String name = tag.split(" ", 2)[0];
        return new Html("<" + tag + ">" + join(Stream.of(content)).markup() + "</" + name + ">\n");
    }

    static Html element(String tag, String words) {
        return element(tag, text(words));
    }

    /** Inside a sentence, without a line break after it. */
    static Html inline(String tag, String words) {
        String name = tag.split(" ", 2)[0];
        return new Html("<" + tag + ">" + text(words).markup() + "</" + name + ">");
    }

    static Html all(Html... pieces) {
        return join(Stream.of(pieces));
    }

    static Html all(Collection<Html> pieces) {
        return join(pieces.stream());
    }

    private static Html join(Stream<Html> pieces) {
        return new Html(pieces.map(Html::markup).collect(Collectors.joining()));
    }
}
