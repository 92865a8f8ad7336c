package org.commensal.web.unblinding;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.Person;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.pages.Templates;
import org.commensal.unblinding.Grounds;
import org.commensal.unblinding.RequestUnblinding;
import org.commensal.unblinding.Unblinding;
import org.commensal.unblinding.Unblinding.Kind;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;

/** Where an unblinding that can wait is asked for: of whom, for whom and why. Another person decides. */
@ApplicationScoped
@Path("/studies/{study}/unblinding-request")
@Produces(MediaType.TEXT_HTML)
public class UnblindingRequestPage {

    private static final Text WHO =
            new Text("Choose who is to be shown the arm.", "Kies wie de toewijzing te zien krijgt.");

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    RequestUnblinding requests;

    @GET
    public JteModel show(
            @PathParam("study") String study, @QueryParam("participant") @DefaultValue("") String participant) {
        MultivaluedMap<String, String> filledIn = new MultivaluedHashMap<>();
        filledIn.add("participants", Text.shorten(participant));
        return page(study, Form.of(filledIn));
    }

    @POST
    public Response request(@PathParam("study") String study, MultivaluedMap<String, String> sent) {
        Actor actor = currentActor.actor();
        Form form = Form.of(sent);
        try {
            Set<UUID> mayLearn = requests.mayLearn(actor, study, Set.of()).stream()
                    .map(Person::id)
                    .collect(Collectors.toSet());
            List<UUID> shownTo = mayLearn.stream()
                    .filter(id -> form.values("shownTo").contains(id.toString()))
                    .toList();
            if (shownTo.isEmpty()) {
                form.fault("shownTo", WHO);
            }
            List<ParticipantCode> codes = codes(form);
            Grounds grounds = UnblindingForm.grounds(form, Kind.PLANNED);
            form.complete();
            Unblinding asked = requests.request(actor, study, codes, shownTo, grounds, form.value("key"));
            return Screens.seeOther("/studies/" + study + "/unblindings/" + asked.id());
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, form.refused(refusal)));
        }
    }

    /** The codes as typed, between commas, spaces or lines; one that is none is a fault of the field. */
    private static List<ParticipantCode> codes(Form form) {
        try {
            return Stream.of(form.required("participants").split("[\\s,;]+"))
                    .filter(typed -> !typed.isEmpty())
                    .map(ParticipantCode::parse)
                    .toList();
        } catch (Refusal malformed) {
            form.fault("participants", malformed.text());
            return List.of();
        }
    }

    private JteModel page(String study, Form form) {
        Actor actor = currentActor.actor();
        List<UnblindingForm.Option> people = requests.mayLearn(actor, study, Set.of()).stream()
                .map(person -> option(person, study))
                .toList();
        Screen screen = screens.in(study);
        String key = Optional.of(form.value("key"))
                .filter(sent -> !sent.isEmpty())
                .orElseGet(() -> UUID.randomUUID().toString());
        return pages.unblindingRequest(
                screen,
                form,
                new UnblindingRequestSheet(
                        "/studies/" + study,
                        UnblindingForm.categories(Kind.PLANNED, screen.texts()),
                        people,
                        form.values("shownTo"),
                        key));
    }

    private UnblindingForm.Option option(Person person, String study) {
        Texts texts = Texts.in(screens.language());
        String roles = person.actor().grants().stream()
                .filter(grant -> grant.study().equals(study) || grant.study().equals("*"))
                .map(grant -> texts.get("role." + grant.role()))
                .distinct()
                .collect(Collectors.joining(", "));
        return new UnblindingForm.Option(person.id().toString(), person.name(), roles);
    }
}
