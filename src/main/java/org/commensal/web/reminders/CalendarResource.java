package org.commensal.web.reminders;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.commensal.reminders.OwnCalendar;

/** The calendar at a secret address, which a calendar program asks for again and again. */
@ApplicationScoped
@Path("/calendar/{token}")
@PermitAll
@Produces("text/calendar")
public class CalendarResource {

    private static final String ENDING = ".ics";

    @Inject
    OwnCalendar calendars;

    /** Unchanged is answered with 304. */
    @GET
    public Response read(@PathParam("token") String token, @Context Request request) {
        String name = token.endsWith(ENDING) ? token.substring(0, token.length() - ENDING.length()) : "";
        byte[] calendar = calendars.read(name).getBytes(StandardCharsets.UTF_8);
        EntityTag tag = new EntityTag(digest(calendar));
        return Optional.ofNullable(request.evaluatePreconditions(tag))
                .orElseGet(() ->
                        Response.ok(calendar, "text/calendar; charset=utf-8").tag(tag))
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
