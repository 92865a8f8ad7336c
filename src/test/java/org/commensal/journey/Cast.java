package org.commensal.journey;

/** Who plays in the journeys: always the same people with the same roles. */
enum Cast {
    SANNE("coordinator", "north"),
    TOM("coordinator", "south"),
    LOTTE("investigator", "north"),
    NOOR("statistician", "*"),
    EVA("data-manager", "*"),
    DAAN("monitor", "*"),
    BRAM("custodian", "*"),
    FLEUR("safety-board", "*"),
    IRIS("auditor", "*"),
    RUBEN("administrator", "*");

    static final String PASSWORD = "een lang wachtwoord voor tests";
    static final String PIN = "73915";

    final String role;
    final String site;

    Cast(String role, String site) {
        this.role = role;
        this.site = site;
    }

    String signIn() {
        return name().toLowerCase(java.util.Locale.ROOT) + "@trials.example";
    }
}
