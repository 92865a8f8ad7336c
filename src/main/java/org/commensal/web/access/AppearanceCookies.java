package org.commensal.web.access;

import jakarta.ws.rs.core.NewCookie;
import java.util.ArrayList;
import java.util.List;
import org.commensal.access.Appearance;
import org.commensal.access.Phone;
import org.commensal.web.Languages;
import org.commensal.web.Screens;

/** How somebody chose to read, as cookies, so that each page is rendered so from its first byte. */
final class AppearanceCookies {

    private static final int A_YEAR = 365 * 24 * 60 * 60;

    private AppearanceCookies() {}

    /** A cookie for each thing that was chosen; on a shared phone the browser forgets them when it closes. */
    static NewCookie[] of(Appearance chosen, Phone phone) {
        int age = phone == Phone.OWN ? A_YEAR : NewCookie.DEFAULT_MAX_AGE;
        List<NewCookie> cookies = new ArrayList<>();
        chosen.language().ifPresent(language -> cookies.add(cookie(Languages.COOKIE, language.code(), age)));
        chosen.migraineMode().ifPresent(on -> cookies.add(cookie(Screens.LIGHT_COOKIE, on ? "migraine" : "day", age)));
        return cookies.toArray(NewCookie[]::new);
    }

    private static NewCookie cookie(String name, String value, int age) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(age)
                .sameSite(NewCookie.SameSite.LAX)
                .httpOnly(true)
                .build();
    }
}
