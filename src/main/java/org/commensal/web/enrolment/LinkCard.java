package org.commensal.web.enrolment;

import org.commensal.web.Texts;

/**
 * The card that a participant takes home: in their language, and without a code or a name.
 *
 * @param study what they take part in
 * @param reach how they reach their site
 * @param address the personal link in letters
 * @param square the same to scan
 */
public record LinkCard(Texts texts, String study, String reach, String address, QrSquares square) {

    public String t(String key, Object... values) {
        return texts.get(key, values);
    }

    public String language() {
        return texts.language().code();
    }
}
