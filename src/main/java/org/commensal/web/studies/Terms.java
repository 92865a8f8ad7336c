package org.commensal.web.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commensal.kernel.Text;
import org.commensal.web.Texts;
import org.commensal.web.studies.ProtocolSheet.Term;

/** Terms of the protocol with what is said of them; what the protocol leaves out is left out here. */
final class Terms {

    private final Texts texts;
    private final List<Term> terms = new ArrayList<>();

    Terms(Texts texts) {
        this.texts = texts;
    }

    /** @param key of the term; the rest as it is */
    Terms plain(String key, String... lines) {
        return lines(key, List.of(lines));
    }

    Terms add(String key, Text text) {
        return plain(key, texts.in(text));
    }

    Terms add(String key, Optional<Text> text) {
        text.ifPresent(said -> add(key, said));
        return this;
    }

    Terms add(String key, List<Text> said) {
        return lines(key, said.stream().map(texts::in).toList());
    }

    Terms lines(String key, List<String> lines) {
        if (!lines.isEmpty()) {
            terms.add(new Term(texts.get(key), lines));
        }
        return this;
    }

    List<Term> list() {
        return List.copyOf(terms);
    }
}
