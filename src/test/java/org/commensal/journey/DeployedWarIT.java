package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.io.File;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.ParticipantRegister.Filter;
import org.commensal.enrolment.ScreenParticipant;
import org.commensal.golive.ApproveGoLive;
import org.commensal.golive.BackgroundSimulation;
import org.commensal.golive.PerformDryRun;
import org.commensal.golive.SimulateStudy;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.randomisation.ActivateStudy;
import org.commensal.studies.PublishStudy;
import org.commensal.studies.ShippedStudies;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The built WAR, deployed by Arquillian: from outside it answers, and inside its use cases keep their word. */
@ArquillianTest
class DeployedWarIT {

    private static final String STUDY = "gutbrain-migraine-3arm";

    @ArquillianResource
    private URI base;

    @Inject
    private PublishStudy publish;

    @Inject
    private BackgroundSimulation simulation;

    @Inject
    private PerformDryRun dryRun;

    @Inject
    private ApproveGoLive approve;

    @Inject
    private ActivateStudy activate;

    @Inject
    private ScreenParticipant screen;

    @Inject
    private ParticipantRegister participants;

    @Deployment
    static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "commensal.war")
                .importFrom(new File("target/commensal.war"))
                .as(WebArchive.class);
    }

    @Test
    @RunAsClient
    void isAliveAndReadyAndLetsNobodyIn() {
        Visitor nobody = Visitor.at(base);

        assertThat(nobody.get("/health/live").status()).isEqualTo(200);
        assertThat(nobody.get("/health/ready").status()).isEqualTo(200);
        assertThat(nobody.get("/api/studies").status()).isEqualTo(401);
        assertThat(nobody.get("/sign-in").status()).isEqualTo(200);
    }

    /** Runs in the server, where there are the libraries of the server and of the test framework alone. */
    @Test
    void anActThatCannotBeRecordedDoesNotHappen() {
        Actor administrator = somebody("Ruben", "administrator");
        publish.publish(administrator, ShippedStudies.folder(STUDY).files());
        Actor custodian = somebody("Bram", "custodian");
        simulation.complete(custodian, STUDY, SimulateStudy.FEWEST, 1);
        dryRun.perform(administrator, STUDY);
        approve.approve(administrator, STUDY, "a test");
        approve.approve(custodian, STUDY, "a test");
        activate.activate(administrator, STUDY);
        Actor sanne = somebody("Sanne", "coordinator");
        Actor longer = somebody("S".repeat(201) + ", longer than the audit trail keeps a name", "coordinator");
        screen.screen(sanne, STUDY, "leiden");

        assertThrows(RuntimeException.class, () -> screen.screen(longer, STUDY, "leiden"));

        assertEquals(
                1, participants.list(sanne, STUDY, Filter.everything(), 0, 10).total());
        assertEquals(2, screen.screen(sanne, STUDY, "leiden").number());
    }

    private static Actor somebody(String name, String role) {
        return new Actor(UUID.randomUUID(), name, List.of(new Grant(role, "*", "*", "*")));
    }
}
