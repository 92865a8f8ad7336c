package org.commensal.web;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.commensal.kernel.Language;

/**
 * What makes a participant's pages an app on a phone: the manifest, by which it is installed, and the service worker, by
 * which it opens without a network. Both stand at addresses that never change and are asked for again each time.
 */
@ApplicationScoped
@Path("/app")
@PermitAll
public class PhoneApp {

    /** The only pages that the worker has to do with: those of participants. */
    static final String SCOPE = "/today";

    private static final String PAPER = "#f6f4ef";

    @GET
    @Path("{language}/manifest.webmanifest")
    @Produces("application/manifest+json")
    public String manifest(@PathParam("language") String code) {
        Language language = Language.of(code);
        Texts texts = Texts.in(language);
        JsonObject manifest = JSON.createObjectBuilder()
                .add("id", SCOPE)
                .add("name", texts.get("product"))
                .add("short_name", texts.get("product"))
                .add("description", texts.get("phone.description"))
                .add("lang", language.code())
                .add("start_url", SCOPE)
                .add("scope", "/")
                .add("display", "standalone")
                .add("background_color", PAPER)
                .add("theme_color", PAPER)
                .add("icons", icons())
                .build();
        return manifest.toString();
    }

    private static JsonArrayBuilder icons() {
        JsonArrayBuilder icons = JSON.createArrayBuilder()
                .add(JSON.createObjectBuilder()
                        .add("src", Assets.url("mark.svg"))
                        .add("type", "image/svg+xml")
                        .add("sizes", "any"));
        for (String size : new String[] {"192", "512"}) {
            icons.add(JSON.createObjectBuilder()
                    .add("src", Assets.url("icon-" + size + ".png"))
                    .add("type", "image/png")
                    .add("sizes", size + "x" + size)
                    .add("purpose", "any maskable"));
        }
        return icons;
    }

    /** The worker, told which files belong to this release. */
    @GET
    @Path("service-worker.js")
    public Response worker() {
        JsonArrayBuilder files = JSON.createArrayBuilder();
        Assets.OF_A_PHONE.forEach(name -> files.add(Assets.url(name)));
        byte[] rules = Assets.find("service-worker.js").orElseThrow().bytes();
        String worker = "const FILES = " + files.build() + ";\n" + new String(rules, StandardCharsets.UTF_8);
        return Response.ok(worker, "text/javascript; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Service-Worker-Allowed", SCOPE)
                .build();
    }
}
