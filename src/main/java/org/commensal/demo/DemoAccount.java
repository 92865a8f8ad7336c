package org.commensal.demo;

import java.util.List;
import org.commensal.access.Role;

/**
 * A sign-in of the demonstration. Everybody knows the password, so it exists in a demonstration only.
 *
 * @param site of the flagship study, or {@code *} for all
 */
public record DemoAccount(String signIn, String name, Role role, String site) {

    public static final String PASSWORD = "demonstration";

    /** The site whose participants have accounts. */
    static final String DIARISTS = "leiden";

    /** Who judges and signs while the trial is lived through. */
    static final DemoAccount INVESTIGATOR =
            new DemoAccount("investigator", "Lotte Mulder", Role.INVESTIGATOR, DIARISTS);

    /** One for each role, a coordinator of a second site, and an investigator of all sites. */
    public static final List<DemoAccount> STAFF = List.of(
            new DemoAccount("coordinator", "Sanne de Vries", Role.COORDINATOR, "leiden"),
            new DemoAccount("coordinator-2", "Tom Jansen", Role.COORDINATOR, "nijmegen"),
            new DemoAccount("statistician", "Noor Bakker", Role.STATISTICIAN, "*"),
            new DemoAccount("data-manager", "Eva Smit", Role.DATA_MANAGER, "*"),
            new DemoAccount("monitor", "Daan Visser", Role.MONITOR, "*"),
            INVESTIGATOR,
            new DemoAccount("investigator-2", "Karin Meijer", Role.INVESTIGATOR, "*"),
            new DemoAccount("custodian", "Bram de Boer", Role.CUSTODIAN, "*"),
            new DemoAccount("safety-board", "Fleur Peters", Role.SAFETY_BOARD, "*"),
            new DemoAccount("administrator", "Ruben Vos", Role.ADMINISTRATOR, "*"),
            new DemoAccount("auditor", "Iris Dekker", Role.AUDITOR, "*"));
}
