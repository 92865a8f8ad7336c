package org.commensal.web;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import org.commensal.kernel.Language;

/** The language of an answer: the one chosen here before, else the first of the browser's that we have, else English. */
public final class Languages {

    public static final String COOKIE = "lang";

    private Languages() {}

    public static Language of(HttpHeaders headers) {
        Map<String, Cookie> cookies = headers.getCookies();
        Cookie chosen = cookies.get(COOKIE);
        if (chosen != null) {
            return Language.of(chosen.getValue());
        }
        return headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(code -> code.equals("en") || code.equals("nl"))
                .findFirst()
                .map(Language::of)
                .orElse(Language.EN);
    }
}
