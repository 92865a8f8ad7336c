package org.commensal.web.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.access.PersonalLink;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Texts;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the card of a personal link that was just issued; nobody can make it again. */
@ApplicationScoped
class LinkCards {

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    @ConfigProperty(name = "app.origin")
    String origin;

    LinkCard card(String id, ParticipantCode code, PersonalLink link) {
        String site = participants.find(id, code).site();
        Study study = studies.at(id, site).study();
        Study.Site place = study.site(site);
        String reach =
                Stream.concat(Stream.of(place.name()), place.contact().stream()).collect(Collectors.joining(", "));
        String address = link.address(origin);
        return new LinkCard(
                Texts.in(link.language()), study.title().in(link.language()), reach, address, QrSquares.of(address));
    }
}
