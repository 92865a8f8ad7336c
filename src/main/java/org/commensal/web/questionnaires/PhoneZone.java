package org.commensal.web.questionnaires;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/** The time zone that the phone of this request is in, as its pages noted in a cookie. */
@RequestScoped
public class PhoneZone {

    static final String COOKIE = "zone";

    @Inject
    HttpServletRequest request;

    /** Empty where no script ran, or what it noted is no zone. */
    public Optional<ZoneId> zone() {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(PhoneZone::read);
    }

    static Optional<ZoneId> read(String name) {
        try {
            return name.length() > 60 ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
