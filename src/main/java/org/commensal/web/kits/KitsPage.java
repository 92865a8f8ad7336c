package org.commensal.web.kits;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.kits.Kit;
import org.commensal.kits.Kit.Step;
import org.commensal.kits.MakeKits;
import org.commensal.kits.RecallBatch;
import org.commensal.kits.ShipKits;
import org.commensal.kits.Shipment;
import org.commensal.kits.WriteOffKit;
import org.commensal.pages.Templates;
import org.commensal.web.Form;
import org.commensal.web.Screens;
import org.commensal.web.Texts;
import org.commensal.web.UploadedFile;

/** The stock of kits and what is to be done about it; where the unblinded make, send and recall them. */
@ApplicationScoped
@Path("/studies/{study}/kits")
@Produces(MediaType.TEXT_HTML)
public class KitsPage {

    private static final Text CHOOSE = new Text("Choose what happened.", "Kies wat er is gebeurd.");
    private static final Text NOTHING = new Text("There is nothing to do here.", "Hier is niets te doen.");

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    KitsReading reading;

    @Inject
    MakeKits make;

    @Inject
    ShipKits ship;

    @Inject
    RecallBatch recall;

    @Inject
    WriteOffKit writeOff;

    @GET
    public JteModel show(@PathParam("study") String study) {
        return page(study, Form.empty(), Optional.empty());
    }

    @POST
    public Response act(@PathParam("study") String study, MultivaluedMap<String, String> sent) {
        String act = Form.of(sent).value("act");
        Map<String, String> fields = act.equals("recall")
                ? Map.of("batch", "recalled", "reason", "why")
                : act.equals("ship") ? Map.of("sets", "shipped") : Map.of();
        Form form = Form.of(sent, fields);
        try {
            String said = done(currentActor.actor(), study, act, form);
            return Screens.shown(page(study, Form.empty(), Optional.of(said)));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, form.refused(refusal), Optional.empty()));
        }
    }

    /** Does what the form asks for, and says what was done. */
    private String done(Actor actor, String study, String act, Form form) {
        Texts texts = Texts.in(screens.language());
        return switch (act) {
            case "generate" -> {
                String batch = form.required("batch");
                LocalDate expiry = form.day("expiry");
                int sets = form.whole("sets");
                form.complete();
                yield said(make.generate(actor, study, batch, expiry, sets));
            }
            case "ship" -> {
                String site = form.required("site");
                int sets = form.whole("shipped");
                form.complete();
                Shipment sent =
                        ship.ship(actor, study, site, sets, form.value("key")).shipment();
                yield texts.get("kits.shipped", sent.kits(), reading.site(actor, study, site));
            }
            case "recall" -> {
                String batch = form.required("recalled");
                String reason = form.required("why");
                form.complete();
                recall.recall(actor, study, batch, reason);
                yield texts.get("kits.recalled", batch);
            }
            case "write-off" -> {
                String number = form.required("number");
                Step what = what(form);
                String reason = form.required("reason");
                form.complete();
                Kit kit = writeOff.writeOff(actor, study, number, what, reason);
                yield texts.get("kits.written-off", kit.number(), KitsReading.state(kit, texts));
            }
            default -> throw new Refusal(Refusal.Reason.INVALID, NOTHING);
        };
    }

    static Step what(Form form) {
        return Optional.ofNullable(KitResource.WRITE_OFFS.get(form.value("what")))
                .orElseGet(() -> {
                    form.fault("what", CHOOSE);
                    return Step.LOST;
                });
    }

    @POST
    @Path("imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response importList(
            @PathParam("study") String study, @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type, byte[] sent) {
        try {
            UploadedFile file = UploadedFile.read("file", type, sent);
            String said = said(make.importList(currentActor.actor(), study, file.content()));
            return Screens.shown(page(study, Form.empty(), Optional.of(said)));
        } catch (Refusal refusal) {
            Form form = Form.empty();
            refusal.violations()
                    .forEach(fault -> form.fault(
                            "file" + fault.pointer(),
                            new Text(
                                    fault.pointer().substring(1) + ": "
                                            + fault.message().en(),
                                    fault.pointer().substring(1) + ": "
                                            + fault.message().nl())));
            form.refused(new Refusal(refusal.reason(), refusal.text()));
            return Screens.again(refusal, page(study, form, Optional.empty()));
        }
    }

    private String said(MakeKits.Made made) {
        Texts texts = Texts.in(screens.language());
        return made.before()
                ? texts.get("kits.made.before", made.sha256())
                : texts.get("kits.made", made.kits(), made.sha256());
    }

    private JteModel page(String study, Form form, Optional<String> said) {
        Actor actor = currentActor.actor();
        Texts texts = Texts.in(screens.language());
        String key = Optional.of(form.value("key"))
                .filter(sent -> !sent.isEmpty())
                .orElseGet(() -> UUID.randomUUID().toString());
        KitsSheet sheet = reading.read(actor, study, texts, key, said);
        return pages.kitsKits(screens.in(study), form, sheet);
    }
}
