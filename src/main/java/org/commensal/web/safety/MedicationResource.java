package org.commensal.web.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.instrument.AtcGroup;
import org.commensal.kernel.Text;
import org.commensal.safety.medication.MedicationRegister;
import org.commensal.safety.medication.Medicine;
import org.commensal.web.Words;

/** The medicines at the sites whose answers the reader may see. */
@ApplicationScoped
@Path("/api/studies/{study}/medication")
@Produces(MediaType.APPLICATION_JSON)
public class MedicationResource {

    public record Shown(
            String participant,
            String site,
            String product,
            String atc,
            Optional<Text> group,
            Optional<LocalDate> started,
            Optional<LocalDate> stopped,
            List<Changed> changes) {

        static Shown of(Medicine medicine) {
            return new Shown(
                    medicine.participant().code().value(),
                    medicine.participant().site(),
                    medicine.product(),
                    medicine.atc(),
                    medicine.group().map(AtcGroup::label),
                    medicine.started(),
                    medicine.stopped(),
                    medicine.changes().stream()
                            .map(change -> new Changed(
                                    change.day(),
                                    Words.code(change.change()),
                                    change.dose(),
                                    change.unit(),
                                    change.task()))
                            .toList());
        }
    }

    public record Changed(LocalDate day, String change, Optional<BigDecimal> dose, String unit, String task) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    MedicationRegister medication;

    @GET
    public List<Shown> list(@PathParam("study") String study) {
        return medication.list(currentActor.actor(), study).stream()
                .map(Shown::of)
                .toList();
    }
}
